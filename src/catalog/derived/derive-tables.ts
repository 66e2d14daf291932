import { access, mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { type Layout, placeFolder, resolveInside, withStaging } from '../../workspace/folder/index.ts';
import { type DatasetEntry, type OnProgress, type RecordSet, ZhujiError } from '../../workspace/index.ts';
import type { DescribedDataset, Readings } from '../formats/croissant/index.ts';
import { importFile, type PlacedTable } from './import-file.ts';

export interface DeriveOptions {
  readonly onProgress?: OnProgress;
  readonly signal?: AbortSignal;
}

/** Parquet file of a record set. */
export function parquetOf(layout: Layout, entry: DatasetEntry, recordSet: RecordSet): string {
  return join(layout.tables(entry.hash), `${recordSet.id}.parquet`);
}

async function isComplete(layout: Layout, entry: DatasetEntry): Promise<boolean> {
  const found = entry.recordSets.map((recordSet) =>
    access(parquetOf(layout, entry, recordSet)).then(
      () => true,
      () => false,
    ),
  );
  return (await Promise.all(found)).every(Boolean);
}

function readOtherwise(entry: DatasetEntry, recordSet: string): ZhujiError {
  return new ZhujiError(
    'stale',
    {
      en: `The table "${recordSet}" of dataset "${entry.id}" is read otherwise now than it was described`,
      zh: `数据集 "${entry.id}" 的表 "${recordSet}" 现在的读取结果与其描述不符`,
    },
    {
      recovery: {
        en: `Describe the dataset anew: zhuji add <file> --id ${entry.id} --replace.`,
        zh: `请重新描述数据集：zhuji add <文件> --id ${entry.id} --replace。`,
      },
      details: { dataset: entry.id, recordSet },
    },
  );
}

function checkAgreement(entry: DatasetEntry, placed: readonly PlacedTable[]): void {
  for (const recordSet of entry.recordSets) {
    const table = placed.find((one) => one.recordSet === recordSet.id);
    const agrees =
      table?.rows === recordSet.rows &&
      table.columns.length === recordSet.fields.length &&
      recordSet.fields.every(({ id, type }, index) => {
        const column = table.columns[index];
        return column?.id === id && column.type === type;
      });
    if (!agrees) throw readOtherwise(entry, recordSet.id);
  }
}

async function importAll(
  layout: Layout,
  { entry, readings }: DescribedDataset,
  tables: string,
  options: DeriveOptions,
): Promise<PlacedTable[]> {
  const files = new Map<string, string[]>();
  for (const { id } of entry.recordSets) {
    const file = readings[id]?.file;
    if (file === undefined) throw readOtherwise(entry, id);
    files.set(file, [...(files.get(file) ?? []), id]);
  }
  const placed: PlacedTable[] = [];
  for (const [file, recordSets] of files) {
    const path = await resolveInside(layout.dataset(entry.id), file);
    const idOf = (table: string): string | undefined =>
      recordSets.find((id) => readings[id]?.table === table);
    placed.push(
      ...(await importFile(path, tables, ({ id }) => idOf(id), {
        ...formerReading(readings, recordSets),
        ...options,
      })),
    );
  }
  return placed;
}

/** One table is read the way it was; of several, each by its own sheet, the importer finds the way again. */
function formerReading(readings: Readings, recordSets: readonly string[]): object {
  const [only, ...others] = recordSets.map((id) => readings[id]);
  return only && others.length === 0 && only.reading.sheet === undefined
    ? { id: only.table, reading: only.reading }
    : {};
}

/**
 * Sees that the derived tables of a dataset are there, and reads them from its files where they are not. Several
 * processes may do so at once: each puts whole folders in place. Errors: `stale` where the files are read otherwise
 * than described; those of `importTables`.
 */
export async function deriveTables(
  layout: Layout,
  described: DescribedDataset,
  options: DeriveOptions = {},
): Promise<void> {
  const { entry } = described;
  if (await isComplete(layout, entry)) return;
  options.onProgress?.({ task: `Reading ${entry.id}`, done: 0 });
  await withStaging(layout, async (staging) => {
    await mkdir(staging.tables, { recursive: true });
    checkAgreement(entry, await importAll(layout, described, staging.tables, options));
    const target = layout.tables(entry.hash);
    if (await isComplete(layout, entry)) return;
    await rename(target, join(staging.folder, 'incomplete')).catch(() => {});
    await placeFolder(staging.tables, target);
  });
}
