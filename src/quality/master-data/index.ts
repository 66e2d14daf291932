export { type CodeFault, codeFault, codeFaultNames, codeSystemNames } from './check-codes.ts';
export {
  type EntityGroup,
  type Likeness,
  type Occurrence,
  type SimilarOptions,
  similarEntities,
} from './similar-entities.ts';
