import { describe, expect, it } from 'vitest';
import { cardMeasures, checkDataset, measureCard } from '../../src/quality/index.ts';
import { describedDataset, madeDataset } from './made-dataset.ts';

const nothing = describedDataset({ version: '', license: null, publication: {}, files: [] });
const table = { fields: [{ id: 'a', type: 'number' as const }], rows: [[1]] };

describe.each(cardMeasures.map((measure) => [measure.id, measure] as const))('%s', (id, measure) => {
  it(`gives the value of its test vector: ${measure.vector.source}`, () => {
    const entry = { ...nothing, ...measure.vector.entry };
    expect(measureCard(measure, { entry, scenarios: [] }).result).toMatchObject({
      numerator: measure.vector.known,
      denominator: 5,
    });
  });

  it('knows nothing of a dataset of which nothing is said', () => {
    expect(measureCard(measure, { entry: nothing, scenarios: [] }).result).toMatchObject({ numerator: 0 });
  });

  it('is one finding that names what is missing and how to declare it', async () => {
    const made = await madeDataset(table, { license: null, version: '', publication: {} });
    const { findings, measures } = await checkDataset('made', made);
    const finding = findings.find((one) => one.id === `undocumented-${id}`);
    expect(finding).toMatchObject({ kind: 'undocumented', severity: 'info' });
    expect(measures.filter((one) => one.id === id)).toHaveLength(1);
    const source = { entry: made.entry, scenarios: [] };
    const [, named = ''] = finding?.message.en?.split('nothing says') ?? [];
    for (const item of measure.items) {
      const said = item.known(source);
      expect(named.includes(item.name.en), item.name.en).toBe(!said);
      if (!said && item.declare !== null) expect(finding?.remedy?.zh).toContain(item.declare);
    }
  });
});

it('says nothing of a dataset whose card says everything', async () => {
  const { findings } = await checkDataset('made', await madeDataset(table));
  expect(findings.filter(({ kind }) => kind === 'undocumented')).toEqual([]);
});
