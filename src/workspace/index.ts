export type { Catalog, CatalogHit, CatalogSearch } from './catalog.ts';
export type {
  DataFile,
  DatasetEntry,
  DocumentEntry,
  Entry,
  EntryBase,
  EntryKind,
  Field,
  FieldRole,
  FieldStatistics,
  FieldType,
  Link,
  Publication,
  RecordSet,
  Unit,
} from './entries.ts';
export { entryKinds, fieldRoles, fieldTypes } from './entries.ts';
export { type ErrorCode, errorCodes, type Sentence, ZhujiError } from './errors.ts';
export type {
  DocumentPart,
  Knowledge,
  KnowledgeHit,
  KnowledgeResult,
  KnowledgeSearch,
  Passage,
} from './knowledge.ts';
export { named } from './named.ts';
export { nearest } from './nearest.ts';
export type { OnProgress, Progress } from './progress.ts';
export type {
  AgentBrief,
  Finding,
  Gate,
  MeasureDefinition,
  MeasureResult,
  MeasureValue,
  Quality,
  QualityReport,
  Severity,
  StandardReference,
  Verdict,
} from './quality.ts';
export { verdicts } from './quality.ts';
export type {
  Aggregate,
  Cell,
  Comparison,
  Condition,
  QueryOptions,
  QueryResult,
  ResultColumn,
  Scalar,
  Selection,
  TableEngine,
  TableQuery,
} from './tables.ts';
export { aggregates, comparisons } from './tables.ts';
export { type Language, languageOf, type Text, textIn } from './text.ts';
export type { Workspace } from './workspace.ts';
