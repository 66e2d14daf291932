import type jsep from 'jsep';
import type { Relation } from './model.ts';

const relations: Readonly<Record<string, Relation>> = {
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
  '=': '=',
  '==': '=',
  '!=': '!=',
};

export function relationOf(operator: string): Relation | undefined {
  return Object.hasOwn(relations, operator) ? relations[operator] : undefined;
}

export const isComparison = (operator: string): boolean => relationOf(operator) !== undefined;

const longest = 60;

/** A part of a condition as text, for messages. */
export function written(node: jsep.Expression): string {
  const text = textOf(node);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

function textOf(node: jsep.Expression): string {
  switch (node.type) {
    case 'Literal':
      return (node as jsep.Literal).raw;
    case 'Identifier':
      return (node as jsep.Identifier).name.replace(/^\$/, '');
    case 'UnaryExpression': {
      const { operator, argument } = node as jsep.UnaryExpression;
      return operator === 'not' ? `not ${textOf(argument)}` : `${operator}${textOf(argument)}`;
    }
    case 'BinaryExpression': {
      const { operator, left, right } = node as jsep.BinaryExpression;
      return `${textOf(left)} ${operator} ${textOf(right)}`;
    }
    case 'CallExpression': {
      const { callee, arguments: parts } = node as jsep.CallExpression;
      return `${textOf(callee)}(${parts.map(textOf).join(', ')})`;
    }
    default:
      return node.type;
  }
}
