import { join } from 'node:path';
import { ZhujiError } from '../../../workspace/index.ts';
import { fieldIds, readName } from '../../column-names.ts';
import type { RunOptions, Session, SqlRow } from '../../session.ts';
import { identifier, literal, pathLiteral } from '../../sql.ts';
import type { ImportedTable, Notice } from '../../types.ts';
import { firstLine, refuse } from '../failures.ts';
import { notice } from '../notice.ts';
import { columnStatistics } from '../statistics.ts';
import { checkPages } from './check-pages.ts';
import { planColumn } from './column-plan.ts';

/** A damaged file must not keep anyone waiting. */
const deadline: RunOptions = { timeout: 600_000 };

const unsupported = /unsupported|not supported|only supported|not implemented|requires two children|unknown/i;

function failure(file: string, error: unknown): Error {
  if (ZhujiError.is(error)) return error;
  const said = firstLine(error);
  if (/Out of Memory/.test(said)) throw error;
  return unsupported.test(said)
    ? refuse('unsupported_format', file, {
        en: `this kind of Parquet is not supported: ${said}`,
        zh: `不支持这种 Parquet：${said}`,
        recovery: {
          en: 'Write it with another codec or encoding, e.g. with snappy or zstd and default encodings.',
          zh: '请改用其他压缩或编码重新生成，例如 snappy 或 zstd 与默认编码。',
        },
        cause: error,
      })
    : refuse('unreadable_file', file, {
        en: `the Parquet file is damaged: ${said}`,
        zh: `Parquet 文件已损坏：${said}`,
        recovery: { en: 'Get the file again, or write it anew.', zh: '请重新获取或重新生成该文件。' },
        cause: error,
      });
}

interface Column {
  readonly name: string;
  readonly type: string;
}

/** Binary columns all of whose values are UTF-8 text: old writers do not say so. */
async function textColumns(
  session: Session,
  source: string,
  columns: readonly Column[],
): Promise<Set<string>> {
  const binary = columns.filter(({ type }) => type === 'BLOB');
  if (binary.length === 0) return new Set();
  const odd = binary.map(({ name }) => {
    const column = identifier(name);
    const text = `TRY(decode(${column}))`;
    return `count(${column}) FILTER (${text} IS NULL OR regexp_matches(${text}, '[\\x00-\\x08\\x0e-\\x1f\\x7f]'))`;
  });
  const [row = []] = await session.all(`SELECT ${odd.join(', ')} FROM ${source}`, [], deadline);
  return new Set(binary.filter((_, index) => Number(row[index]) === 0).map(({ name }) => name));
}

/** DuckDB turns INT96 days beyond its range into some other day. Errors: `unsupported_format`. */
async function checkOldTimestamps(session: Session, file: string, source: string): Promise<void> {
  const schema = await session.all(
    `SELECT name FROM parquet_schema(${pathLiteral(file)}) WHERE type = 'INT96'`,
    [],
    deadline,
  );
  const known = new Set((await describe(session, source)).map(({ name }) => name));
  for (const [value] of schema) {
    const name = String(value);
    if (!known.has(name)) continue;
    const [row] = await session.all(
      `SELECT min(n) FROM (SELECT ${identifier(name)} AS v, row_number() OVER () AS n FROM ${source}) ` +
        'WHERE NOT isfinite(v) OR year(v) NOT BETWEEN 1 AND 9999',
      [],
      deadline,
    );
    if (row?.[0] != null) {
      throw refuse('unsupported_format', file, {
        en: `column "${name}" has a time in record ${String(row[0])} that lies outside the years 1 to 9999`,
        zh: `列“${name}”第 ${String(row[0])} 条记录的时间超出公元 1 至 9999 年`,
        recovery: { en: 'Correct or remove that value.', zh: '请更正或删除该值。' },
        column: name,
      });
    }
  }
}

async function describe(session: Session, source: string): Promise<Column[]> {
  const rows: SqlRow[] = await session.all(`DESCRIBE SELECT * FROM ${source}`, [], deadline);
  return rows.map(([name, type]) => ({ name: String(name), type: String(type) }));
}

async function notFinite(
  session: Session,
  parquet: string,
  numbers: readonly { readonly name: string; readonly id: string }[],
): Promise<Notice[]> {
  if (numbers.length === 0) return [];
  const counts = numbers.map(({ id }) => `count(*) FILTER (NOT isfinite(${identifier(id)}))`);
  const [row = []] = await session.all(
    `SELECT ${counts.join(', ')} FROM read_parquet(${pathLiteral(parquet)})`,
  );
  return numbers.flatMap(({ name }, index) => {
    const count = Number(row[index] ?? 0);
    if (count === 0) return [];
    return [
      notice(
        'not_finite',
        `"${name}" holds ${count} values that are NaN or infinite: statistics leave them out, queries give them as text.`,
        `“${name}”有 ${count} 个值为 NaN 或无穷大：统计时不计，查询时以文本给出。`,
        { column: name },
      ),
    ];
  });
}

/** Reads a Parquet file into one whose types are those that are served. Errors: `unreadable_file`, `unsupported_format`. */
export async function readParquet(
  session: Session,
  file: string,
  id: string,
  folder: string,
): Promise<ImportedTable> {
  await checkPages(file);
  const source = `read_parquet(${pathLiteral(file)})`;
  try {
    const columns = await describe(session, source);
    await checkOldTimestamps(session, file, source);
    const texts = await textColumns(session, source, columns);
    const plans = columns.map(({ name, type }) => planColumn(name, type, texts.has(name)));
    const read = columns.map(({ name }) => readName(name));
    const ids = fieldIds(read.map(({ bare }) => bare));
    const list = plans.map(({ sql }, index) => `${sql} AS ${identifier(ids[index] ?? '')}`);
    const parquet = join(folder, `${id}.parquet`);
    await session.all(
      `COPY (SELECT ${list.join(', ')} FROM ${source}) TO ${literal(parquet)} (FORMAT parquet, COMPRESSION zstd)`,
      [],
      deadline,
    );
    const shapes = plans.map(({ type }, index) => ({ id: ids[index] ?? '', type }));
    const { statistics, summary } = await columnStatistics(session, parquet, shapes);
    const { rows } = summary;
    const numbers = plans.flatMap(({ type }, index) =>
      type === 'number' ? [{ name: columns[index]?.name ?? '', id: ids[index] ?? '' }] : [],
    );
    const none = notice('no_rows', 'The file has columns and no records.', '该文件只有列定义，没有记录。');
    return {
      id,
      parquet,
      rows,
      columns: plans.map(({ type, hexadecimal }, index) => ({
        name: columns[index]?.name ?? '',
        id: ids[index] ?? '',
        type,
        unit: read[index]?.unit ?? null,
        statistics: statistics[index] ?? { count: rows, missing: rows, distinct: 0 },
        reading: {
          missing: {},
          sourceType: columns[index]?.type ?? '',
          ...(hexadecimal ? { hexadecimal } : {}),
        },
      })),
      summary,
      reading: { format: 'parquet' },
      notices: [
        ...(rows === 0 ? [none] : []),
        ...plans.flatMap(({ notices }) => notices),
        ...(await notFinite(session, parquet, numbers)),
      ],
    };
  } catch (error) {
    throw failure(file, error);
  }
}
