import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDataset, qualityReportSchema, type TestVector } from '../../src/quality/index.ts';
import { type Cell, type QualityReport, ZhujiError } from '../../src/workspace/index.ts';
import { counting, describedDataset, madeDataset } from './made-dataset.ts';

const fields: TestVector['fields'] = [
  { id: 'part', type: 'string', role: 'identifier' },
  { id: 'machine', type: 'string', role: 'group' },
  { id: 'time', type: 'datetime', role: 'time' },
  { id: 'torque', type: 'number', role: 'measurement', unit: 'N.m', range: { min: 0, max: 80 } },
  { id: 'temperature', type: 'number', role: 'setpoint', unit: 'Cel', range: { min: 15 } },
  { id: 'ok', type: 'boolean', role: 'label' },
];

/** Two machines, a record a minute each, nothing wrong. */
function cleanRows(count = 400): Cell[][] {
  return Array.from({ length: count }, (_, place) => {
    const minute = new Date(Date.UTC(2026, 0, 1, 6) + Math.floor(place / 2) * 60_000);
    return [
      `p${place}`,
      place % 2 === 0 ? 'M1' : 'M2',
      minute.toISOString().slice(0, 19),
      40 + 5 * Math.sin(place * 1.7) + Math.cos(place * 0.3),
      20 + (place % 5),
      place % 3 !== 0,
    ];
  });
}

/** What `spoil` does to the clean rows, as a report. */
async function reportOf(
  spoil: (rows: Cell[][]) => void = () => {},
  columns = fields,
): Promise<QualityReport> {
  const rows = cleanRows();
  spoil(rows);
  const clock = () => new Date('2026-02-03T04:05:06Z');
  return checkDataset('made', { ...(await madeDataset({ fields: columns, rows })), clock });
}

function set(rows: Cell[][], row: number, column: string, cell: Cell): void {
  const cells = rows[row - 1];
  const place = fields.findIndex(({ id }) => id === column);
  if (!cells || place < 0) throw new Error(`no cell ${row}, ${column}`);
  cells[place] = cell;
}

const finding = (report: QualityReport, kind: string) => report.findings.find((one) => one.kind === kind);

it('many fields are counted in Chinese without a stray blank', async () => {
  const many = Array.from({ length: 8 }, (_, place) => ({ id: `f${place}`, type: 'number' as const }));
  const rows = Array.from({ length: 20 }, (_, row) => many.map((_field, place) => row * 1.5 + place));
  const report = await checkDataset('made', await madeDataset({ fields: many, rows }));
  expect(finding(report, 'unknown_role')?.message.zh).toContain('`f4`、`f5`等 8 个字段的用途');
});

describe('a value far from all others', () => {
  const torque = (field: (typeof fields)[number]) =>
    field.id === 'torque' ? { id: 'torque', type: 'number' as const } : field;

  it('that repeats is probably a code for missing, with its rows and a filter', async () => {
    const spoil = (rows: Cell[][]) => {
      for (const row of [5, 17, 100, 301]) set(rows, row, 'torque', -999);
    };
    const report = await reportOf(spoil, fields.map(torque));
    expect(finding(report, 'repeated_extreme_value')).toMatchObject({
      severity: 'major',
      fields: ['torque'],
      count: 4,
      rows: [5, 17, 100, 301],
      query: { where: [{ field: 'torque', op: '=', value: -999 }] },
      message: {
        en: expect.stringMatching(/is -999, .* in 4 of 400 values .*code for missing/),
        zh: expect.stringContaining('“缺失”的代码'),
      },
    });
    expect(report.brief.safe_filters).toContainEqual({
      recordSet: 'records',
      field: 'torque',
      op: '!=',
      value: -999,
    });
  });

  it.each([
    ['twice', [-999, -999]],
    ['with different values', [-999, -998, -997, -996]],
    ['with neighbours', [-999, -999, -999, -990, -980]],
    ['as a number that no logger writes for missing', [-650, -650, -650, -650]],
  ])('%s is no code', async (_name, values) => {
    const spoil = (rows: Cell[][]) => {
      for (const [place, value] of values.entries()) set(rows, 10 * place + 5, 'torque', value);
    };
    const report = await reportOf(spoil, fields.map(torque));
    expect(finding(report, 'repeated_extreme_value')).toBeUndefined();
    expect(finding(report, 'outliers')?.count).toBe(values.length);
  });
});

