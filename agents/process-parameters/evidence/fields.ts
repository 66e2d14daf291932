import type { FieldCard } from '../../shared/tool-data.ts';
import { type ProcessUnit, type QuantityKind, unitOf } from '../question/units.ts';

export interface UnitField {
  readonly id: string;
  readonly name: string;
  readonly unit: ProcessUnit;
  readonly range: { readonly min?: number | undefined; readonly max?: number | undefined };
}

/** The columns that tempering is about, found by unit, role and name. */
export interface TemperingFields {
  readonly temperature: UnitField;
  readonly time: UnitField;
  readonly hardness: UnitField;
  readonly material: string;
}

interface Wanted {
  readonly kind: QuantityKind;
  readonly words: RegExp;
  /** Words that tell it from another column of the same unit, both ways. */
  readonly better: RegExp;
  readonly worse: RegExp;
  readonly roles: readonly string[];
}

const initial = /initial|quench|austeniti|before|as.received|淬火|淬后|初始|奥氏体/i;

const temperature: Wanted = {
  kind: 'temperature',
  words: /temperature|\btemp\b|温度/i,
  better: /temper(?!atur)|回火/i,
  worse: initial,
  roles: ['setpoint'],
};
const time: Wanted = {
  kind: 'time',
  words: /time|duration|hold|soak|时间|保温|时长/i,
  better: /temper(?!atur)|hold|回火|保温/i,
  worse: initial,
  roles: ['setpoint'],
};
const hardness: Wanted = {
  kind: 'hardness',
  words: /hardness|硬度/i,
  better: /final|after|post.?temper|temper(?!atur)|最终|回火/i,
  worse: /initial|quench hardness|as.quench|post.?quench|before|初始|淬火|淬后/i,
  roles: ['label', 'measurement'],
};
const materialWords = /steel|grade|material|alloy|钢|牌号|材料|材质|合金/i;

/** All four columns, or the names of those that are missing. */
export function temperingFields(fields: readonly FieldCard[]): TemperingFields | readonly string[] {
  const found = {
    temperature: best(fields, temperature),
    time: best(fields, time),
    hardness: best(fields, hardness),
    material: materialField(fields),
  };
  const { temperature: t, time: h, hardness: y, material: m } = found;
  if (t && h && y && m) return { temperature: t, time: h, hardness: y, material: m };
  return Object.entries(found).flatMap(([name, field]) => (field ? [] : [name]));
}

/** Hardness has a unit that says what it is; times and temperatures need a word as well. */
function best(fields: readonly FieldCard[], wanted: Wanted): UnitField | undefined {
  const candidates = fields.flatMap((field) => {
    const unit = field.unit === null ? undefined : unitOf(field.unit);
    if (unit?.kind !== wanted.kind) return [];
    const label = `${field.name} ${field.id.replaceAll('_', ' ')}`;
    const named = wanted.words.test(label);
    if (!named && wanted.kind !== 'hardness') return [];
    const score =
      (named ? 1 : 0) +
      (wanted.better.test(label) ? 2 : 0) -
      (wanted.worse.test(label) ? 4 : 0) +
      (field.role !== null && wanted.roles.includes(field.role) ? 2 : 0);
    return [{ score, field: { id: field.id, name: field.name, unit, range: field.valid_range ?? {} } }];
  });
  const top = candidates.toSorted((a, b) => b.score - a.score)[0];
  return top && top.score > 0 ? top.field : undefined;
}

function materialField(fields: readonly FieldCard[]): string | undefined {
  const candidates = fields.flatMap((field) => {
    if (field.unit !== null || field.role === 'time' || field.type === 'number') return [];
    const named = materialWords.test(`${field.name} ${field.id.replaceAll('_', ' ')}`);
    if (!named) return [];
    return [{ id: field.id, score: (field.role === 'group' ? 2 : 0) + (field.type === 'string' ? 1 : 0) }];
  });
  return candidates.toSorted((a, b) => b.score - a.score)[0]?.id;
}
