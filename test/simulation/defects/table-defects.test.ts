import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seeded } from '../../../src/methods/random.ts';
import {
  type DefectTable,
  type DefectTruth,
  defectSeverities,
  severities,
  tableDefectKinds,
  tableDefects,
} from '../../../src/simulation/defects/index.ts';
import { madeTable } from './made-table.ts';

const column = (table: DefectTable, field: string) =>
  table.columns[table.fields.findIndex(({ id }) => id === field)] ?? [];

/** `field:row` of every cell that differs from that of the record it came from. */
function differences(before: DefectTable, after: DefectTable, { origin }: DefectTruth): string[] {
  return before.fields.flatMap(({ id }) => {
    const [old, now] = [column(before, id), column(after, id)];
    return now.flatMap((cell, place) =>
      Object.is(cell, old[origin ? (origin[place] ?? 0) - 1 : place]) ? [] : [`${id}:${place + 1}`],
    );
  });
}

const cases = fc.record({
  seed: fc.integer({ min: 1, max: 1e6 }),
  records: fc.integer({ min: 1900, max: 2500 }),
  severity: fc.constantFrom(...defectSeverities),
  ordered: fc.boolean(),
});

/** Kinds of which no damaged cell may be what it was. A stuck value may, as may the first steps of a drift. */
const everyNamed = new Set<string>([
  'missing_at_random',
  'missing_block',
  'swapped_unit',
  'spikes',
  'label_noise',
  'clock_shift',
  'split_leakage',
]);

function everyCase(
  kind: (typeof tableDefectKinds)[number],
  check: (before: DefectTable, after: DefectTable, truth: DefectTruth) => void,
): void {
  const defect = tableDefects[kind];
  let injected = 0;
  fc.assert(
    fc.property(cases, ({ seed, records, severity, ordered }) => {
      const table = { ...madeTable(seed, records), ordered };
      for (const field of defect.places(table, severity)) {
        const once = defect.inject(table, { severity, rng: seeded(seed), field });
        check(table, once.table, once.truth);
        injected += 1;
      }
    }),
    { numRuns: 8 },
  );
  expect(injected).toBeGreaterThan(3);
}

describe.each(tableDefectKinds)('%s', (kind) => {
  it('is made again by the same seed, elsewhere by another, and leaves the table given alone', () => {
    const table = madeTable(7, 2400);
    const kept = structuredClone(table);
    const of = (seed: number) => tableDefects[kind].inject(table, { severity: 'medium', rng: seeded(seed) });
    expect(of(1)).toEqual(of(1));
    const tables = [1, 2, 3].map((seed) => JSON.stringify(of(seed).table));
    expect(new Set(tables).size).toBe(3);
    expect(table).toEqual(kept);
  });

  it('changes what the truth names and nothing else', () => {
    everyCase(kind, (before, after, truth) => {
      const named = new Set(truth.fields.flatMap((field) => truth.rows.map((row) => `${field}:${row}`)));
      const changed = differences(before, after, truth);
      expect(changed.filter((cell) => !named.has(cell))).toEqual([]);
      if (everyNamed.has(kind)) expect(new Set(changed)).toEqual(named);
      expect(truth.rows.length).toBeGreaterThan(0);
      expect(truth.rows).toEqual(truth.rows.toSorted((a, b) => a - b));
      expect(new Set(truth.rows).size).toBe(truth.rows.length);
      for (const { from, to, group } of truth.intervals) {
        expect([from, to]).toEqual([truth.rows[0], truth.rows.at(-1)]);
        if (group) {
          expect(truth.rows.map((row) => column(after, group.field)[row - 1])).toEqual(
            truth.rows.map(() => group.value),
          );
        }
      }
    });
  });

  it('keeps every column as long as the others, and the fields as they were', () => {
    everyCase(kind, (before, after, truth) => {
      expect(new Set(after.columns.map(({ length }) => length)).size).toBe(1);
      expect(after.fields.slice(0, before.fields.length)).toEqual(before.fields);
      if (truth.origin) expect(truth.origin).toHaveLength(after.columns[0]?.length ?? 0);
    });
  });
});

/** One defect of medium severity in a table in which each kind has a place. */
function one(kind: (typeof tableDefectKinds)[number], field?: string, seed = 3) {
  const before = madeTable(11, 2400);
  const { table, truth } = tableDefects[kind].inject(before, {
    severity: 'medium',
    rng: seeded(seed),
    ...(field !== undefined && { field }),
  });
  const cells = (id: string) => truth.rows.map((row) => column(table, id)[row - 1]);
  const old = (id: string) => truth.rows.map((row) => column(before, id)[row - 1]);
  return { before, table, truth, cells, old };
}

