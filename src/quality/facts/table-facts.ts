import type {
  DatasetEntry,
  Field,
  QueryResult,
  RecordSet,
  TableEngine,
  TableQuery,
} from '../../workspace/index.ts';
import type { Thresholds } from '../profile.ts';
import { type Duplicates, duplicatesOf } from './duplicates.ts';
import { type FieldFacts, fieldFactsOf } from './field-facts.ts';
import { type Timeline, timelineOf } from './timeline.ts';

/** A query over the record set at hand; what is left out is empty. */
export type Question = Partial<Omit<TableQuery, 'dataset' | 'recordSet'>>;

/** What measures share of one record set; asked of the engine once. */
export interface TableFacts {
  readonly entry: DatasetEntry;
  readonly recordSet: RecordSet;
  readonly thresholds: Thresholds;
  readonly rows: number;
  readonly fields: readonly FieldFacts[];
  question(question: Question): TableQuery;
  ask(question: Question): Promise<QueryResult>;
  duplicates(): Promise<Duplicates>;
  timeline(field: Field): Promise<Timeline>;
}

/** Reads the counts and summaries of a record set. Errors: those of the engine. */
export async function tableFacts(
  tables: TableEngine,
  entry: DatasetEntry,
  recordSet: RecordSet,
  thresholds: Thresholds,
  signal?: AbortSignal,
): Promise<TableFacts> {
  const question = (parts: Question): TableQuery => ({
    dataset: entry.id,
    recordSet: recordSet.id,
    select: [],
    where: [],
    order: [],
    limit: 10,
    offset: 0,
    ...parts,
  });
  const ask = (parts: Question) => tables.query(question(parts), signal ? { signal } : {});
  const { rows, fields } = await fieldFactsOf(recordSet.fields, ask);
  const timelines = new Map<string, Promise<Timeline>>();
  let duplicates: Promise<Duplicates> | undefined;
  const facts: TableFacts = {
    entry,
    recordSet,
    thresholds,
    rows,
    fields,
    question,
    ask,
    duplicates() {
      duplicates ??= duplicatesOf(facts);
      return duplicates;
    },
    timeline(field) {
      const known = timelines.get(field.id) ?? timelineOf(facts, field);
      timelines.set(field.id, known);
      return known;
    },
  };
  return facts;
}
