import { areEqual } from '../equal.ts';
import type { Relation, Term } from '../model.ts';
import type { Block, Column } from './column.ts';
import { codes } from './memory.ts';

type Loop = (a: Float64Array, b: Float64Array, out: Uint8Array, count: number, allowed: number) => void;

/** 2 where a side is missing or infinite, else 1 where it holds. */
function coded(a: number, b: number, truth: boolean): number {
  if (a - a !== 0 || b - b !== 0) return 2;
  return truth ? 1 : 0;
}

const less: Loop = (left, right, out, count) => {
  for (let i = 0; i < count; i += 1) {
    const a = left[i] ?? Number.NaN;
    const b = right[i] ?? Number.NaN;
    out[i] = coded(a, b, a < b);
  }
};

const atMost: Loop = (left, right, out, count) => {
  for (let i = 0; i < count; i += 1) {
    const a = left[i] ?? Number.NaN;
    const b = right[i] ?? Number.NaN;
    out[i] = coded(a, b, a <= b);
  }
};

const equal: Loop = (left, right, out, count, allowed) => {
  for (let i = 0; i < count; i += 1) {
    const a = left[i] ?? Number.NaN;
    const b = right[i] ?? Number.NaN;
    out[i] = coded(a, b, areEqual(a, b, allowed));
  }
};

const unequal: Loop = (left, right, out, count, allowed) => {
  for (let i = 0; i < count; i += 1) {
    const a = left[i] ?? Number.NaN;
    const b = right[i] ?? Number.NaN;
    out[i] = coded(a, b, !areEqual(a, b, allowed));
  }
};

const loops: Readonly<Record<Relation, Loop>> = {
  '<': less,
  '<=': atMost,
  '>': (a, b, ...rest) => less(b, a, ...rest),
  '>=': (a, b, ...rest) => atMost(b, a, ...rest),
  '=': equal,
  '!=': unequal,
};

export function compareNumbers(left: Column, operator: Relation, right: Column, allowed: number) {
  const memory = codes();
  const loop = loops[operator];
  return (block: Block): Uint8Array => {
    const out = memory(block.count);
    loop(left(block), right(block), out, block.count, allowed);
    return out;
  };
}

/** One side is text in quotes, the other too or a field. */
export function compareTexts(left: Term, operator: Relation, right: Term, fields: readonly string[]) {
  const memory = codes();
  const [one, other] = left.kind === 'field' ? [left, right] : [right, left];
  const wanted = other.kind === 'text' ? other.value : null;
  const place = one.kind === 'field' ? fields.indexOf(one.name) : -1;
  const [same, different] = operator === '=' ? [1, 0] : [0, 1];
  return ({ texts, count }: Block): Uint8Array => {
    const out = memory(count);
    const column = texts[place];
    const fixed = one.kind === 'text' ? one.value : null;
    for (let i = 0; i < count; i += 1) {
      const value = column ? (column[i] ?? null) : fixed;
      out[i] = value === null ? 2 : value === wanted ? same : different;
    }
    return out;
  };
}
