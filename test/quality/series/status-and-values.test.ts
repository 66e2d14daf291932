import { describe, expect, it } from 'vitest';
import { checkDataset } from '../../../src/quality/index.ts';
import { statusMeaning, statusMeanings } from '../../../src/quality/signals/status-codes.ts';
import { madeDataset } from '../made-dataset.ts';

describe('status codes', () => {
  it.each([
    [0, 'good', 'Good'],
    ['0x808C0000', 'bad', 'BadSensorFailure'],
    [2156658688, 'bad', 'BadSensorFailure'],
    ['2156658688', 'bad', 'BadSensorFailure'],
    [0x40900000 + 0x0480, 'uncertain', 'UncertainLastUsableValue'],
    ['BadSomethingNew', 'bad', 'BadSomethingNew'],
    ['uncertainlastusablevalue', 'uncertain', 'UncertainLastUsableValue'],
    [0x81234567, 'bad', 'Bad 0x81234567'],
    ['F', 'bad', 'NE107 failure'],
    ['S', 'uncertain', 'NE107 out of specification'],
    ['M', 'good', 'NE107 maintenance required'],
  ] as const)('%s is %s: %s', (status, trust, name) => {
    expect(statusMeaning(status)).toEqual({ trust, name });
  });

  it.each([-1, 2 ** 32, 0.5, 0xc0000000, 'running', 'Goods', '0xZZ', ''])('%s is none', (status) => {
    expect(statusMeaning(status)).toBeNull();
  });

  it('are not what somebody numbered 0, 1, 2, nor words of another kind', () => {
    expect(statusMeanings([0, 1, 2])).toBeNull();
    expect(statusMeanings(['running', 'stopped', 'Good'])).toBeNull();
    expect(statusMeanings([])).toBeNull();
  });
});

const cells = Array.from({ length: 200 }, (_, row) => row);

describe('bad_status', () => {
  it('says which codes there are, what they concern, and how to leave them out', async () => {
    const made = await madeDataset({
      fields: [
        { id: 'v', type: 'number', role: 'measurement' },
        { id: 'q', type: 'integer', role: 'status', declared: { qualifies: ['v'] } },
      ],
      rows: cells.map((row) => [row, row % 50 === 7 ? 0x808c0000 : row === 20 ? 0x40900000 : 0]),
    });
    const { findings, brief } = await checkDataset('made', made);
    const found = findings.find(({ kind }) => kind === 'bad_status');
    expect(found).toMatchObject({ severity: 'major', fields: ['q'], count: 5, rows: [8, 21, 58, 108, 158] });
    expect(found?.message.en).toContain(
      'BadSensorFailure (4), UncertainLastUsableValue (1); it concerns `v`',
    );
    const filter = brief.safe_filters.find(({ field }) => field === 'q');
    expect(filter).toMatchObject({ op: 'not_in', value: expect.arrayContaining([0x808c0000, 0x40900000]) });
    expect(found?.query && (await made.tables.query(found.query)).matched).toBe(5);
  });
});

describe('not_finite', () => {
  it('counts NaN and both infinities, and its filter leaves out just these', async () => {
    const made = await madeDataset({
      fields: [{ id: 'v', type: 'number' }],
      rows: cells.map((row) => [row === 3 ? 'NaN' : row === 5 ? '-Infinity' : row === 9 ? null : row]),
    });
    const { findings, brief } = await checkDataset('made', made);
    expect(findings.find(({ kind }) => kind === 'not_finite')).toMatchObject({ count: 2, rows: [4, 6] });
    const where = brief.safe_filters.filter(({ op }) => op === 'between') as never;
    const query = { dataset: 'made', select: [], where, order: [], limit: 1, offset: 0 };
    expect((await made.tables.query(query)).matched).toBe(197);
  });
});

describe('improbable_date', () => {
  const day = (row: number): string => new Date(Date.UTC(2024, 0, 1 + row)).toISOString().slice(0, 10);
  const kinds = async (dates: readonly (string | null)[]) => {
    const made = await madeDataset({
      fields: [{ id: 'd', type: 'date' }],
      rows: dates.map((date) => [date]),
    });
    const { findings } = await checkDataset('made', made);
    return findings.filter(({ kind }) => kind === 'improbable_date');
  };

  it('names the start of an epoch among dates that are nowhere near', async () => {
    const [found] = await kinds(cells.map((row) => (row % 40 === 1 ? '1970-01-01' : day(row))));
    expect(found).toMatchObject({ count: 5, rows: [2, 42, 82, 122, 162] });
    expect(found?.message.en).toContain('1970-01-01');
  });

  it('says nothing of dates around such a day, of old ones, or of all on one day', async () => {
    const from = (first: string) => (row: number) =>
      new Date(Date.parse(first) + row * 86_400_000).toISOString().slice(0, 10);
    expect(await kinds(cells.map(day))).toEqual([]);
    expect(await kinds(cells.map(from('1969-11-20')))).toEqual([]);
    expect(await kinds(cells.map(from('1999-11-20')))).toEqual([]);
    expect(await kinds(cells.map(() => '1970-01-01'))).toEqual([]);
  });
});
