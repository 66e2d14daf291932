import { describe, expect, it } from 'vitest';
import { checkDataset } from '../../../src/quality/index.ts';
import { statusMeaning, statusMeanings } from '../../../src/quality/signals/status-codes.ts';
import { repairDataset } from '../../../src/repair.ts';
import { madeDataset } from '../made-dataset.ts';
import { opened, plantWith, textsOf } from '../repair/plant.ts';

describe('a status code', () => {
  it.each([
    [0x808c0000 - 2 ** 32, 'bad', 'BadSensorFailure'],
    ['-2138308608', 'bad', 'BadSensorFailure'],
    ['0x420A0000', 'uncertain', 'UncertainSensorCalibration'],
    ['0x40FF0000', 'uncertain', 'Uncertain 0x40FF0000'],
  ] as const)('%s is %s: %s', (status, trust, name) => {
    expect(statusMeaning(status)).toEqual({ trust, name });
  });

  it('is no quality of OPC Classic, which begins at 192', () => {
    expect(statusMeanings([0, 192])).toBeNull();
    expect(statusMeanings([0, -1])).toBeNull();
  });
});

describe('bad_status', () => {
  const codes: Readonly<Record<number, string>> = { 20: '0x808C0000', 40: '0x808C0000', 60: 'F' };
  const records = Array.from({ length: 100 }, (_, row) => ({
    pressure: row === 40 ? '' : `${10 + (row % 7) / 8}`,
    quality: codes[row] ?? '0x00000000',
  }));
  const lines = records.map(({ pressure, quality }, row) => `${row},${pressure},${quality},${row % 5}.5`);
  const plant = (qualifies: readonly string[]) =>
    plantWith(
      { 'records.csv': ['Row,Pressure,Quality,Flow', ...lines].join('\n') },
      {
        fields: {
          'records/pressure': { role: 'measurement' },
          'records/flow': { role: 'measurement' },
          'records/quality': { role: 'status', qualifies: [...qualifies] },
        },
      },
    );
  const id = 'bad_status:records:quality';
  const findingOf = async (folder: string, dataset = 'line') => {
    const { quality } = await opened(folder);
    return (await quality.report(dataset)).findings.find((one) => one.id.startsWith('bad_status'));
  };

  it('takes out the one value that it is about, where there is any, and then is silent', async () => {
    const folder = await plant(['pressure']);
    expect(await findingOf(folder)).toMatchObject({
      id,
      count: 2,
      rows: [21, 61],
      repair: { action: 'set_missing', parameters: { field: 'pressure' } },
    });
    await repairDataset(folder, 'line', [id]);
    const repaired = 'line-repaired';
    const before = await textsOf(await opened(folder), 'line', 'records');
    const after = await textsOf(await opened(folder), repaired, 'records');
    const expected = before['pressure']?.map((text, row) => (row === 20 || row === 60 ? null : text));
    expect(after).toEqual({ ...before, pressure: expected });
    expect(await findingOf(folder, repaired)).toBeUndefined();
  });

  it('leaves out the records where it is about several values', async () => {
    const folder = await plant(['pressure', 'flow']);
    const found = await findingOf(folder);
    expect(found).toMatchObject({ count: 3, rows: [21, 41, 61], repair: { action: 'drop_records' } });
    expect(found?.message.en).toContain('`pressure`, `flow`');
    expect(found?.message.zh).toContain('BadSensorFailure (2), NE107 failure (1)');
  });

  it('says nothing where all is good', async () => {
    const made = await madeDataset({
      fields: [
        { id: 'v', type: 'number', role: 'measurement' },
        { id: 'q', type: 'string', role: 'status', declared: { qualifies: ['v'] } },
      ],
      rows: Array.from({ length: 60 }, (_, row) => [row, row % 9 === 0 ? 'GoodLocalOverride' : 'Good']),
    });
    const { findings, measures } = await checkDataset('made', made);
    expect(findings.filter(({ kind }) => kind === 'bad_status')).toEqual([]);
    expect(measures.find((one) => one.id === 'good_status')?.result).toMatchObject({ value: 1 });
  });
});
