import type { Unit } from '../workspace/index.ts';
import { ucumCode } from './units.ts';

const brackets = /[[(（【［]([^[\]()（）【】［］]*(?:\([^()]*\))?[^[\]()（）【】［］]*)[\])）】］]/gu;

/** Endings that are units beyond doubt: no `_min`, `_max`, `_a` or `_in`, which are words as well. */
const suffix =
  /_(rpm|RPM|degC|degF|mm|cm|um|kg|ms|kW|kWh|MW|MWh|kVA|kvar|kVar|kVarh|kvarh|MPa|kPa|hPa|mbar|psi|Hz|kHz|MHz|mA|mV|kV|kN|Nm|HRC|ppm)$/;

/** `压力/MPa`: a quantity over its unit, as GB/T 3101 has it. */
const quotient = /^(.*\p{Script=Han}.*)[/／]\s*\(?([^\s()]+|\([^()]+\))\)?$/u;

export interface ReadName {
  /** The name without a unit in brackets. */
  readonly bare: string;
  readonly unit: Unit | null;
}

function unitOf(symbol: string): Unit | undefined {
  const ucum = ucumCode(symbol);
  return ucum === undefined ? undefined : { symbol: symbol.trim(), ucum, from: 'name' };
}

/** The unit that a column's name states. Brackets that hold no known unit stay part of the name. */
export function readName(name: string): ReadName {
  for (const match of name.matchAll(brackets)) {
    const unit = unitOf(match[1] ?? '');
    if (unit) {
      const bare = name.slice(0, match.index) + name.slice(match.index + match[0].length);
      if (bare.trim() !== '') return { bare, unit };
    }
  }
  const over = quotient.exec(name);
  const below = over?.[2] === undefined ? undefined : unitOf(over[2]);
  if (over?.[1] !== undefined && below) return { bare: over[1], unit: below };
  const ending = suffix.exec(name)?.[1];
  return { bare: name, unit: (ending === undefined ? undefined : unitOf(ending)) ?? null };
}

/** Names that the engine gives a meaning of its own. */
const reserved = ['row', 'file_row_number', 'filename', 'file_index'];

/** Ids to query by, one for each bare name: lower case, letters and digits, unique. */
export function fieldIds(names: readonly string[]): string[] {
  const used = new Set(reserved);
  return names.map((name, index) => {
    const base =
      name
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\p{M}]+/gu, '_')
        .replace(/^_+|_+$/g, '')
        .slice(0, 120) || `column_${index + 1}`;
    let id = base;
    for (let n = 2; used.has(id); n += 1) id = `${base}_${n}`;
    used.add(id);
    return id;
  });
}
