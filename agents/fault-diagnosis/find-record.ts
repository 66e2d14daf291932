import type { Language } from '../../src/workspace/index.ts';
import { conditionsOf, passes, type SafeFilter } from '../shared/read-quality.ts';
import { answers, type Entry, failure, type Row, read, type Steps } from '../shared/tool-data.ts';
import type { Note } from './answer.ts';
import type { AskedAbout } from './question.ts';
import { list, say } from './words.ts';

export type RecordSet = NonNullable<Entry['record_sets']>[number];

/** A stored record: the fields asked for, and its row number. */
export interface FoundRecord {
  readonly row: number;
  /** Without those that do not pass a safe filter: the quality report has findings on them. */
  readonly values: Row;
  /** The filters that were not passed by a value. */
  readonly failed: readonly string[];
}

export type RecordSearch = { readonly record: FoundRecord } | { readonly lacks: Note };

/** Text columns that may hold the id of a record: by role, by name, or else the first of all. */
function identifying({ fields }: RecordSet): readonly string[] {
  const open = fields.filter(
    ({ type, role }) => type === 'string' && (role === null || role === 'identifier'),
  );
  const named = open.filter(
    ({ id, role }) =>
      role === 'identifier' ||
      /(^|_)(id|code|number|no|serial|measurement|sample|part)(_|$)|编号|序号|号$/.test(id),
  );
  return (named.length > 0 ? named : open.slice(0, 1)).map(({ id }) => id);
}

/** Reads the record that the question refers to, and of it only `select`. Never asks for more. */
export function* findRecord(
  dataset: string,
  set: RecordSet,
  asked: AskedAbout,
  select: readonly string[],
  filters: readonly SafeFilter[],
  language: Language,
): Steps<RecordSearch> {
  const source = `${dataset}/${set.id}`;
  const query = (where: readonly object[]) => ({
    name: 'query_rows',
    arguments: { dataset: source, select, where, page: '5' },
  });
  const place =
    asked.row !== undefined
      ? [{ field: 'row', op: '=', value: asked.row }]
      : yield* placeOf(source, set, asked.recordIds);
  if (place.length === 0) return { lacks: notFound(source, set, asked, language) };
  const [result] = yield [query(place)];
  const rows = read(answers.queryRows, result)?.rows;
  if (!rows) return { lacks: { code: 'query_failed', text: `${source}: ${failure(result)}` } };
  const [values, ...others] = rows;
  const row = values?.['row'];
  if (!values || typeof row !== 'number') return { lacks: notFound(source, set, asked, language) };
  if (others.length > 0) return { lacks: several(source, rows, language) };
  const failed = conditionsOf(filters, set.id, select).filter(
    (filter) => !passes(filter, values[filter.field]),
  );
  const distrusted = Object.fromEntries(failed.map(({ field }) => [field, null]));
  return {
    record: {
      row,
      values: { ...values, ...distrusted },
      failed: failed
        .filter(({ field }) => values[field] !== null)
        .map(({ field, op, value }) => `${field} ${op} ${value ?? ''}`.trim()),
    },
  };
}

/** Finds by which field the id is known, reading that field alone. */
function* placeOf(source: string, set: RecordSet, ids: readonly string[]): Steps<readonly object[]> {
  const tries = ids.flatMap((value) => identifying(set).map((field) => ({ field, op: '=', value })));
  if (tries.length === 0) return [];
  const results = yield tries.map((condition) => ({
    name: 'query_rows',
    arguments: { dataset: source, select: [condition.field], where: [condition], page: '2' },
  }));
  const hit = tries.find((_, place) => (read(answers.queryRows, results[place])?.rows.length ?? 0) > 0);
  return hit ? [hit] : [];
}

function notFound(source: string, set: RecordSet, { row, recordIds }: AskedAbout, language: Language): Note {
  const name = row === undefined ? list(language, recordIds) : String(row);
  return {
    code: 'unknown_record',
    text: say(
      language,
      `${source} has no record ${name}; its rows are 1 to ${set.rows}.`,
      `${source} 中没有记录 ${name}；行号范围为 1 至 ${set.rows}。`,
    ),
  };
}

function several(source: string, rows: readonly Row[], language: Language): Note {
  const numbers = rows.map((row) => String(row['row']));
  return {
    code: 'ambiguous_record',
    text: say(
      language,
      `${source} has several such records (rows ${list(language, numbers)}): name one row.`,
      `${source} 中有多条这样的记录（第 ${list(language, numbers)} 行），请指明一行。`,
    ),
  };
}
