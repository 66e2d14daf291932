import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkCroissant, readCroissantDocument } from '../../../src/catalog/index.ts';
import { openWorkspace } from '../../../src/open.ts';
import { exportCroissant } from '../../../src/quality/exports/index.ts';
import { ZhujiError } from '../../../src/workspace/index.ts';
import { plantWith } from './plant.ts';
import { triplesOf } from './triples.ts';

const rows = Array.from(
  { length: 30 },
  (_, n) => `${n},${n % 6 === 0 ? '' : 20 + (n % 4)},${n % 3 ? 'OK' : 'NG'}`,
);
const csv = `Part,Temperature [K],Result\n${rows.join('\n')}\n`;

async function exported() {
  const plant = await plantWith('parts.csv', csv);
  const workspace = await openWorkspace(plant);
  try {
    const document = JSON.parse(await readFile(join(plant, 'datasets/parts/croissant.json'), 'utf8'));
    const entry = workspace.catalog.dataset('parts');
    const report = await workspace.quality.report('parts');
    return { document, entry, report, result: exportCroissant(report, entry, document) };
  } finally {
    await workspace.close();
  }
}

it('adds the values as annotations, and stays a Croissant file without a new complaint', async () => {
  const { document, report, result } = await exported();
  const rulesOf = (of: unknown) => checkCroissant(of, 'specification').findings.map(({ rule }) => rule);
  expect(rulesOf(result)).toEqual(rulesOf(document));
  const { metadata } = readCroissantDocument(result, 'reference-compatible');
  const { metadata: before } = readCroissantDocument(document, 'reference-compatible');
  expect(metadata).toEqual(before);
  const text = JSON.stringify(result);
  const measured = report.measures.filter((one) => one.recordSet !== '' && one.result.status === 'measured');
  expect(measured.length).toBeGreaterThan(10);
  for (const { id, recordSet, field } of measured) {
    const part = field === undefined ? recordSet : `${recordSet}/${field}`;
    expect(text).toContain(`"@id":"${part}/quality/${id}"`);
  }
});

it('says the rest in DQV, in the same JSON-LD', async () => {
  const { report, result } = await exported();
  const triples = await triplesOf(result);
  const having = (predicate: string) => triples.filter((one) => one.predicate.value === predicate);
  const dqv = 'http://www.w3.org/ns/dqv#';
  expect(having(`${dqv}isMeasurementOf`)).toHaveLength(
    report.measures.filter((one) => one.result.status === 'measured').length,
  );
  expect(having(`${dqv}inDimension`).length).toBeGreaterThanOrEqual(report.definitions.length);
  expect(having('urn:zhuji:verdict')[0]?.object.value).toBe(report.verdict);
});

it('refuses a document whose context is elsewhere', async () => {
  const { report, entry, document } = await exported();
  const other = { ...document, '@context': 'http://mlcommons.org/croissant/1.1' };
  expect(() => exportCroissant(report, entry, other)).toThrow(ZhujiError);
});
