import { checkDataset } from '../../../src/quality/index.ts';
import type { DatasetEntry, QualityReport } from '../../../src/workspace/index.ts';
import { madeDataset } from '../made-dataset.ts';

/** A small dataset with a bit of everything, really measured: missing values, a repeat, a declared range that is broken. */
export async function madeReport(
  about: Partial<DatasetEntry> = {},
): Promise<{ entry: DatasetEntry; report: QualityReport }> {
  const rows = Array.from({ length: 40 }, (_, n) => [
    n + 1,
    n % 7 === 0 ? null : 20 + (n % 5),
    n % 4 === 0 ? 'NG' : 'OK',
  ]);
  const { entry, tables, catalog } = await madeDataset(
    {
      fields: [
        { id: 'part', type: 'integer', role: 'identifier' },
        { id: 'temperature', type: 'number', role: 'measurement', unit: 'K', range: { min: 20, max: 23 } },
        { id: 'result', type: 'string', role: 'label', declared: { values: ['OK', 'NG'] } },
      ],
      rows: [...rows, rows[1] ?? []],
      recordSet: { declaredRows: 41, key: ['part'] },
    },
    about,
  );
  const report = await checkDataset(entry.id, {
    catalog,
    tables,
    clock: () => new Date('2026-05-01T08:00:00Z'),
  });
  return { entry, report };
}
