import { stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fieldIds } from '../../column-names.ts';
import type { Session } from '../../session.ts';
import { literal } from '../../sql.ts';
import type { Notice, Reading } from '../../types.ts';
import type { CellTable } from '../cell-table.ts';
import { refuse } from '../failures.ts';
import { notice } from '../notice.ts';
import type { TextSource } from '../text-source.ts';
import { jsonFailure, notTable } from './json-failure.ts';
import { type JsonLayout, jsonCells, jsonRecords, largestRecord } from './json-relation.ts';

/** Bytes that a file may have which is one JSON object. */
const largestObject = 512 * 1024 * 1024;

export interface NamedTable {
  /** Name of the member that holds the records; undefined where the file holds one table. */
  readonly name: string | undefined;
  readonly table: CellTable;
}

/** Keys in the order in which they first occur. */
async function keysOf(session: Session, file: string, records: string): Promise<string[]> {
  const [odd] = await session.all(
    `SELECT arg_min(type, n), min(n) FROM (SELECT json_type(json) AS type, row_number() OVER () AS n FROM ${records}) ` +
      "WHERE type <> 'OBJECT'",
  );
  if (odd?.[1] != null) {
    const kind = String(odd[0]).toLowerCase();
    throw notTable(
      file,
      `record ${String(odd[1])} is no object (${kind})`,
      `第 ${String(odd[1])} 条记录不是对象（${kind}）`,
    );
  }
  const rows = await session.all(
    'SELECT key, min(n * 100000 + place) AS first FROM (SELECT n, unnest(keys) AS key, unnest(range(len(keys))) AS place ' +
      `FROM (SELECT json_keys(json) AS keys, row_number() OVER () AS n FROM ${records})) GROUP BY key ORDER BY first`,
  );
  return rows.map(([key]) => String(key));
}

interface Member {
  readonly name: string;
  readonly holdsRecords: boolean;
}

async function members(session: Session, records: string): Promise<Member[]> {
  const rows = await session.all(
    `SELECT key, json_type(value) = 'ARRAY' AND json_type(value, '$[0]') = 'OBJECT' FROM ` +
      `(SELECT unnest(json_keys(json)) AS key, json_extract(json, '/' || replace(replace(unnest(json_keys(json)), '~', '~0'), '/', '~1')) ` +
      `AS value FROM ${records})`,
  );
  return rows.map(([name, holds]) => ({ name: String(name), holdsRecords: holds === true }));
}

async function layoutOf(
  session: Session,
  source: TextSource,
): Promise<{ layout: JsonLayout; count: number }> {
  const text = source.head.trimStart();
  if (text.startsWith('[')) return { layout: 'array', count: Number.NaN };
  const lined = /^\.(ndjson|jsonl)$/i.test(extname(source.file)) || /^\{.*\}\s*\n\s*\{/.test(text);
  if (lined) return { layout: 'newline_delimited', count: Number.NaN };
  const { size } = await stat(source.path);
  if (size > largestObject) {
    throw refuse('too_large', source.file, {
      en: 'a single JSON object of more than 512 MiB is not read',
      zh: '不读取超过 512 MiB 的单个 JSON 对象',
      recovery: { en: 'Write one record a line (NDJSON).', zh: '请改为每行一条记录（NDJSON）。' },
    });
  }
  const [row] = await session.all(
    `SELECT count(*) FROM ${jsonRecords(source.path, 'unstructured', Math.max(size + 1, 1024))}`,
  );
  return { layout: 'unstructured', count: Number(row?.[0] ?? 0) };
}

function readingOf(source: TextSource, layout: JsonLayout, member?: string): Reading {
  return {
    format: layout === 'newline_delimited' ? 'ndjson' : 'json',
    encoding: source.encoding.label,
    byteOrderMark: source.encoding.mark > 0,
    ...(member === undefined ? {} : { member }),
  };
}

async function read(
  session: Session,
  source: TextSource,
  work: string,
  given: Partial<Reading>,
): Promise<NamedTable[]> {
  const { file, path } = source;
  if (source.head.trim() === '') throw notTable(file, 'the file is empty', '文件是空的');
  const { layout, count } = await layoutOf(session, source);
  const { size } = await stat(path);
  const records = jsonRecords(
    path,
    layout,
    layout === 'unstructured' ? Math.max(size + 1, 1024) : largestRecord,
  );
  const one = async (from: string, member?: string, notices: readonly Notice[] = []): Promise<CellTable> => {
    const keys = await keysOf(session, file, from);
    if (keys.length === 0) throw notTable(file, 'it holds no record with a member', '其中没有含成员的记录');
    return {
      relation: jsonCells(from, keys),
      names: keys,
      typed: true,
      decimalComma: false,
      reading: readingOf(source, layout, member),
      notices,
    };
  };
  if (layout !== 'unstructured' || count !== 1) return [{ name: undefined, table: await one(records) }];
  const all = await members(session, records);
  const holders = all.filter(
    ({ name, holdsRecords }) => holdsRecords && (given.member === undefined || given.member === name),
  );
  if (holders.length === 0) return [{ name: undefined, table: await one(records) }];
  const others = all.filter(({ holdsRecords }) => !holdsRecords).map(({ name }) => name);
  const left = others.slice(0, 20).join(', ');
  const notices =
    others.length > 0
      ? [
          notice(
            'members_skipped',
            `Beside its records the file has members that were left out: ${left}.`,
            `除记录外，文件中还有未读入的成员：${left}。`,
          ),
        ]
      : [];
  const tables: NamedTable[] = [];
  const ids = fieldIds(holders.map(({ name }) => name));
  for (const [index, { name }] of holders.entries()) {
    // Written out once: an array inside a large object would else be parsed for every pass.
    const lines = join(work, `member-${ids[index]}.ndjson`);
    const key = literal(`/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`);
    await session.all(
      `COPY (SELECT unnest(from_json(json_extract(json, ${key}), '["JSON"]')) AS json FROM ${records}) ` +
        `TO ${literal(lines)} (FORMAT csv, HEADER false, QUOTE '', ESCAPE '', DELIMITER ${literal('\u001f')})`,
    );
    const table = await one(jsonRecords(lines, 'newline_delimited'), name, notices);
    tables.push({ name, table });
  }
  return tables;
}

/** The tables of a JSON file. Errors: `unreadable_file`, `unsupported_format`, `too_large`. */
export async function readJson(
  session: Session,
  source: TextSource,
  work: string,
  given: Partial<Reading>,
): Promise<NamedTable[]> {
  try {
    return await read(session, source, work, given);
  } catch (error) {
    throw jsonFailure(source.file, error);
  }
}
