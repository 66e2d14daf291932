import { describe, expect, it } from 'vitest';
import { normal, sampleWithout, seeded } from '../../../src/methods/random.ts';
import type { Cell } from '../../../src/workspace/index.ts';
import { examined, type Fields } from './report.ts';

const fields: Fields = [
  { id: 'part', type: 'string', role: 'identifier' },
  { id: 'thickness', type: 'number', role: 'measurement', unit: 'mm' },
  { id: 'temperature', type: 'number', role: 'measurement', unit: 'Cel' },
  { id: 'force', type: 'number', role: 'measurement', unit: 'kN' },
  { id: 'material', type: 'string', role: 'status' },
  { id: 'grade', type: 'string', role: 'label' },
];

const classes = ['ok', 'rework', 'scrap'];

/** Parts whose grade follows from two measurements, with a little of chance. */
function parts(seed: number, count = 2000): Cell[][] {
  const rng = seeded(seed);
  return Array.from({ length: count }, (_, place) => {
    const [thickness, temperature] = [normal(rng), normal(rng)];
    const score = thickness - temperature + 0.1 * normal(rng);
    return [
      `P${place}`,
      12 + 0.05 * thickness,
      180 + 4 * temperature,
      45 + 10 * rng(),
      ['steel', 'iron'][Math.floor(rng() * 2)] ?? null,
      score > 1.8 ? 'scrap' : score > 0.7 ? 'rework' : 'ok',
    ];
  });
}

const gradeAt = 5;

function flip(rows: readonly Cell[][], share: number, seed: number): ReadonlySet<number> {
  const rng = seeded(seed);
  const chosen = sampleWithout(rng, [...rows.keys()], Math.round(rows.length * share));
  for (const place of chosen) {
    const others = classes.filter((name) => name !== rows[place]?.[gradeAt]);
    rows[place]?.splice(gradeAt, 1, others[Math.floor(rng() * others.length)] ?? null);
  }
  return new Set(chosen.map((place) => place + 1));
}

describe('labels that other fields tell', () => {
  it.each([1, 2, 3])(
    'are suspect where one in twenty is wrong, and most of those named are (seed %i)',
    async (seed) => {
      const rows = parts(seed);
      const wrong = flip(rows, 0.05, seed + 100);
      const { finding, affected } = await examined(fields, rows);
      const suspect = finding('suspect_labels');
      expect(suspect).toMatchObject({ fields: ['grade'], repair: { action: 'set_missing' } });
      const named = (affected('suspect_labels') ?? []).flatMap(([first, last]) =>
        Array.from({ length: last - first + 1 }, (_, place) => first + place),
      );
      expect(named.length).toBe(suspect?.count);
      const right = named.filter((row) => wrong.has(row)).length;
      expect(right / named.length).toBeGreaterThan(0.7);
      expect(suspect?.magnitude?.value).toBeGreaterThan(2);
      expect(suspect?.magnitude?.value).toBeLessThan(10);
      expect(suspect?.rows.every((row) => wrong.has(row))).toBe(true);
    },
  );

  it.each([4, 5, 6, 7])('are not suspect where all are right (seed %i)', async (seed) => {
    const { kinds } = await examined(fields, parts(seed));
    expect(kinds).not.toContain('suspect_labels');
    expect(kinds).not.toContain('label_leakage');
  });
});

it.each([
  ['is suspect', 0.05, true],
  ['is not', 0, false],
])('a rare fault with some wrong labels %s (share %f)', async (_, share, suspect) => {
  const rng = seeded(31);
  const rows = parts(31, 4000).map((cells) => {
    const fault = Number(cells[1]) < 11.94 && Number(cells[2]) < 178;
    return [...cells.slice(0, gradeAt), fault !== rng() < share ? 'fault' : 'none'];
  });
  expect((await examined(fields, rows)).kinds.includes('suspect_labels')).toBe(suspect);
});

it.each([0.5, 0.1, 0.01])('a label that nothing tells is not doubted (share %f)', async (share) => {
  const rng = seeded(8);
  const rows = parts(8).map((cells) => [...cells.slice(0, gradeAt), rng() < share ? 'fault' : 'none']);
  const { report, kinds } = await examined(fields, rows);
  expect(kinds).not.toContain('suspect_labels');
  expect(report.measures.find(({ id }) => id === 'label_agreement')?.result).toMatchObject({
    reason: 'label_not_learnable',
  });
});

