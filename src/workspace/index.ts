export type { Catalog, CatalogHit, CatalogSearch } from './catalog.ts';
export type {
  CardItem,
  CodeSystem,
  DataCard,
  DataFile,
  DatasetEntry,
  Derivation,
  DocumentEntry,
  DocumentGenre,
  EntryBase,
  EntryKind,
  Field,
  FieldRole,
  FieldStatistics,
  FieldType,
  Link,
  Publication,
  ReadingNotice,
  RecordSet,
  Rule,
  Unit,
} from './entries.ts';
export { cardItems, codeSystems, documentGenres, entryKinds, fieldRoles, fieldTypes } from './entries.ts';
export type { Entry } from './entry.ts';
export { type ErrorCode, errorCodes, type Sentence, ZhujiError } from './errors.ts';
export type {
  DocumentPart,
  Knowledge,
  KnowledgeHit,
  KnowledgeResult,
  KnowledgeSearch,
  Passage,
} from './knowledge.ts';
export type {
  MeasureDefinition,
  MeasureResult,
  MeasureValue,
  StandardReference,
} from './measure.ts';
export { named } from './named.ts';
export { nearest } from './nearest.ts';
export type { OnProgress, Progress } from './progress.ts';
export type {
  AgentBrief,
  Finding,
  Gate,
  Interval,
  Proposal,
  Quality,
  QualityOptions,
  QualityReport,
  Repair,
  RepairAction,
  RequirementResult,
  Severity,
  TablePicture,
  Verdict,
} from './quality.ts';
export { repairActions, verdicts } from './quality.ts';
export type { ComparedReport, MovedMeasure, ReportComparison, TrendPoint } from './quality-comparison.ts';
export type { Requirement, ScenarioEntry } from './scenario.ts';
export type {
  Aggregate,
  Batch,
  Cell,
  Comparison,
  Condition,
  QueryOptions,
  QueryResult,
  Repeats,
  ResultColumn,
  Scalar,
  ScanRequest,
  Selection,
  TableEngine,
  TableQuery,
} from './tables.ts';
export { aggregates, comparisons } from './tables.ts';
export { type Language, languageOf, type Text, textIn } from './text.ts';
export type { Workspace } from './workspace.ts';
