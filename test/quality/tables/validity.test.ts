import { describe, expect, it } from 'vitest';
import { seeded } from '../../../src/methods/random.ts';
import type { Cell } from '../../../src/workspace/index.ts';
import { examined, type Fields } from './report.ts';

const grades: Fields = [
  { id: 'part', type: 'string', role: 'identifier', declared: { pattern: 'P\\d{4}' } },
  { id: 'grade', type: 'string', declared: { values: ['ok', 'rework', 'scrap'] } },
  { id: 'torque', type: 'number', role: 'measurement', unit: 'N.m' },
];

const gradeRows = (count = 300): Cell[][] =>
  Array.from({ length: count }, (_, place) => [
    `P${1000 + place}`,
    ['ok', 'rework', 'scrap'][place % 3] ?? null,
    20 + Math.sin(place * 1.3),
  ]);

describe('values that are not valid', () => {
  it('are found against an enumeration, with all rows, the most frequent values and a filter', async () => {
    const rows = gradeRows();
    for (const place of [4, 90, 91]) rows[place]?.splice(1, 1, 'OK');
    rows[200]?.splice(1, 1, '?');
    const { finding, affected, report } = await examined(grades, rows);
    expect(finding('invalid_value')).toMatchObject({
      id: 'invalid_value:records:grade',
      severity: 'major',
      count: 4,
      rows: [5, 91, 92, 201],
      repair: { action: 'set_missing' },
      message: {
        en: expect.stringContaining('“OK” (3), “?” (1)'),
        zh: expect.stringContaining('300 个值中有 4 个'),
      },
    });
    expect(affected('invalid_value')).toEqual([
      [5, 5],
      [91, 92],
      [201, 201],
    ]);
    expect(report.brief.safe_filters).toContainEqual({
      recordSet: 'records',
      field: 'grade',
      op: 'in',
      value: ['ok', 'rework', 'scrap'],
    });
  });

  it('are found against a pattern that holds for the whole text', async () => {
    const rows = gradeRows();
    rows[7]?.splice(0, 1, 'P12345');
    const { finding } = await examined(grades, rows);
    expect(finding('invalid_value')).toMatchObject({ fields: ['part'], rows: [8], severity: 'minor' });
  });

  it('are not looked for with a pattern that takes for ever', { timeout: 30_000 }, async () => {
    const fields: Fields = [{ id: 'a', type: 'string', declared: { pattern: '(a+)+b' } }];
    const { report } = await examined(fields, [['a'.repeat(60)]]);
    const one = report.measures.find(({ id }) => id === 'value_validity');
    expect(one?.result).toMatchObject({ reason: 'pattern_not_applied' });
  });

  it('are words among numbers, but no words among codes that happen to be digits', async () => {
    const rows = Array.from({ length: 200 }, (_, place): Cell[] => [
      place % 50 === 0 ? 'error' : String(place / 4),
      place % 50 === 0 ? `A${place}` : String(place),
    ]);
    const { report } = await examined(
      [
        { id: 'reading', type: 'string' },
        { id: 'order', type: 'string' },
      ],
      rows,
    );
    const invalid = report.findings.filter(({ kind }) => kind === 'invalid_value');
    expect(invalid.map(({ fields, count }) => [fields[0], count])).toEqual([['reading', 4]]);
  });

  it('are not found where all is as declared', async () => {
    const { kinds } = await examined(grades, gradeRows());
    expect(kinds).not.toContain('invalid_value');
  });
});

describe('numbers of records and of classes', () => {
  const classes = { ok: 100, rework: 100, scrap: 100 };
  const declared: Fields = grades.map((field) =>
    field.id === 'grade' ? { ...field, declared: { classes } } : field,
  );

  it.each([
    [320, 'truncated', 20],
    [290, 'more_rows', 10],
  ])('against %i declared: %s', async (declaredRows, kind, count) => {
    const { finding } = await examined(grades, gradeRows(), { declaredRows });
    expect(finding(kind)).toMatchObject({
      count,
      message: { en: expect.stringContaining(String(declaredRows)) },
    });
  });

  it('a last line that was cut is told, and can be dropped', async () => {
    const notices = [{ code: 'last_line_cut', message: { en: 'x' }, where: { line: 301 } }];
    const { finding, affected } = await examined(grades, gradeRows(), { notices });
    expect(finding('truncated')).toMatchObject({ rows: [300], repair: { action: 'drop_records' } });
    expect(affected('truncated')).toEqual([[300, 300]]);
  });

  it('classes with another number of records than declared are named', async () => {
    const { finding } = await examined(declared, gradeRows(301));
    expect(finding('class_count_differs')).toMatchObject({
      fields: ['grade'],
      count: 1,
      message: { en: expect.stringContaining('“ok” has 101 records and not 100') },
    });
    expect((await examined(declared, gradeRows())).kinds).not.toContain('class_count_differs');
  });
});

describe('missing values that lie together', () => {
  const fields: Fields = [
    { id: 'time', type: 'datetime', role: 'time' },
    { id: 'machine', type: 'string', role: 'group' },
    { id: 'flow', type: 'number', role: 'measurement', unit: 'L/min' },
  ];
  const rng = seeded(11);
  const rowsOf = (isMissing: (place: number, machine: string) => boolean): Cell[][] =>
    Array.from({ length: 1200 }, (_, place) => {
      const machine = `M${place % 3}`;
      const time = new Date(Date.UTC(2026, 0, 1) + Math.floor(place / 3) * 60_000).toISOString().slice(0, 19);
      return [time, machine, isMissing(place, machine) ? null : 5 + rng()];
    });

  it('are told with series, times and exactly their rows', async () => {
    const { finding, affected } = await examined(
      fields,
      rowsOf((place, machine) => machine === 'M1' && place >= 300 && place < 360),
    );
    expect(finding('missing_block')).toMatchObject({
      fields: ['flow'],
      count: 20,
      magnitude: { value: 20, unit: 'records' },
      intervals: [
        { from: 302, to: 359, series: 'M1', start: '2026-01-01T01:40:00', end: '2026-01-01T01:59:00' },
      ],
    });
    expect(affected('missing_block')?.length).toBe(20);
  });

  it.each([0.02, 0.3, 0.9])('are not found where a share of %f is missing by chance', async (share) => {
    const { kinds } = await examined(
      fields,
      rowsOf(() => rng() < share),
    );
    expect(kinds).toContain('missing_values');
    expect(kinds).not.toContain('missing_block');
  });
});
