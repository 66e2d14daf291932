import type jsep from 'jsep';
import type { Sentence } from '../../workspace/index.ts';
import { type Arithmetic, type FunctionName, functions, type Term } from './model.ts';
import { isComparison, written } from './written.ts';

/** Refuses a part of a condition; the text says which. */
export type Refuse = (node: jsep.Expression, reason: Sentence) => Error;

const isArithmetic = (operator: string): operator is Arithmetic => ['+', '-', '*', '/'].includes(operator);
const isFunction = (name: string): name is FunctionName => functions.some((one) => one === name);

/** What stands on one side of a comparison. */
export function termOf(node: jsep.Expression, refuse: Refuse): Term {
  switch (node.type) {
    case 'Literal': {
      const { value } = node as jsep.Literal;
      if (typeof value === 'number') return { kind: 'number', value, source: String(value) };
      if (typeof value === 'string') return { kind: 'text', value, source: `"${value}"` };
      throw refuse(node, {
        en: `"${String(value)}" is neither a number nor text`,
        zh: `“${String(value)}”既不是数值也不是文本`,
      });
    }
    case 'Identifier': {
      const name = (node as jsep.Identifier).name.replace(/^\$/, '');
      if (name === 'pi') return { kind: 'number', value: Math.PI, source: 'pi' };
      return { kind: 'field', name, source: name };
    }
    case 'UnaryExpression':
      return signed(node as jsep.UnaryExpression, refuse);
    case 'BinaryExpression':
      return arithmetic(node as jsep.BinaryExpression, refuse);
    case 'CallExpression':
      return call(node as jsep.CallExpression, refuse);
    default:
      throw refuse(node, { en: `${node.type} is not allowed`, zh: `不允许使用 ${node.type}` });
  }
}

function signed(node: jsep.UnaryExpression, refuse: Refuse): Term {
  const { operator, argument } = node;
  if (operator === 'not') {
    throw refuse(node, {
      en: `"not" takes a condition in brackets: not (${written(argument)} …)`,
      zh: `"not" 之后须为括号内的条件：not (${written(argument)} …)`,
    });
  }
  if (operator !== '-' && operator !== '+')
    throw refuse(node, { en: `"${operator}" is not known`, zh: `无法识别“${operator}”` });
  const value = termOf(argument, refuse);
  if (value.kind !== 'number')
    throw refuse(node, { en: 'a sign may stand before numbers only', zh: '正负号只能用在数值之前' });
  return {
    kind: 'number',
    value: operator === '-' ? -value.value : value.value,
    source: `${operator === '-' ? '-' : ''}${value.source}`,
  };
}

function number(node: jsep.Expression, refuse: Refuse): Term {
  const term = termOf(node, refuse);
  if (term.kind === 'text')
    throw refuse(node, { en: 'text cannot be calculated with', zh: '文本不能参与运算' });
  return term;
}

function arithmetic(node: jsep.BinaryExpression, refuse: Refuse): Term {
  const { operator, left, right } = node;
  if (isComparison(operator)) {
    throw refuse(node, {
      en: 'one comparison follows another: join two comparisons by "and"',
      zh: '比较不能连写：请用 "and" 连接两个比较',
    });
  }
  if (!isArithmetic(operator))
    throw refuse(node, { en: `"${operator}" is not known here`, zh: `此处无法识别“${operator}”` });
  const [a, b] = [number(left, refuse), number(right, refuse)];
  const source = `${grouped(a, operator, false)} ${operator} ${grouped(b, operator, true)}`;
  return { kind: 'arithmetic', operator, left: a, right: b, source };
}

function call(node: jsep.CallExpression, refuse: Refuse): Term {
  const name = written(node.callee);
  if (node.callee.type !== 'Identifier' || !isFunction(name)) {
    throw refuse(node, {
      en: `there is no function "${name}", only ${functions.join(', ')}`,
      zh: `没有函数“${name}”，仅有 ${functions.join('、')}`,
    });
  }
  const parts = node.arguments;
  if (name === 'abs' ? parts.length !== 1 : parts.length < 2) {
    throw refuse(node, {
      en: name === 'abs' ? 'abs takes one value' : `${name} takes two values or more`,
      zh: name === 'abs' ? 'abs 须有一个参数' : `${name} 须有两个或更多参数`,
    });
  }
  const taken = parts.map((part) => number(part, refuse));
  return {
    kind: 'call',
    name,
    arguments: taken,
    source: `${name}(${taken.map(({ source }) => source).join(', ')})`,
  };
}

const strength: Readonly<Record<Arithmetic, number>> = { '+': 1, '-': 1, '*': 2, '/': 2 };

function grouped(part: Term, around: Arithmetic, right: boolean): string {
  if (part.kind !== 'arithmetic') return part.source;
  const [own, other] = [strength[part.operator], strength[around]];
  const needed = own < other || (right && own === other && (around === '-' || around === '/'));
  return needed ? `(${part.source})` : part.source;
}
