import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createCatalog } from '../../src/catalog/index.ts';
import type { TestVector } from '../../src/quality/index.ts';
import { openTableEngine } from '../../src/tables/index.ts';
import { openSession } from '../../src/tables/session.ts';
import {
  type Cell,
  cardItems,
  type DatasetEntry,
  type Field,
  type FieldType,
  type TableEngine,
} from '../../src/workspace/index.ts';

const sqlTypes: Record<FieldType, string> = {
  integer: 'BIGINT',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
  string: 'VARCHAR',
  date: 'DATE',
  datetime: 'TIMESTAMP',
  time: 'TIME',
  structure: 'VARCHAR',
};

function fieldOf({ id, type, role, range, unit, declared }: TestVector['fields'][number]): Field {
  return {
    id,
    name: id,
    description: {},
    type,
    unit: unit === undefined ? null : { symbol: unit, ucum: null, from: 'metadata' },
    role: role ?? null,
    ...(range && { range }),
    ...declared,
  };
}

function literal(cell: Cell): string {
  if (cell === null) return 'NULL';
  return typeof cell === 'string' ? `'${cell.replaceAll("'", "''")}'` : String(cell);
}

/** A dataset `made` with one record set `records`, written to Parquet and opened with the real engine. */
export async function madeDataset(
  table: Pick<TestVector, 'fields' | 'rows' | 'recordSet'>,
  about: Partial<DatasetEntry> = {},
) {
  const folder = await mkdtemp(join(tmpdir(), 'zhuji-quality-'));
  const parquet = join(folder, 'records.parquet');
  const session = await openSession(folder);
  const columns = table.fields.map(({ id, type }) => `"${id}" ${sqlTypes[type]}`).join(', ');
  await session.all(`CREATE TABLE records (${columns})`);
  for (let first = 0; first < table.rows.length; first += 500) {
    const rows = table.rows.slice(first, first + 500).map((row) => `(${row.map(literal).join(', ')})`);
    await session.all(`INSERT INTO records VALUES ${rows.join(', ')}`);
  }
  await session.all(`COPY records TO '${parquet}' (FORMAT parquet)`);
  session.close();
  const fields = table.fields.map(fieldOf);
  const entry = describedDataset({
    recordSets: [{ id: 'records', title: {}, rows: table.rows.length, fields, ...table.recordSet }],
    ...about,
  });
  const tables = openTableEngine([
    { dataset: entry.id, hash: entry.hash, recordSet: 'records', parquet, fields },
  ]);
  const release = async () => {
    await tables.close();
    await rm(folder, { recursive: true, force: true });
  };
  onTestFinished(release);
  return { entry, tables, catalog: createCatalog([entry]), folder };
}

/** An entry about which everything is stated that a report asks for. */
export function describedDataset(about: Partial<DatasetEntry>): DatasetEntry {
  return {
    kind: 'dataset',
    id: 'made',
    title: { zh: '自制', en: 'Made' },
    description: { zh: '测试用', en: 'For a test' },
    keywords: [],
    version: '1.0.0',
    hash: 'a'.repeat(64),
    license: 'Apache-2.0',
    links: [],
    unknown: [],
    maturity: 'dataset',
    resourceType: null,
    generated: false,
    publication: {
      creator: 'x',
      datePublished: '2026-01-01',
      provenance: 'made for a test',
      card: Object.fromEntries(cardItems.map((item) => [item, { zh: '测试', en: 'Test' }])),
    },
    recordSets: [],
    files: [
      {
        path: 'records.parquet',
        bytes: 1,
        sha256: 'a'.repeat(64),
        mediaType: 'application/vnd.apache.parquet',
      },
    ],
    ...about,
  };
}

/** The engine, counting its queries. */
export function counting(tables: TableEngine): { tables: TableEngine; queries: () => number } {
  let queries = 0;
  const counted: TableEngine = {
    ...tables,
    query(query, options) {
      queries += 1;
      return tables.query(query, options);
    },
  };
  return { tables: counted, queries: () => queries };
}
