import jsep from 'jsep';
import type { Sentence } from '../../workspace/index.ts';
import type { Compare, Condition, Relation } from './model.ts';
import { plain } from './plain.ts';
import { refusal } from './refusal.ts';
import { type Refuse, termOf } from './term.ts';
import { relationOf, written } from './written.ts';

// jsep keeps one set of operators for the whole process; nobody else here parses with it.
jsep.addBinaryOp('implies', 0.5, true);
jsep.addBinaryOp('or', 1);
jsep.addBinaryOp('and', 2);
jsep.addBinaryOp('=', 6);
jsep.addUnaryOp('not');

const longest = 1000;

/**
 * Reads a condition: field names, numbers, `pi`, text in double quotes, `+ - * / ( )`, `abs`, `min`, `max`, comparisons,
 * `and`, `or`, `not (…)`, `implies` (binds weakest). The text is untrusted: anything else is refused with
 * `invalid_argument`, and the message names the character or the part.
 */
export function parseCondition(text: string): Condition {
  if (text.length > longest)
    throw refusal(text, { en: `it is longer than ${longest} characters`, zh: `长度超过 ${longest} 个字符` });
  const { text: expression, at } = plain(text);
  let tree: jsep.Expression;
  try {
    tree = jsep(expression);
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/ at character \d+$/, '') : String(error);
    const index = error instanceof Error && 'index' in error ? Number(error.index) : undefined;
    throw refusal(
      text,
      { en: reason, zh: `语法错误（${reason}）` },
      index === undefined ? undefined : at(index),
    );
  }
  const refuse: Refuse = (node, { en, zh }) => {
    const part = written(node);
    const told: Sentence =
      node === tree ? { en, zh } : { en: `${en} (in "${part}")`, zh: `${zh}（见“${part}”）` };
    return refusal(text, told);
  };
  return conditionOf(tree, refuse);
}

const opposites: Readonly<Record<Relation, Relation>> = {
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
  '=': '!=',
  '!=': '=',
};

/** By De Morgan's laws; they hold in three-valued logic too. */
function negated(condition: Condition): Condition {
  if (condition.kind === 'compare') return { ...condition, operator: opposites[condition.operator] };
  const kind = condition.kind === 'and' ? 'or' : 'and';
  return { kind, left: negated(condition.left), right: negated(condition.right) };
}

function conditionOf(node: jsep.Expression, refuse: Refuse): Condition {
  if (node.type === 'UnaryExpression' && node['operator'] === 'not') {
    return negated(conditionOf((node as jsep.UnaryExpression).argument, refuse));
  }
  if (node.type === 'Compound') {
    const [first, second] = (node as jsep.Compound).body;
    const [before, after] = [first ? written(first) : '', second ? written(second) : ''];
    throw refuse(node, {
      en: `"${after}" follows "${before}" and nothing joins them`,
      zh: `“${before}”与“${after}”之间没有连接`,
    });
  }
  if (node.type !== 'BinaryExpression')
    throw refuse(node, { en: 'it has a part that compares nothing', zh: '其中有一部分不含比较' });
  const { operator, left, right } = node as jsep.BinaryExpression;
  switch (operator) {
    case 'and':
    case 'or':
      return { kind: operator, left: conditionOf(left, refuse), right: conditionOf(right, refuse) };
    case 'implies':
      return { kind: 'or', left: negated(conditionOf(left, refuse)), right: conditionOf(right, refuse) };
    default:
      return comparison(node as jsep.BinaryExpression, refuse);
  }
}

function comparison(node: jsep.BinaryExpression, refuse: Refuse): Compare {
  const operator = relationOf(node.operator);
  if (!operator)
    throw refuse(node, { en: `"${node.operator}" is no comparison`, zh: `“${node.operator}”不是比较运算符` });
  const [left, right] = [termOf(node.left, refuse), termOf(node.right, refuse)];
  const texts = [left, right].filter(({ kind }) => kind === 'text').length;
  if (texts > 0 && operator !== '=' && operator !== '!=')
    throw refuse(node, { en: 'text can only be compared by = and !=', zh: '文本只能用 = 与 != 比较' });
  if (texts > 0 && [left, right].some(({ kind }) => kind !== 'text' && kind !== 'field'))
    throw refuse(node, { en: 'text can only be compared with a field', zh: '文本只能与字段比较' });
  return { kind: 'compare', operator, left, right };
}