describe('a field that gives the label away', () => {
  const withField = (field: Fields[number], cell: (grade: Cell, place: number) => Cell) => ({
    fields: [...fields, field],
    rows: parts(9).map((cells, place) => [...cells, cell(cells[gradeAt] ?? null, place)]),
  });

  it('by its value is found, and the labels are not doubted for it', async () => {
    const made = withField({ id: 'result', type: 'string', role: 'status' }, (grade, place) =>
      place % 100 === 0 ? 'R1' : `R${classes.indexOf(String(grade)) + 1}`,
    );
    const { finding, kinds } = await examined(made.fields, made.rows);
    expect(finding('label_leakage')).toMatchObject({
      fields: ['result'],
      severity: 'major',
      repair: { action: 'drop_field', parameters: { field: 'result' } },
    });
    expect(kinds).not.toContain('suspect_labels');
  });

  it('by being missing is found', async () => {
    const made = withField(
      { id: 'scrap_weight', type: 'number', role: 'measurement', unit: 'kg' },
      (grade, place) => (grade === 'ok' ? null : 1 + (place % 7) / 10),
    );
    const two = made.rows.map((cells) => cells.with(gradeAt, cells[gradeAt] === 'ok' ? 'ok' : 'bad'));
    const { finding } = await examined(made.fields, two);
    expect(finding('label_leakage')).toMatchObject({
      fields: ['scrap_weight'],
      message: {
        en: expect.stringContaining('Whether `scrap_weight` has a value alone tells `grade` right'),
      },
    });
  });

  it('of which the label follows together with another one is none', async () => {
    const rows = parts(10).map((cells) =>
      cells.with(gradeAt, Number(cells[1]) > 12 && Number(cells[2]) > 180 ? 'scrap' : 'ok'),
    );
    expect((await examined(fields, rows)).kinds).not.toContain('label_leakage');
  });

  it('that is a quantity on another scale is found, some records apart', async () => {
    const rng = seeded(12);
    const quantity: Fields = [
      { id: 'temperature', type: 'number', role: 'setpoint', unit: 'Cel' },
      { id: 'vickers', type: 'number', role: 'measurement', unit: 'HV' },
      { id: 'hardness', type: 'number', role: 'label', unit: 'HRC' },
    ];
    const rows = Array.from({ length: 600 }, (_, place): Cell[] => {
      const temperature = 200 + (place % 25) * 20;
      const hardness = 60 - temperature / 20 + 2 * normal(rng);
      return [temperature, place % 50 === 0 ? 300 : 12 * hardness + 0.1 * normal(rng), hardness];
    });
    const { report } = await examined(quantity, rows);
    const leaks = report.findings.filter(({ kind }) => kind === 'label_leakage');
    expect(leaks.map(({ fields: [field] }) => field)).toEqual(['vickers']);
  });
});

describe('training and test records', () => {
  const split: Fields = [
    { id: 'time', type: 'datetime', role: 'time' },
    { id: 'machine', type: 'string', role: 'group' },
    { id: 'flow', type: 'number', role: 'measurement', unit: 'L/min' },
    { id: 'split', type: 'string', role: 'split' },
  ];
  const rowsOf = (isTest: (place: number, machine: number) => boolean): Cell[][] => {
    const rng = seeded(3);
    return Array.from({ length: 1000 }, (_, place) => [
      new Date(Date.UTC(2026, 0, 1) + place * 60_000).toISOString().slice(0, 19),
      `M${place % 10}`,
      5 + rng(),
      isTest(place, place % 10) ? 'test' : 'train',
    ]);
  };

  it('that are the same are found, wherever they lie', async () => {
    const rows = rowsOf((place) => (place * 7919) % 5 === 0);
    const copies = rows.filter((cells) => cells[3] === 'test').slice(0, 12);
    const { finding, affected } = await examined(split, [
      ...rows,
      ...copies.map((cells) => cells.with(3, 'train')),
    ]);
    expect(finding('split_leakage')).toMatchObject({ fields: ['split'], count: 12, severity: 'major' });
    expect(affected('split_leakage')).toEqual([[1001, 1012]]);
  });

  it('are not held together by machine or time where nobody meant to', async () => {
    const { kinds } = await examined(
      split,
      rowsOf((place) => (place * 7919) % 5 === 0),
    );
    expect(kinds).not.toContain('split_leakage');
  });

  it('of one machine in both parts are found where all others are apart', async () => {
    const { finding } = await examined(
      split,
      rowsOf((place, machine) => machine >= 8 || (machine === 3 && place > 900)),
    );
    expect(finding('split_leakage')).toMatchObject({ fields: ['split', 'machine'], count: 90 });
    const { kinds } = await examined(
      split,
      rowsOf((_, machine) => machine >= 8),
    );
    expect(kinds).not.toContain('split_leakage');
  });

  it('on the wrong side in time are found where the split is by time', async () => {
    const { finding } = await examined(
      split,
      rowsOf((place) => place >= 800 !== (place >= 820 && place < 830)),
    );
    expect(finding('split_leakage')).toMatchObject({
      fields: ['split', 'time'],
      count: 10,
      rows: [821, 822, 823, 824, 825, 826, 827, 828, 829, 830],
    });
    expect(
      (
        await examined(
          split,
          rowsOf((place) => place >= 800),
        )
      ).kinds,
    ).not.toContain('split_leakage');
  });
});

it('a field in another unit is redundant, a setpoint and what follows it are not', async () => {
  const rng = seeded(21);
  const { report } = await examined(
    [
      { id: 'set', type: 'number', role: 'setpoint', unit: 'rpm' },
      { id: 'speed', type: 'number', role: 'measurement', unit: 'rpm' },
      { id: 'celsius', type: 'number', role: 'measurement', unit: 'Cel' },
      { id: 'fahrenheit', type: 'number', role: 'measurement', unit: '[degF]' },
    ],
    Array.from({ length: 400 }, (_, place): Cell[] => {
      const [set, celsius] = [1000 + (place % 4) * 300, 20 + normal(rng)];
      return [set, set + 0.5 * normal(rng), celsius, 32 + 1.8 * celsius];
    }),
  );
  const redundant = report.findings.filter(({ kind }) => kind === 'redundant_fields');
  expect(redundant.map((one) => one.fields)).toEqual([['fahrenheit', 'celsius']]);
});
