export { evaluate, type Margin, type Outcome, type Value, type Values } from './evaluate.ts';
export { type Condition, fieldsOf, parseCondition, type Relation } from './parse.ts';
