import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { dcmmFiles, dcmmMarkdown, exportDcmm } from '../../../src/quality/exports/index.ts';
import { madeReport } from './made-report.ts';

it('counts what report and catalog evidence, and says that it is no assessment', async () => {
  const made = await madeReport();
  const evidence = exportDcmm(made);
  const row = (id: string) => evidence.rows.find((one) => one.id === id);
  expect(evidence.statement.zh).toContain('不是 DCMM 评估');
  expect(evidence.statement.en).toContain('no assessment');
  // Of part, temperature and result the last two have a unit, a range or values declared.
  expect(row('landing')).toMatchObject({ numerator: 2, denominator: 3 });
  expect(row('keys')).toMatchObject({ numerator: 1, denominator: 1 });
  expect(row('documentation')).toMatchObject({ denominator: 20 });
  expect(row('requirements_met')).toMatchObject({ value: null, denominator: 0 });
  expect(row('findings_grave')?.denominator).toBe(made.report.findings.length);
  expect(new Set(evidence.rows.map(({ area }) => area)).size).toBe(6);
  expect(new Set(evidence.rows.map(({ id }) => id)).size).toBe(evidence.rows.length);
});

it('is the same as CSV, JSON and Markdown', async () => {
  const evidence = exportDcmm(await madeReport());
  const files = dcmmFiles(evidence);
  const rows: Record<string, string>[] = parse(files['dcmm-evidence.csv'] ?? '', {
    bom: true,
    columns: true,
  });
  expect(rows.map((row) => [row['id'], Number(row['numerator'])])).toEqual(
    evidence.rows.map(({ id, numerator }) => [id, numerator]),
  );
  expect(JSON.parse(files['dcmm-evidence.json'] ?? '')).toEqual(evidence);
  for (const { what } of evidence.rows) expect(files['dcmm-evidence.zh.md']).toContain(what.zh);
  expect(dcmmMarkdown(evidence, 'en')).not.toMatch(/\p{Script=Han}/u);
});
