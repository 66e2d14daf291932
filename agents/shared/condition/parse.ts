import jsep from 'jsep';
import { ZhujiError } from '../../../src/workspace/index.ts';

export type Arithmetic = '+' | '-' | '*' | '/';
export type Relation = '<' | '<=' | '>' | '>=' | '=' | '!=';

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
    };

export type Condition =
  | { readonly kind: 'compare'; readonly operator: Relation; readonly left: Term; readonly right: Term }
  | { readonly kind: 'and' | 'or'; readonly left: Condition; readonly right: Condition };

// jsep keeps one set of operators for the whole process; nobody else here parses with it.
jsep.addBinaryOp('or', 1);
jsep.addBinaryOp('and', 2);
jsep.addBinaryOp('=', 6);

const longest = 1000;
const relations = new Map<string, Relation>(
  (['<', '<=', '>', '>=', '=', '!='] as const).map((relation) => [relation, relation]),
);
relations.set('==', '=');

const typography: readonly (readonly [RegExp, string])[] = [
  [/[×∙⋅]/g, '*'],
  [/÷/g, '/'],
  [/[−–]/g, '-'],
  [/≤/g, '<='],
  [/≥/g, '>='],
  [/≠/g, '!='],
  [/[“”＂]/g, '"'],
  [/＜/g, '<'],
  [/＞/g, '>'],
  [/＝/g, '='],
  [/（/g, '('],
  [/）/g, ')'],
  [/\bAND\b/g, 'and'],
  [/\bOR\b/g, 'or'],
];

/**
 * Reads a condition of a fault rule table: field names, numbers, `pi`, text in double quotes, `+ - * / ( )`,
 * comparisons, `and`, `or`. The text is untrusted: anything else is refused with `invalid_argument`.
 */
export function parseCondition(text: string): Condition {
  if (text.length > longest) throw refusal(text, `it is longer than ${longest} characters`);
  const plain = typography.reduce((result, [from, to]) => result.replace(from, to), text);
  let tree: jsep.Expression;
  try {
    tree = jsep(plain);
  } catch (error) {
    throw refusal(text, error instanceof Error ? error.message : String(error));
  }
  return condition(tree, text);
}

function refusal(text: string, reason: string): ZhujiError {
  const shown = text.length > 120 ? `${text.slice(0, 120)}…` : text;
  return new ZhujiError('invalid_argument', `The condition "${shown}" cannot be read: ${reason}`, {
    recovery:
      'Write it over field ids with + - * / ( ), < <= > >= = !=, and, or, numbers, pi and "text", without units.',
    details: { condition: shown },
  });
}

function condition(node: jsep.Expression, whole: string): Condition {
  if (node.type !== 'BinaryExpression') throw refusal(whole, 'it has a part that compares nothing');
  const { operator, left, right } = node as jsep.BinaryExpression;
  if (operator === 'and' || operator === 'or') {
    return { kind: operator, left: condition(left, whole), right: condition(right, whole) };
  }
  const relation = relations.get(operator);
  if (!relation) throw refusal(whole, `"${operator}" is no comparison`);
  const sides = { left: term(left, whole), right: term(right, whole) };
  if (
    [sides.left, sides.right].some(({ kind }) => kind === 'text') &&
    relation !== '=' &&
    relation !== '!='
  ) {
    throw refusal(whole, 'text can only be compared by = and !=');
  }
  return { kind: 'compare', operator: relation, ...sides };
}

const isArithmetic = (operator: string): operator is Arithmetic => ['+', '-', '*', '/'].includes(operator);

function term(node: jsep.Expression, whole: string): Term {
  switch (node.type) {
    case 'Literal': {
      const { value } = node as jsep.Literal;
      if (typeof value === 'number') return { kind: 'number', value, source: String(value) };
      if (typeof value === 'string') return { kind: 'text', value, source: `"${value}"` };
      throw refusal(whole, `"${String(value)}" is neither a number nor text`);
    }
    case 'Identifier': {
      const { name } = node as jsep.Identifier;
      if (name === 'pi') return { kind: 'number', value: Math.PI, source: 'pi' };
      return { kind: 'field', name, source: name };
    }
    case 'UnaryExpression': {
      const { operator, argument } = node as jsep.UnaryExpression;
      const value = term(argument, whole);
      if (operator !== '-' && operator !== '+') throw refusal(whole, `"${operator}" is not known`);
      if (value.kind !== 'number') throw refusal(whole, 'a sign may stand before numbers only');
      const signed = operator === '-' ? -value.value : value.value;
      return { kind: 'number', value: signed, source: `${operator === '-' ? '-' : ''}${value.source}` };
    }
    case 'BinaryExpression': {
      const { operator, left, right } = node as jsep.BinaryExpression;
      if (operator === '<' || operator === '>' || relations.has(operator)) {
        throw refusal(whole, 'one comparison follows another: join two comparisons by "and"');
      }
      if (!isArithmetic(operator)) throw refusal(whole, `"${operator}" is not known here`);
      const [a, b] = [term(left, whole), term(right, whole)];
      if (a.kind === 'text' || b.kind === 'text') throw refusal(whole, 'text cannot be calculated with');
      const source = `${grouped(a, operator, false)} ${operator} ${grouped(b, operator, true)}`;
      return { kind: 'arithmetic', operator, left: a, right: b, source };
    }
    default:
      throw refusal(whole, `${node.type} is not allowed`);
  }
}

const strength: Readonly<Record<Arithmetic, number>> = { '+': 1, '-': 1, '*': 2, '/': 2 };

function grouped(part: Term, around: Arithmetic, right: boolean): string {
  if (part.kind !== 'arithmetic') return part.source;
  const [own, other] = [strength[part.operator], strength[around]];
  const needed = own < other || (right && own === other && (around === '-' || around === '/'));
  return needed ? `(${part.source})` : part.source;
}

/** The fields that a condition or a term names, each once, in the order of writing. */
export function fieldsOf(part: Condition | Term): readonly string[] {
  if (part.kind === 'field') return [part.name];
  if (!('left' in part)) return [];
  return [...new Set([...fieldsOf(part.left), ...fieldsOf(part.right)])];
}