describe('what is done', () => {
  it('takes the stated share of values away', () => {
    const { truth, cells } = one('missing_at_random', 'current');
    expect(truth.rows).toHaveLength(2400 * severities.missing_at_random.medium.share);
    expect(new Set(cells('current'))).toEqual(new Set([null]));
  });

  it('takes a block of one machine away', () => {
    const { truth, cells } = one('missing_block', 'current');
    expect(new Set(cells('current'))).toEqual(new Set([null]));
    expect(truth.rows.every((row, place) => place === 0 || row - (truth.rows[place - 1] ?? 0) === 3)).toBe(
      true,
    );
  });

  it('repeats records right behind the first', () => {
    const { table, truth } = one('duplicates');
    expect(table.columns[0]).toHaveLength(2400 + truth.rows.length);
    for (const row of truth.rows) {
      expect(table.columns.map((cells) => cells[row - 1])).toEqual(
        table.columns.map((cells) => cells[row - 2]),
      );
    }
  });

  it('converts to the unit it states', () => {
    const { truth, cells, old } = one('swapped_unit', 'temperature');
    expect(truth.parameters).toMatchObject({ from: '°C', to: '°F' });
    const expected = old('temperature').map((cell) => expect.closeTo(Number(cell) * 1.8 + 32, 2));
    expect(cells('temperature')).toEqual(expected);
  });

  it('holds the first value', () => {
    const { truth, cells, old } = one('stuck', 'temperature');
    expect(truth.rows).toHaveLength(severities.stuck.medium.records);
    expect(new Set(cells('temperature'))).toEqual(new Set([old('temperature')[0]]));
  });

  it('throws single values far off', () => {
    const { cells } = one('spikes', 'temperature');
    for (const cell of cells('temperature')) expect(Math.abs(Number(cell) - 60)).toBeGreaterThan(12);
  });

  it('creeps to the stated change', () => {
    const { truth, cells, old } = one('drift', 'temperature');
    const steps = cells('temperature').map((cell, place) => Number(cell) - Number(old('temperature')[place]));
    expect(steps.at(-1)).toBeCloseTo(Number(truth.parameters['change']), 1);
    expect(Math.abs(steps[0] ?? 9)).toBeLessThan(0.05);
  });

  it('gives another class', () => {
    const { cells, old } = one('label_noise', 'grade');
    expect(cells('grade').filter((cell, place) => cell === old('grade')[place])).toEqual([]);
    expect(new Set(cells('grade'))).toEqual(new Set(['合格', '不合格']));
  });

  it('moves times by whole hours and keeps how they are written', () => {
    for (const seed of [1, 2, 3, 4]) {
      const { truth, cells, old } = one('clock_shift', 'time', seed);
      const offset = Number(truth.parameters['offset']);
      expect(Math.abs(offset)).toBe(8 * 3_600_000);
      const at = (cell: unknown) => Date.parse(`${cell}Z`);
      expect(cells('time').map(at)).toEqual(old('time').map((cell) => at(cell) + offset));
      expect(String(cells('time')[0])).toMatch(/^2026-01-0\dT\d\d:\d\d:00$|^2025-12-31T\d\d:\d\d:00$/);
    }
  });

  it('delays one signal of one machine', () => {
    const { before, truth, cells } = one('signal_lag', 'current');
    const own = column(before, 'current');
    expect(cells('current')).toEqual(truth.rows.map((row) => own[row - 1 - 3 * 5]));
  });

  it('keeps every record when it loses the order', () => {
    const { truth, table, before } = one('shuffled_rows');
    expect(truth.origin?.toSorted((a, b) => a - b)).toEqual(before.columns[0]?.map((_, place) => place + 1));
    expect(column(table, 'time')).not.toEqual(column(before, 'time'));
  });

  it('gives the label away in the stated share', () => {
    const { table, truth } = one('label_leakage', 'grade');
    const codes = column(table, truth.fields[0] ?? '');
    const agree = column(table, 'grade').filter(
      (grade, row) => (grade === '合格') === (codes[row] === codes[0]),
    );
    const share = Math.max(agree.length, codes.length - agree.length) / codes.length;
    expect(share).toBeGreaterThan(0.98);
  });

  it('puts test records among the training records', () => {
    const { truth, table, before, cells } = one('split_leakage');
    const places = truth.rows.map((row) => (truth.origin?.[row - 1] ?? 0) - 1);
    expect(places.map((place) => column(before, 'split')[place])).toEqual(truth.rows.map(() => 'test'));
    expect(cells('split')).toEqual(truth.rows.map(() => 'train'));
    expect(table.columns[0]).toHaveLength(2400 + truth.rows.length);
  });
});

describe('where it makes no sense', () => {
  it('is not put, and says so', () => {
    const table = madeTable(5, 2400);
    for (const kind of ['stuck', 'spikes', 'drift', 'signal_lag', 'swapped_unit'] as const) {
      expect(tableDefects[kind].places(table, 'medium')).not.toContain('constant');
      const inject = () =>
        tableDefects[kind].inject(table, { severity: 'medium', rng: seeded(1), field: 'constant' });
      expect(inject).toThrow(expect.objectContaining({ code: 'invalid_argument' }));
    }
  });

  it('asks for an order, where a defect has one', () => {
    const table = { ...madeTable(5, 2400), ordered: false };
    for (const kind of ['missing_block', 'stuck', 'drift', 'signal_lag'] as const) {
      expect(tableDefects[kind].places(table, 'medium')).toEqual([]);
    }
  });
});