describe('a clean dataset', () => {
  it('is fit, and nothing above info is found', async () => {
    const report = await reportOf();
    expect(report.findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(report.verdict).toBe('fit');
    expect(report.gates.map(({ passed }) => passed)).toEqual([true, true, true, true]);
    expect(report.brief.must_mention).toEqual([]);
    expect(report.brief.safe_filters).toEqual([]);
    expect(report.brief.use_for.length).toBeGreaterThan(0);
    expect(report.measuredAt).toBe('2026-02-03T04:05:06.000Z');
  });

  it('gives a report that its schema takes, with the thresholds in it', async () => {
    const report = await reportOf();
    expect(qualityReportSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
    expect(report.profile).toBe('general-4');
    expect(report.thresholds['missing_major']).toBe(0.2);
    expect(new Set(report.measures.map(({ id }) => id))).toEqual(
      new Set(report.definitions.map(({ id }) => id)),
    );
  });

  it('takes few queries', async () => {
    const made = await madeDataset({ fields, rows: cleanRows() });
    const { tables, queries } = counting(made.tables);
    await checkDataset('made', { ...made, tables });
    expect(queries()).toBeLessThanOrEqual(7);
  });
});

describe('injected defects', () => {
  it('finds missing values, with their rows and a query that shows them', async () => {
    const made = await madeDataset({
      fields,
      rows: cleanRows().map((row, place) => (place < 12 ? [...row.slice(0, 3), null, ...row.slice(4)] : row)),
    });
    const report = await checkDataset('made', made);
    const missing = finding(report, 'missing_values');
    expect(missing).toMatchObject({ severity: 'minor', fields: ['torque'], count: 12 });
    expect(missing?.rows).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(missing?.query && (await made.tables.query(missing.query)).matched).toBe(12);
    expect(report.verdict).toBe('fit_with_conditions');
    expect(report.brief.must_mention).toContainEqual(missing?.message);
    expect(report.brief.safe_filters).toEqual([{ recordSet: 'records', field: 'torque', op: 'is_present' }]);
  });

  it('finds repeated records and the identifiers that repeat with them', async () => {
    const report = await reportOf((rows) => {
      for (const place of [3, 10, 10]) rows.push([...(rows[place] ?? [])]);
    });
    expect(finding(report, 'duplicate_rows')).toMatchObject({
      severity: 'minor',
      count: 3,
      rows: [401, 402, 403],
    });
    expect(finding(report, 'repeated_identifier')).toMatchObject({ severity: 'major', count: 3 });
  });

  it('finds values out of the declared range; the filters leave exactly them out', async () => {
    const rows = cleanRows();
    set(rows, 7, 'torque', 81);
    set(rows, 9, 'torque', -1);
    set(rows, 11, 'torque', 80);
    const made = await madeDataset({ fields, rows });
    const report = await checkDataset('made', made);
    expect(finding(report, 'out_of_range')).toMatchObject({ severity: 'minor', count: 2 });
    expect(finding(report, 'out_of_range')?.rows.toSorted()).toEqual([7, 9]);
    // Row 11 is within the range, and far from its neighbours: a spike has a filter of its own, by its row.
    const where = report.brief.safe_filters
      .filter(({ field }) => field === 'torque')
      .map(({ field, op, value }) => ({ field, op: op as '>=' | '<=', value: value ?? '' }));
    const left = await made.tables.query({
      dataset: 'made',
      select: [{ field: 'torque' }],
      where,
      order: [],
      limit: 1000,
      offset: 0,
    });
    expect(left.matched).toBe(398);
    expect(left.rowNumbers).not.toContain(7);
    expect(left.rowNumbers).toContain(11);
  });

  it('finds a gap of one machine and says how long it is', async () => {
    const report = await reportOf((rows) => rows.splice(100, 61));
    const gaps = finding(report, 'time_gaps');
    expect(gaps).toMatchObject({ severity: 'major', count: 2 });
    expect(gaps?.message.en).toContain('about 61 points are missing; the longest is 32 min');
    expect(gaps?.message.zh).toContain('约缺 61 个时间点');
    expect(gaps?.rows).toEqual([101, 102]);
  });

  it('finds records that go back in time', async () => {
    const report = await reportOf((rows) => {
      const [row] = rows.splice(50, 1);
      if (row) rows.splice(60, 0, row);
    });
    expect(finding(report, 'out_of_order')).toMatchObject({ severity: 'minor', count: 1, rows: [61] });
    expect(finding(report, 'time_gaps')).toBeUndefined();
  });

  it('calls a dataset whose labels are missing unfit, whatever the rest', async () => {
    const report = await reportOf((rows) => {
      for (let row = 1; row <= 250; row += 1) set(rows, row, 'ok', null);
    });
    expect(report.gates.find(({ id }) => id === 'labels_present')?.passed).toBe(false);
    expect(report.verdict).toBe('unfit');
    expect(report.brief.use_for).toEqual([]);
  });

  it('names rare classes, constant fields and unknown units and roles', async () => {
    const columns = fields.map((field) => {
      if (field.id === 'torque') return { id: 'torque', type: 'number', role: 'measurement' } as const;
      return field.id === 'temperature' ? ({ id: 'temperature', type: 'number' } as const) : field;
    });
    const report = await reportOf((rows) => {
      for (let row = 1; row <= 400; row += 1) {
        set(rows, row, 'ok', row > 4);
        set(rows, row, 'machine', 'M1');
      }
    }, columns);
    expect(finding(report, 'class_imbalance')).toMatchObject({ severity: 'minor', count: 4 });
    expect(finding(report, 'constant_field')).toMatchObject({ severity: 'info', fields: ['machine'] });
    expect(finding(report, 'unknown_unit')).toMatchObject({ fields: ['torque', 'temperature'] });
    expect(finding(report, 'unknown_role')).toMatchObject({ severity: 'info', fields: ['temperature'] });
    expect(report.brief.do_not_use_for.map(({ en }) => en)).toContain(
      'Statements about the effect of `machine`, which never varies',
    );
  });

  it('keeps every finding bounded and in both languages', async () => {
    const wide = Array.from({ length: 30 }, (_, place) => ({ id: `f${place}`, type: 'number' as const }));
    const rows = Array.from({ length: 50 }, (_, row) =>
      wide.map((_, place) => (row < 30 ? null : row * place)),
    );
    const report = await checkDataset('made', await madeDataset({ fields: wide, rows }));
    for (const { rows: places, message, remedy } of report.findings) {
      expect(places.length).toBeLessThanOrEqual(10);
      for (const text of [message, remedy]) {
        expect(text.zh).toMatch(/\p{Script=Han}/u);
        expect(text.en).toMatch(/[a-z]/);
      }
    }
    expect(report.brief.must_mention.length).toBeLessThanOrEqual(8);
    expect(JSON.stringify(report.brief.must_mention).length).toBeLessThan(3000);
  });
});

describe('what cannot be measured', () => {
  it('gives a reason and what is missing', async () => {
    const plain = fields.map(({ id, type }) => ({ id, type }));
    const report = await reportOf(() => {}, plain);
    const reasons = Object.fromEntries(
      report.measures.map(({ id, result }) => [id, result.status === 'not_measured' ? result : null]),
    );
    expect(reasons['time_completeness']).toEqual({
      status: 'not_measured',
      reason: 'no_time_field',
      missing: ['field with role time'],
    });
    expect(reasons['range_validity']?.reason).toBe('no_declared_range');
    expect(reasons['class_balance']?.reason).toBe('no_label_field');
    expect(reasons['identifier_uniqueness']?.reason).toBe('no_identifier_field');
  });

  it('takes irregular times for what they are', async () => {
    const report = await reportOf((rows) => {
      for (let row = 1; row <= 400; row += 1) {
        set(rows, row, 'time', new Date(Date.UTC(2026, 0, 1) + row ** 3 * 1000).toISOString().slice(0, 19));
      }
    });
    const time = report.measures.find(({ id }) => id === 'time_completeness');
    expect(time?.result).toMatchObject({ reason: 'irregular_sampling' });
    expect(finding(report, 'time_gaps')).toBeUndefined();
  });

  it('says unfit, and why, of a table that cannot be read', async () => {
    const made = await madeDataset({ fields, rows: cleanRows(4) });
    const entry = describedDataset({
      recordSets: [...made.entry.recordSets, { id: 'gone', title: {}, rows: 1, fields: [] }],
    });
    const catalog = { ...made.catalog, dataset: () => entry };
    const report = await checkDataset('made', { ...made, catalog });
    const [readable] = report.gates;
    expect(readable).toMatchObject({ id: 'readable', passed: false });
    expect(readable?.reason.en).toContain('gone');
    expect(report.verdict).toBe('unfit');
  });

  it('does not judge a dataset without tables', async () => {
    const made = await madeDataset({ fields, rows: [] }, { recordSets: [] });
    expect((await checkDataset('made', made)).verdict).toBe('unknown');
  });

  it('says unfit of tables of another version', async () => {
    const made = await madeDataset({ fields, rows: cleanRows() });
    const catalog = { ...made.catalog, dataset: () => ({ ...made.entry, hash: 'b'.repeat(64) }) };
    const report = await checkDataset('made', { ...made, catalog });
    expect(report.gates.find(({ id }) => id === 'version_matches')?.passed).toBe(false);
  });

  it('takes no measure that runs out of time, but the others', async () => {
    const made = await madeDataset({ fields, rows: cleanRows() });
    const tables = {
      ...made.tables,
      repeats: async () => {
        throw new ZhujiError('timeout', { en: 'too slow', zh: '太慢' });
      },
    };
    const report = await checkDataset('made', { ...made, tables });
    const repeats = report.measures.find(({ id }) => id === 'duplicate_records');
    expect(repeats?.result).toMatchObject({ status: 'not_measured', reason: 'timeout' });
    expect(report.measures.find(({ id }) => id === 'record_completeness')?.result.status).toBe('measured');
  });

  it('stops when it is told to', async () => {
    const made = await madeDataset({ fields, rows: cleanRows() });
    const controller = new AbortController();
    const onProgress = () => controller.abort();
    await expect(checkDataset('made', { ...made, signal: controller.signal, onProgress })).rejects.toThrow(
      /abort|cancel/i,
    );
  });
});

it('counts what is missing, whatever is missing', async () => {
  const cell = fc.option(fc.integer({ min: 0, max: 3 }), { nil: null });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 30 }), async (rows) => {
      const made = await madeDataset({
        fields: [
          { id: 'a', type: 'integer' },
          { id: 'b', type: 'integer' },
        ],
        rows,
      });
      const report = await checkDataset('made', made);
      const value = (id: string, field?: string) => {
        const one = report.measures.find((candidate) => candidate.id === id && candidate.field === field);
        return one?.result.status === 'measured' ? one.result.numerator : -1;
      };
      expect(value('value_completeness', 'a')).toBe(rows.filter(([a]) => a !== null).length);
      expect(value('record_completeness')).toBe(rows.filter(([a, b]) => a !== null && b !== null).length);
      expect(value('duplicate_records')).toBe(rows.length - new Set(rows.map((row) => row.join())).size);
    }),
    { numRuns: 15 },
  );
});
