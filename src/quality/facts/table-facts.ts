import type {
  DatasetEntry,
  QueryOptions,
  QueryResult,
  RecordSet,
  Repeats,
  TableEngine,
  TableQuery,
} from '../../workspace/index.ts';
import { ZhujiError } from '../../workspace/index.ts';
import type { Fold, SeriesResult } from '../folds/fold.ts';
import type { Thresholds } from '../profile.ts';
import { fieldFactsOf } from './field-facts.ts';
import { type PassResults, runFolds, seriesFields } from './pass.ts';
import { readSample, type Sample } from './sample.ts';
import type { Question, TableFacts } from './types.ts';

/** Milliseconds of one question: a report over ten million records asks some that take longer than an agent would wait. */
const patience = 600_000;

/** Records of an answer that is kept. */
const mostKept = 100;

export interface TableFactsOptions {
  readonly thresholds: Thresholds;
  /** Folds of the measures that will ask; one pass serves them all. */
  readonly folds: readonly Fold<unknown>[];
  readonly signal?: AbortSignal | undefined;
}

/** Reads the counts and summaries of a record set. Errors: those of the engine. */
export async function tableFacts(
  tables: TableEngine,
  entry: DatasetEntry,
  recordSet: RecordSet,
  { thresholds, folds, signal }: TableFactsOptions,
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
  const options: QueryOptions = { timeout: patience, ...(signal && { signal }) };
  const asked = new Map<string, Promise<QueryResult>>();
  /** Measures ask the same small questions; a page of many records is not kept. */
  const ask = (parts: Question): Promise<QueryResult> => {
    const query = question(parts);
    if (query.limit > mostKept) return tables.query(query, options);
    const key = JSON.stringify(query);
    const answer = asked.get(key) ?? tables.query(query, options);
    asked.set(key, answer);
    return answer;
  };
  const { hash, rows, fields } = await fieldFactsOf(recordSet.fields, ask);
  const repeats = new Map<string, Promise<Repeats>>();
  const { groups } = seriesFields(recordSet);
  let sample: Promise<Sample> | undefined;
  let pass: Promise<PassResults> | undefined;
  const passed = (): Promise<PassResults> => {
    pass ??= runFolds(tables, facts, folds, signal);
    return pass;
  };
  const facts: TableFacts = {
    entry,
    recordSet,
    thresholds,
    hash,
    rows,
    fields,
    question,
    ask,
    scan({ recordSet: other = recordSet.id, ...scan }) {
      return tables.scan({ dataset: entry.id, recordSet: other, ...scan }, signal ? { signal } : {});
    },
    repeats(of = recordSet.fields.map(({ id }) => id)) {
      const key = JSON.stringify(of);
      const known = repeats.get(key) ?? tables.repeats(entry.id, recordSet.id, of, options);
      repeats.set(key, known);
      return known;
    },
    sample() {
      const wanted = Math.min(
        thresholds.sample_records,
        Math.max(1000, Math.floor(thresholds.sample_cells / Math.max(1, fields.length))),
      );
      sample ??= readSample(tables, entry, recordSet, Math.max(1, Math.ceil(rows / wanted)), signal);
      return sample;
    },
    async fold<R>(fold: Fold<R>) {
      if (!folds.includes(fold as Fold<unknown>)) {
        throw new ZhujiError('internal', {
          en: `No measure of this report names the fold "${fold.id}".`,
          zh: `本报告没有指标用到“${fold.id}”。`,
        });
      }
      const { results } = await passed();
      return (results.get(fold as Fold<unknown>) as readonly SeriesResult<R>[] | undefined) ?? null;
    },
    begin() {
      if (folds.length > 0) passed().catch(() => undefined);
    },
    coverage: async () => (await passed()).coverage,
    async seriesName(firstRow) {
      if (groups.length === 0) return '';
      const found = await ask({
        select: groups.map((field) => ({ field })),
        where: [{ field: 'row', op: '=', value: firstRow }],
        limit: 1,
      });
      return (found.rows[0] ?? []).map((cell) => String(cell ?? '–')).join(' · ');
    },
  };
  return facts;
}
