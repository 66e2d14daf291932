import { allowance, areEqual } from './equal.ts';
import { type Compare, type Condition, fieldsOf, type Relation, type Term } from './model.ts';

export type Value = string | number | boolean | null | undefined;
/** A record by field; what is absent or `null` counts as not known. */
export type Values = Readonly<Record<string, Value>>;

/** How a number stands to the limit that a condition compares it with. */
export interface Margin {
  /** The expression that was compared, e.g. `process_temperature - air_temperature`. */
  readonly quantity: string;
  readonly value: number;
  readonly relation: Relation;
  readonly limit: number;
  /** In the quantity's unit: positive while the comparison does not hold, negative by as much as it does. */
  readonly margin: number;
}

export interface Outcome {
  /** `null` where the values that are known do not decide it. */
  readonly truth: boolean | null;
  /** Fields that were needed and not known, or of the wrong type; empty where it was decided without them. */
  readonly missing: readonly string[];
  /** One for each numeric comparison that applies and could be made. */
  readonly margins: readonly Margin[];
}

interface Part extends Outcome {
  /** A comparison of text that does not hold: what it is joined to does not apply. */
  readonly elsewhere: boolean;
}

export interface EvaluateOptions {
  /** How far both sides of an equation may differ, relative to the larger one; default 0. */
  readonly tolerance?: number;
}

/**
 * Decides a condition over a record by three-valued logic, on unrounded numbers. Two sides of which one is calculated are
 * equal within the rounding of doubles.
 */
export function evaluate(condition: Condition, values: Values, options: EvaluateOptions = {}): Outcome {
  const { truth, missing, margins } = part(condition, values, options.tolerance ?? 0);
  return { truth, missing: truth === null ? missing : [], margins };
}

function part(condition: Condition, values: Values, tolerance: number): Part {
  if (condition.kind === 'compare') return comparison(condition, values, allowance(condition, tolerance));
  const [left, right] = [part(condition.left, values, tolerance), part(condition.right, values, tolerance)];
  const decisive = condition.kind === 'or';
  const truth =
    left.truth === decisive || right.truth === decisive
      ? decisive
      : left.truth === null || right.truth === null
        ? null
        : !decisive;
  const missing = [...new Set([...left.missing, ...right.missing])];
  const elsewhere = decisive ? left.elsewhere && right.elsewhere : left.elsewhere || right.elsewhere;
  return { truth, missing, margins: elsewhere ? [] : [...left.margins, ...right.margins], elsewhere };
}

function comparison({ operator, left, right }: Compare, values: Values, allowed: number): Part {
  const [a, b] = [resultOf(left, values), resultOf(right, values)];
  const unknown = { truth: null, margins: [], elsewhere: false };
  const isEquation = operator === '=' || operator === '!=';
  if (a === undefined || b === undefined || typeof a !== typeof b || (typeof a === 'string' && !isEquation)) {
    const fields = [...fieldsOf(left), ...fieldsOf(right)];
    const absent = fields.filter((field) => values[field] === undefined || values[field] === null);
    return { ...unknown, missing: absent.length > 0 ? absent : fields };
  }
  if (typeof a === 'string' || typeof b === 'string') {
    const truth = (a === b) === (operator === '=');
    return { truth, missing: [], margins: [], elsewhere: !truth };
  }
  return {
    truth: holds(a, operator, b, allowed),
    missing: [],
    margins: marginOf(operator, left, right, a, b),
    elsewhere: false,
  };
}

function resultOf(term: Term, values: Values): string | number | undefined {
  switch (term.kind) {
    case 'number':
    case 'text':
      return term.value;
    case 'field': {
      const value = Object.hasOwn(values, term.name) ? values[term.name] : undefined;
      if (typeof value === 'boolean') return Number(value);
      return typeof value === 'number' && !Number.isFinite(value) ? undefined : (value ?? undefined);
    }
    case 'arithmetic': {
      const [a, b] = [resultOf(term.left, values), resultOf(term.right, values)];
      if (typeof a !== 'number' || typeof b !== 'number') return undefined;
      const result = { '+': a + b, '-': a - b, '*': a * b, '/': a / b }[term.operator];
      return Number.isFinite(result) ? result : undefined;
    }
    case 'call': {
      const parts = term.arguments.map((one) => resultOf(one, values));
      const numbers = parts.filter((one) => typeof one === 'number');
      if (numbers.length < parts.length) return undefined;
      return term.name === 'abs' ? Math.abs(numbers[0] ?? Number.NaN) : Math[term.name](...numbers);
    }
  }
}

function holds(a: number, operator: Relation, b: number, allowed: number): boolean {
  switch (operator) {
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
    case '=':
      return areEqual(a, b, allowed);
    case '!=':
      return !areEqual(a, b, allowed);
  }
}

const mirrored: Readonly<Record<Relation, Relation>> = {
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
  '=': '=',
  '!=': '!=',
};

/** The side that names no field is the limit; a limit written first is turned round. */
function marginOf(operator: Relation, left: Term, right: Term, a: number, b: number): Margin[] {
  if (fieldsOf(left).length === 0) {
    return fieldsOf(right).length === 0 ? [] : marginOf(mirrored[operator], right, left, b, a);
  }
  const margins: Readonly<Record<Relation, number>> = {
    '<': a - b,
    '<=': a - b,
    '>': b - a,
    '>=': b - a,
    '=': Math.abs(a - b),
    '!=': -Math.abs(a - b),
  };
  return [{ quantity: left.source, value: a, relation: operator, limit: b, margin: margins[operator] }];
}
