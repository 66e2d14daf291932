export { type CompiledCondition, compileCondition, fails, holds, undetermined } from './compile.ts';
export {
  type EvaluateOptions,
  evaluate,
  type Margin,
  type Outcome,
  type Value,
  type Values,
} from './evaluate.ts';
export {
  type Compare,
  type Condition,
  fieldsOf,
  numberFieldsOf,
  type Relation,
  type Term,
  textFieldsOf,
} from './model.ts';
export { parseCondition } from './parse.ts';
