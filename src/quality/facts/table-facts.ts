import type { DatasetEntry, RecordSet, TableEngine, TableQuery } from '../../workspace/index.ts';
import type { Thresholds } from '../profile.ts';
import { duplicatesOf } from './duplicates.ts';
import { fieldFactsOf } from './field-facts.ts';
import { timelineOf } from './timeline.ts';
import type { Duplicates, Question, TableFacts, Timeline } from './types.ts';

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
  const { hash, rows, fields } = await fieldFactsOf(recordSet.fields, ask);
  const timelines = new Map<string, Promise<Timeline>>();
  let duplicates: Promise<Duplicates> | undefined;
  const facts: TableFacts = {
    entry,
    recordSet,
    thresholds,
    hash,
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
