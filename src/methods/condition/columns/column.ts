import type { Arithmetic, Term } from '../model.ts';
import { numbers } from './memory.ts';

export interface Block {
  readonly columns: readonly Float64Array[];
  readonly texts: readonly (readonly (string | null)[])[];
  readonly count: number;
}

/** The values of a term for a block of records, NaN where there is none. Good until the next block. */
export type Column = (block: Block) => Float64Array;

const none = new Float64Array(0);

/** The column of a term that is no text. */
export function columnOf(term: Term, fields: readonly string[]): Column {
  switch (term.kind) {
    case 'number':
      return constant(term.value);
    case 'text':
      return constant(Number.NaN);
    case 'field': {
      const place = fields.indexOf(term.name);
      return ({ columns }) => columns[place] ?? none;
    }
    case 'arithmetic':
      return calculated(term.operator, columnOf(term.left, fields), columnOf(term.right, fields));
    case 'call': {
      const [first = constant(Number.NaN), ...rest] = term.arguments.map((one) => columnOf(one, fields));
      if (term.name === 'abs') return absolute(first);
      const { name } = term;
      return rest.reduce((column, next) => extreme(name, column, next), first);
    }
  }
}

function constant(value: number): Column {
  const memory = numbers(value);
  return ({ count }) => memory(count);
}

/** A result beyond all doubles is none. */
const finite = (value: number): number => (value - value === 0 ? value : Number.NaN);

const operations: Readonly<
  Record<Arithmetic, (a: Float64Array, b: Float64Array, out: Float64Array, count: number) => void>
> = {
  '+'(a, b, out, count) {
    for (let i = 0; i < count; i += 1) out[i] = finite((a[i] ?? Number.NaN) + (b[i] ?? Number.NaN));
  },
  '-'(a, b, out, count) {
    for (let i = 0; i < count; i += 1) out[i] = finite((a[i] ?? Number.NaN) - (b[i] ?? Number.NaN));
  },
  '*'(a, b, out, count) {
    for (let i = 0; i < count; i += 1) out[i] = finite((a[i] ?? Number.NaN) * (b[i] ?? Number.NaN));
  },
  '/'(a, b, out, count) {
    for (let i = 0; i < count; i += 1) out[i] = finite((a[i] ?? Number.NaN) / finite(b[i] ?? Number.NaN));
  },
};

function calculated(operator: Arithmetic, left: Column, right: Column): Column {
  const memory = numbers();
  const operation = operations[operator];
  return (block) => {
    const out = memory(block.count);
    operation(left(block), right(block), out, block.count);
    return out;
  };
}

function absolute(column: Column): Column {
  const memory = numbers();
  return (block) => {
    const values = column(block);
    const out = memory(block.count);
    for (let i = 0; i < block.count; i += 1) out[i] = Math.abs(values[i] ?? Number.NaN);
    return out;
  };
}

const extremes = {
  min(a: Float64Array, b: Float64Array, out: Float64Array, count: number) {
    for (let i = 0; i < count; i += 1)
      out[i] = Math.min(finite(a[i] ?? Number.NaN), finite(b[i] ?? Number.NaN));
  },
  max(a: Float64Array, b: Float64Array, out: Float64Array, count: number) {
    for (let i = 0; i < count; i += 1)
      out[i] = Math.max(finite(a[i] ?? Number.NaN), finite(b[i] ?? Number.NaN));
  },
};

function extreme(name: 'min' | 'max', left: Column, right: Column): Column {
  const memory = numbers();
  return (block) => {
    const out = memory(block.count);
    extremes[name](left(block), right(block), out, block.count);
    return out;
  };
}
