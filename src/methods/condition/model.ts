export type Arithmetic = '+' | '-' | '*' | '/';
export type Relation = '<' | '<=' | '>' | '>=' | '=' | '!=';
export const functions = ['abs', 'min', 'max'] as const;
export type FunctionName = (typeof functions)[number];

/** A value, and the text that it was written as. */
export type Term =
  | { readonly kind: 'number'; readonly value: number; readonly source: string }
  | { readonly kind: 'text'; readonly value: string; readonly source: string }
  | { readonly kind: 'field'; readonly name: string; readonly source: string }
  | {
      readonly kind: 'arithmetic';
      readonly operator: Arithmetic;
      readonly left: Term;
      readonly right: Term;
      readonly source: string;
    }
  | {
      readonly kind: 'call';
      readonly name: FunctionName;
      readonly arguments: readonly Term[];
      readonly source: string;
    };

export interface Compare {
  readonly kind: 'compare';
  readonly operator: Relation;
  readonly left: Term;
  readonly right: Term;
}

/** `not` and `implies` are written out in these. */
export type Condition =
  | Compare
  | { readonly kind: 'and' | 'or'; readonly left: Condition; readonly right: Condition };

/** The fields that a condition or a term names, each once, in the order of writing. */
export function fieldsOf(part: Condition | Term): readonly string[] {
  switch (part.kind) {
    case 'field':
      return [part.name];
    case 'number':
    case 'text':
      return [];
    case 'call':
      return [...new Set(part.arguments.flatMap(fieldsOf))];
    default:
      return [...new Set([...fieldsOf(part.left), ...fieldsOf(part.right)])];
  }
}

/** The fields that a condition compares with text in quotes, each once. */
export function textFieldsOf(condition: Condition): readonly string[] {
  if (condition.kind !== 'compare') {
    return [...new Set([...textFieldsOf(condition.left), ...textFieldsOf(condition.right)])];
  }
  const { left, right } = condition;
  return left.kind === 'text' || right.kind === 'text' ? fieldsOf(condition) : [];
}

/** The fields that a condition takes as numbers: calculates with, or compares by size, with a number or with what is calculated. */
export function numberFieldsOf(condition: Condition): readonly string[] {
  if (condition.kind !== 'compare') {
    return [...new Set([...numberFieldsOf(condition.left), ...numberFieldsOf(condition.right)])];
  }
  const { operator, left, right } = condition;
  const either = [left, right].some(({ kind }) => kind === 'text');
  const alike = left.kind === 'field' && right.kind === 'field' && (operator === '=' || operator === '!=');
  return either || alike ? [] : fieldsOf(condition);
}
