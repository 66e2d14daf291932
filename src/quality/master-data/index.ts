export { type CodeFault, codeFault, codeSystemNames, type WrongCode, wrongCodes } from './check-codes.ts';
export {
  type EntityGroup,
  type Likeness,
  type Occurrence,
  type SimilarOptions,
  similarEntities,
} from './similar-entities.ts';
