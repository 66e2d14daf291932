import jsep from 'jsep';
import { type Sentence, ZhujiError } from '../../../src/workspace/index.ts';

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
  if (text.length > longest)
    throw refusal(text, { en: `it is longer than ${longest} characters`, zh: `长度超过 ${longest} 个字符` });
  const plain = typography.reduce((result, [from, to]) => result.replace(from, to), text);
  let tree: jsep.Expression;
  try {
    tree = jsep(plain);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw refusal(text, { en: reason, zh: `语法错误（${reason}）` });
  }
  return condition(tree, text);
}

function refusal(text: string, { en, zh }: Sentence): ZhujiError {
  const shown = text.length > 120 ? `${text.slice(0, 120)}…` : text;
  return new ZhujiError(
    'invalid_argument',
    { en: `The condition "${shown}" cannot be read: ${en}`, zh: `无法读取判据“${shown}”：${zh}` },
    {
      recovery: {
        en: 'Write it over field ids with + - * / ( ), < <= > >= = !=, and, or, numbers, pi and "text", without units.',
        zh: '请用字段标识配合 + - * / ( )、< <= > >= = !=、and、or、数值、pi 与 "文本" 书写，不带单位。',
      },
      details: { condition: shown },
    },
  );
}

function condition(node: jsep.Expression, whole: string): Condition {
  if (node.type !== 'BinaryExpression')
    throw refusal(whole, { en: 'it has a part that compares nothing', zh: '其中有一部分不含比较' });
  const { operator, left, right } = node as jsep.BinaryExpression;
  if (operator === 'and' || operator === 'or') {
    return { kind: operator, left: condition(left, whole), right: condition(right, whole) };
  }
  const relation = relations.get(operator);
  if (!relation)
    throw refusal(whole, { en: `"${operator}" is no comparison`, zh: `“${operator}”不是比较运算符` });
  const sides = { left: term(left, whole), right: term(right, whole) };
  if (
    [sides.left, sides.right].some(({ kind }) => kind === 'text') &&
    relation !== '=' &&
    relation !== '!='
  ) {
    throw refusal(whole, { en: 'text can only be compared by = and !=', zh: '文本只能用 = 与 != 比较' });
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
      throw refusal(whole, {
        en: `"${String(value)}" is neither a number nor text`,
        zh: `“${String(value)}”既不是数值也不是文本`,
      });
    }
    case 'Identifier': {
      const { name } = node as jsep.Identifier;
      if (name === 'pi') return { kind: 'number', value: Math.PI, source: 'pi' };
      return { kind: 'field', name, source: name };
    }
    case 'UnaryExpression': {
      const { operator, argument } = node as jsep.UnaryExpression;
      const value = term(argument, whole);
      if (operator !== '-' && operator !== '+')
        throw refusal(whole, { en: `"${operator}" is not known`, zh: `无法识别“${operator}”` });
      if (value.kind !== 'number')
        throw refusal(whole, { en: 'a sign may stand before numbers only', zh: '正负号只能用在数值之前' });
      const signed = operator === '-' ? -value.value : value.value;
      return { kind: 'number', value: signed, source: `${operator === '-' ? '-' : ''}${value.source}` };
    }
    case 'BinaryExpression': {
      const { operator, left, right } = node as jsep.BinaryExpression;
      if (operator === '<' || operator === '>' || relations.has(operator)) {
        throw refusal(whole, {
          en: 'one comparison follows another: join two comparisons by "and"',
          zh: '比较不能连写：请用 "and" 连接两个比较',
        });
      }
      if (!isArithmetic(operator))
        throw refusal(whole, { en: `"${operator}" is not known here`, zh: `此处无法识别“${operator}”` });
      const [a, b] = [term(left, whole), term(right, whole)];
      if (a.kind === 'text' || b.kind === 'text')
        throw refusal(whole, { en: 'text cannot be calculated with', zh: '文本不能参与运算' });
      const source = `${grouped(a, operator, false)} ${operator} ${grouped(b, operator, true)}`;
      return { kind: 'arithmetic', operator, left: a, right: b, source };
    }
    default:
      throw refusal(whole, { en: `${node.type} is not allowed`, zh: `不允许使用 ${node.type}` });
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
