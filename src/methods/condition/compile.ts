import { type Block, columnOf } from './columns/column.ts';
import { compareNumbers, compareTexts } from './columns/compare.ts';
import { join } from './columns/join.ts';
import { allowance } from './equal.ts';
import { type Condition, fieldsOf, textFieldsOf } from './model.ts';

/** What is known of a condition for one record. */
export const fails = 0;
export const holds = 1;
/** A value that it needs is missing or cannot be calculated. */
export const undetermined = 2;

export interface CompiledCondition {
  /** Fields that are wanted as numbers, NaN where missing: booleans as 0 and 1, times as any number that orders them. */
  readonly fields: readonly string[];
  /** Fields that are wanted as text. One may be in both lists. */
  readonly texts: readonly string[];
  /**
   * Writes `fails`, `holds` or `undetermined` for the first `count` records into `codes`. Columns come in the order of
   * `fields` and `texts`.
   */
  evaluate(
    columns: readonly Float64Array[],
    texts: readonly (readonly (string | null)[])[],
    count: number,
    codes: Uint8Array,
  ): void;
}

type Step = (block: Block) => Uint8Array;

/**
 * A condition made ready for many records: column by column, with no object per record. It decides as `evaluate` does;
 * `fields` that hold text may be given as codes, equal for equal texts, where the condition only tells them apart.
 * An evaluation uses the memory of the one before.
 */
export function compileCondition(
  condition: Condition,
  options: { readonly tolerance?: number } = {},
): CompiledCondition {
  const texts = textFieldsOf(condition);
  const fields = numericFields(condition);
  const step = stepOf(condition, fields, texts, options.tolerance ?? 0);
  return {
    fields,
    texts,
    evaluate(columns, textColumns, count, codes) {
      codes.set(step({ columns, texts: textColumns, count }).subarray(0, count));
    },
  };
}

/** Fields of the comparisons without text in quotes. */
function numericFields(condition: Condition): readonly string[] {
  if (condition.kind !== 'compare')
    return [...new Set([...numericFields(condition.left), ...numericFields(condition.right)])];
  return condition.left.kind === 'text' || condition.right.kind === 'text' ? [] : fieldsOf(condition);
}

function stepOf(
  condition: Condition,
  fields: readonly string[],
  texts: readonly string[],
  tolerance: number,
): Step {
  if (condition.kind !== 'compare') {
    const left = stepOf(condition.left, fields, texts, tolerance);
    const right = stepOf(condition.right, fields, texts, tolerance);
    return join(condition.kind, left, right);
  }
  const { operator, left, right } = condition;
  if (left.kind === 'text' || right.kind === 'text') return compareTexts(left, operator, right, texts);
  return compareNumbers(
    columnOf(left, fields),
    operator,
    columnOf(right, fields),
    allowance(condition, tolerance),
  );
}
