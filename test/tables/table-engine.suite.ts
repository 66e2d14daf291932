import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type {
  Condition,
  Field,
  FieldType,
  QueryResult,
  ScanRequest,
  Selection,
  TableEngine,
  TableQuery,
  Unit,
} from '../../src/workspace/index.ts';
import { ZhujiError } from '../../src/workspace/index.ts';

/** A table as an engine under test is to be filled: values are JSON, dates ISO text, beyond 2^53 as text of digits. */
export interface SuiteTable {
  readonly dataset: string;
  readonly hash: string;
  readonly recordSet: string;
  readonly fields: readonly Field[];
  readonly rows: readonly (readonly (string | number | boolean | null)[])[];
}

const field = (id: string, type: FieldType, unit: Unit | null = null): Field => ({
  id,
  name: id,
  description: {},
  type,
  unit,
  role: null,
});

const newtonMetre: Unit = { symbol: 'Nm', ucum: 'N.m', from: 'name' };

const parts: SuiteTable = {
  dataset: 'line',
  hash: 'abc',
  recordSet: 'parts',
  fields: [
    field('type', 'string'),
    field('torque', 'number', newtonMetre),
    field('speed', 'integer'),
    field('passed', 'boolean'),
    field('made', 'date'),
    field('at', 'datetime'),
    field('note', 'string'),
    field('big', 'integer'),
  ],
  rows: [
    ['M', 42.8, 1551, true, '2024-01-31', '2024-01-31T08:00:00Z', 'ok', '9007199254740993'],
    ['L', 46.3, 1408, true, '2024-02-01', '2024-02-01T08:00:00.5Z', 'tool "A"', '1'],
    ['L', 49.4, 1498, false, '2024-02-02', '2024-02-02T08:00:00Z', null, '2'],
    ['H', null, 1433, true, '2024-02-03', '2024-02-03T08:00:00Z', 'OK again', '3'],
    ['L', 40, 1408, null, '2024-02-04', '2024-02-04T08:00:00Z', "o'clock", '4'],
    ['M', 41.9, 1425, false, null, null, '100 % 轴承', '5'],
  ],
};

const limits: SuiteTable = {
  dataset: 'line',
  hash: 'abc',
  recordSet: 'limits',
  fields: [field('name', 'string'), field('value', 'number')],
  rows: [['max', 60.5]],
};

const single: SuiteTable = { ...limits, dataset: 'single', recordSet: 'only', hash: 'def' };

/**
 * What every table engine must do. `open` gives an engine that serves the tables.
 */
export function testTableEngine(
  name: string,
  open: (tables: readonly SuiteTable[]) => Promise<TableEngine>,
): void {
  describe(`table engine: ${name}`, () => {
    let engine: TableEngine;
    beforeAll(async () => {
      engine = await open([parts, limits, single]);
    });
    afterAll(() => engine.close());

    const ask = (query: Partial<TableQuery> = {}, on = engine): Promise<QueryResult> =>
      on.query({
        dataset: 'line',
        recordSet: 'parts',
        select: [],
        where: [],
        order: [],
        limit: 100,
        offset: 0,
        ...query,
      });
    const rowsWhere = async (...where: Condition[]): Promise<readonly number[] | null> =>
      (await ask({ where })).rowNumbers;
    const scanned = async (on: TableEngine, request: Partial<ScanRequest>) => {
      const batches: { rows: number[]; columns: number[][]; texts: readonly (string | null)[][] }[] = [];
      const whole = { dataset: 'line', recordSet: 'parts', fields: [], ...request };
      for await (const { rows, columns, texts } of on.scan(whole)) {
        batches.push({
          rows: [...rows],
          columns: columns.map((one) => [...one]),
          texts: texts.map((one) => [...one]),
        });
      }
      return batches;
    };
    const failure = async (query: Partial<TableQuery>): Promise<ZhujiError> => {
      const error = await ask(query).then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      if (!ZhujiError.is(error)) throw new Error(`no ZhujiError, but ${String(error)}`);
      return error;
    };
    const by = (selection: Selection, descending = false): TableQuery['order'] => [
      { by: selection, descending },
    ];

    test('gives all fields of all records in source order, with their row numbers', async () => {
      const result = await ask();
      expect(result.columns).toEqual(parts.fields.map(({ id, type, unit }) => ({ name: id, type, unit })));
      expect(result.rowNumbers).toEqual([1, 2, 3, 4, 5, 6]);
      expect(result.rows.map((row) => row[0])).toEqual(['M', 'L', 'L', 'H', 'L', 'M']);
      expect(result).toMatchObject({
        dataset: 'line',
        recordSet: 'parts',
        hash: 'abc',
        total: 6,
        matched: 6,
      });
    });

    test('gives values that JSON can carry: dates as ISO 8601, integers beyond 2^53 as text', async () => {
      const { rows } = await ask({ limit: 2 });
      expect(rows[0]).toEqual([
        'M',
        42.8,
        1551,
        true,
        '2024-01-31',
        '2024-01-31T08:00:00Z',
        'ok',
        '9007199254740993',
      ]);
      expect(rows[1]?.[5]).toBe('2024-02-01T08:00:00.5Z');
      expect(rows[1]?.[7]).toBe(1);
      expect(JSON.parse(JSON.stringify(rows))).toEqual(rows);
    });

    test('selects fields in the order asked for, each once, row among them', async () => {
      const { columns, rows } = await ask({
        select: [{ field: 'speed' }, { field: 'row' }, { field: 'type' }, { field: 'speed' }],
        limit: 1,
      });
      expect(columns.map((column) => column.name)).toEqual(['speed', 'row', 'type']);
      expect(rows).toEqual([[1551, 1, 'M']]);
    });

    test('compares numbers, and takes a number written as text', async () => {
      expect(await rowsWhere({ field: 'torque', op: '>', value: 42 })).toEqual([1, 2, 3]);
      expect(await rowsWhere({ field: 'torque', op: '<=', value: '41.9' })).toEqual([5, 6]);
      expect(await rowsWhere({ field: 'speed', op: '=', value: 1408 })).toEqual([2, 5]);
      expect(await rowsWhere({ field: 'speed', op: '<', value: 1408.5 })).toEqual([2, 5]);
      expect(await rowsWhere({ field: 'speed', op: 'in', value: [1551, '1433'] })).toEqual([1, 4]);
      expect(await rowsWhere({ field: 'big', op: '=', value: '9007199254740993' })).toEqual([1]);
      expect(await rowsWhere({ field: 'big', op: '=', value: '9007199254740992' })).toEqual([]);
    });

    test('compares texts, whatever is in them', async () => {
      expect(await rowsWhere({ field: 'type', op: '=', value: 'L' })).toEqual([2, 3, 5]);
      expect(await rowsWhere({ field: 'note', op: '=', value: 'tool "A"' })).toEqual([2]);
      expect(await rowsWhere({ field: 'note', op: '=', value: "o'clock" })).toEqual([5]);
      expect(await rowsWhere({ field: 'note', op: '=', value: "'; DROP TABLE parts; --" })).toEqual([]);
      expect(await rowsWhere({ field: 'note', op: 'contains', value: 'OK' })).toEqual([1, 4]);
      expect(await rowsWhere({ field: 'note', op: 'contains', value: '%' })).toEqual([6]);
      expect(await rowsWhere({ field: 'note', op: 'contains', value: '轴承' })).toEqual([6]);
    });

    test('compares booleans, dates and times', async () => {
      expect(await rowsWhere({ field: 'passed', op: '=', value: false })).toEqual([3, 6]);
      expect(await rowsWhere({ field: 'passed', op: '=', value: 'true' })).toEqual([1, 2, 4]);
      expect(await rowsWhere({ field: 'made', op: '>=', value: '2024-02-03' })).toEqual([4, 5]);
      expect(await rowsWhere({ field: 'at', op: '<', value: '2024-02-01' })).toEqual([1]);
      expect(await rowsWhere({ field: 'at', op: '=', value: '2024-02-02T16:00:00+08:00' })).toEqual([3]);
    });

    test('a missing value satisfies no comparison, and can be asked for', async () => {
      expect(await rowsWhere({ field: 'torque', op: '!=', value: 0 })).toEqual([1, 2, 3, 5, 6]);
      expect(await rowsWhere({ field: 'torque', op: 'is_missing' })).toEqual([4]);
      expect(await rowsWhere({ field: 'note', op: 'is_present' })).toEqual([1, 2, 4, 5, 6]);
    });

    test('all conditions hold together', async () => {
      expect(
        await rowsWhere(
          { field: 'type', op: '=', value: 'L' },
          { field: 'speed', op: '>', value: 1400 },
          { field: 'row', op: '!=', value: 2 },
        ),
      ).toEqual([3, 5]);
    });

    test('row is a field: it filters, orders and groups', async () => {
      expect(await rowsWhere({ field: 'row', op: 'in', value: [6, 2] })).toEqual([2, 6]);
      expect((await ask({ order: by({ field: 'row' }, true) })).rowNumbers).toEqual([6, 5, 4, 3, 2, 1]);
      const { rows } = await ask({ select: [{ aggregate: 'max', field: 'row' }] });
      expect(rows).toEqual([[6]]);
    });

    test('orders with ties in source order and missing values last, both ways', async () => {
      expect((await ask({ order: by({ field: 'speed' }) })).rowNumbers).toEqual([2, 5, 6, 4, 3, 1]);
      expect((await ask({ order: by({ field: 'torque' }) })).rowNumbers).toEqual([5, 6, 1, 2, 3, 4]);
      expect((await ask({ order: by({ field: 'torque' }, true) })).rowNumbers).toEqual([3, 2, 1, 6, 5, 4]);
      const order = [...by({ field: 'type' }), ...by({ field: 'speed' }, true)];
      expect((await ask({ order })).rowNumbers).toEqual([4, 3, 2, 5, 1, 6]);
    });

    test('pages: total counts all, and pages do not overlap', async () => {
      const first = await ask({ limit: 4 });
      const second = await ask({ limit: 4, offset: 4 });
      expect([first.total, second.total]).toEqual([6, 6]);
      expect([...(first.rowNumbers ?? []), ...(second.rowNumbers ?? [])]).toEqual([1, 2, 3, 4, 5, 6]);
      expect(await ask({ limit: 0 })).toMatchObject({ rows: [], total: 6 });
      expect((await ask({ offset: 10 })).rows).toEqual([]);
    });

    test('aggregates leave missing values out', async () => {
      const { columns, rows, rowNumbers, total, matched } = await ask({
        select: [
          { aggregate: 'count' },
          { aggregate: 'count', field: 'torque' },
          { aggregate: 'count_distinct', field: 'speed' },
          { aggregate: 'min', field: 'torque' },
          { aggregate: 'max', field: 'made' },
          { aggregate: 'mean', field: 'torque' },
          { aggregate: 'sum', field: 'speed' },
          { aggregate: 'sd', field: 'torque' },
          { aggregate: 'median', field: 'torque' },
        ],
      });
      const torques = [42.8, 46.3, 49.4, 40, 41.9];
      const mean = torques.reduce((sum, one) => sum + one, 0) / 5;
      const sd = Math.sqrt(torques.reduce((sum, one) => sum + (one - mean) ** 2, 0) / 4);
      expect(columns.map((column) => column.name)).toEqual([
        ...['count()', 'count(torque)', 'count_distinct(speed)', 'min(torque)', 'max(made)'],
        ...['mean(torque)', 'sum(speed)', 'sd(torque)', 'median(torque)'],
      ]);
      expect(columns.map((column) => column.type)).toEqual([
        ...['integer', 'integer', 'integer', 'number', 'date', 'number', 'integer', 'number', 'number'],
      ]);
      expect(columns[5]?.unit).toEqual(newtonMetre);
      expect(columns[0]?.unit).toBeNull();
      const [row] = rows;
      expect(row?.slice(0, 5)).toEqual([6, 5, 5, 40, '2024-02-04']);
      expect(row?.[5]).toBeCloseTo(mean, 12);
      expect(row?.[6]).toBe(8723);
      expect(row?.[7]).toBeCloseTo(sd, 12);
      expect(row?.[8]).toBe(42.8);
      expect({ rowNumbers, total, matched }).toEqual({ rowNumbers: null, total: 1, matched: 6 });
    });

    test('an aggregate over no record is missing, and a count is zero', async () => {
      const result = await ask({
        select: [{ aggregate: 'count' }, { aggregate: 'mean', field: 'torque' }],
        where: [{ field: 'type', op: '=', value: 'none' }],
      });
      expect(result).toMatchObject({ rows: [[0, null]], total: 1, matched: 0 });
    });

    test('plain fields beside aggregates are the groups, ordered by themselves', async () => {
      const result = await ask({
        select: [{ field: 'type' }, { aggregate: 'count' }, { aggregate: 'mean', field: 'torque' }],
      });
      expect(result.rows.map((row) => row.slice(0, 2))).toEqual([
        ['H', 1],
        ['L', 3],
        ['M', 2],
      ]);
      expect(result.rows[0]?.[2]).toBeNull();
      expect(result).toMatchObject({ total: 3, matched: 6, rowNumbers: null });
    });

    test('groups are ordered by aggregates, selected or not, and paged', async () => {
      const select: Selection[] = [{ field: 'type' }, { aggregate: 'count' }];
      const order = by({ aggregate: 'max', field: 'speed' }, true);
      expect((await ask({ select, order })).rows).toEqual([
        ['M', 2],
        ['L', 3],
        ['H', 1],
      ]);
      const page = await ask({ select, order, limit: 1, offset: 1 });
      expect(page).toMatchObject({ rows: [['L', 3]], total: 3 });
    });

    test('groups of conditions that match nothing are none', async () => {
      const result = await ask({
        select: [{ field: 'type' }, { aggregate: 'count' }],
        where: [{ field: 'speed', op: '<', value: 0 }],
      });
      expect(result).toMatchObject({ rows: [], total: 0, matched: 0 });
    });

    test('a dataset with one record set needs no name of it, one with several does', async () => {
      const { recordSet, hash } = await engine.query({
        dataset: 'single',
        select: [],
        where: [],
        order: [],
        limit: 1,
        offset: 0,
      });
      expect([recordSet, hash]).toEqual(['only', 'def']);
      const error = await engine
        .query({ dataset: 'line', select: [], where: [], order: [], limit: 1, offset: 0 })
        .catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({
        code: 'invalid_argument',
        details: { valid_values: ['parts', 'limits'] },
      });
    });

    test('what is not there is named, with what is and what may have been meant', async () => {
      expect(await failure({ select: [{ field: 'torqe' }] })).toMatchObject({
        code: 'not_found',
        details: { did_you_mean: ['torque'], valid_values: expect.arrayContaining(['torque', 'row']) },
      });
      expect(await failure({ where: [{ field: 'nope', op: 'is_missing' }] })).toMatchObject({
        code: 'not_found',
      });
      expect(await failure({ order: by({ field: 'typ' }) })).toMatchObject({
        code: 'not_found',
        details: { did_you_mean: ['type'] },
      });
      expect(await failure({ recordSet: 'part' })).toMatchObject({
        code: 'not_found',
        details: { did_you_mean: ['parts'], valid_values: ['parts', 'limits'] },
      });
      expect(await failure({ dataset: 'lin' })).toMatchObject({
        code: 'not_found',
        details: { did_you_mean: ['line'], valid_values: ['line', 'single'] },
      });
    });

    test.each<[string, Condition]>([
      ['a word for a number', { field: 'torque', op: '>', value: 'much' }],
      ['a blank for a number', { field: 'speed', op: '=', value: ' ' }],
      ['a boolean for a number', { field: 'speed', op: '=', value: true }],
      ['a word among numbers', { field: 'speed', op: 'in', value: [1, 'x'] }],
      ['a number for a boolean', { field: 'passed', op: '=', value: 7 }],
      ['a day that is none', { field: 'made', op: '=', value: '2024-02-30' }],
      ['a date the other way round', { field: 'made', op: '=', value: '31/01/2024' }],
      ['a word for a time', { field: 'at', op: '=', value: 'yesterday' }],
      ['no value', { field: 'torque', op: '=' }],
      ['one end for two', { field: 'torque', op: 'between', value: [1] }],
      ['no list for two ends', { field: 'torque', op: 'not_between', value: 1 }],
      ['a list for one value', { field: 'torque', op: '=', value: [1, 2] }],
      ['one value for a list', { field: 'torque', op: 'in', value: 1 }],
      ['an empty list', { field: 'torque', op: 'in', value: [] }],
      ['contains in a number', { field: 'torque', op: 'contains', value: '4' }],
    ])('refuses %s', async (_, condition) => {
      const error = await failure({ where: [condition] });
      expect(error.code).toBe('invalid_argument');
      expect(error.message).toContain(condition.field);
    });

    test.each<[string, Partial<TableQuery>]>([
      ['a mean of texts', { select: [{ aggregate: 'mean', field: 'type' }] }],
      ['a sum of nothing', { select: [{ aggregate: 'sum' }] }],
      ['a selection of nothing', { select: [{}] }],
      ['a negative limit', { limit: -1 }],
      ['a limit that is no integer', { limit: 1.5 }],
      ['a limit that is no number', { limit: Number.NaN }],
      ['a negative offset', { offset: -1 }],
      ['an order of records by an aggregate', { order: [{ by: { aggregate: 'count' }, descending: false }] }],
      [
        'an order of groups by a field that is no group',
        { select: [{ aggregate: 'count' }], order: [{ by: { field: 'type' }, descending: false }] },
      ],
    ])('refuses %s', async (_, query) => {
      expect(await failure(query)).toMatchObject({ code: 'invalid_argument' });
    });

    test('without() hides rows from records, totals and aggregates, and leaves the engine as it was', async () => {
      const held = engine.without('line', 'parts', [2, 5, 99]);
      const all = await ask({}, held);
      expect(all).toMatchObject({ rowNumbers: [1, 3, 4, 6], total: 4, matched: 4 });
      const counted = await ask(
        { select: [{ aggregate: 'count' }, { aggregate: 'max', field: 'torque' }] },
        held,
      );
      expect(counted).toMatchObject({ rows: [[4, 49.4]], matched: 4 });
      const further = held.without('line', 'parts', [3]);
      expect((await ask({}, further)).rowNumbers).toEqual([1, 4, 6]);
      expect((await ask({ where: [{ field: 'row', op: '=', value: 3 }] }, further)).rows).toEqual([]);
      expect((await ask({ recordSet: 'limits' }, held)).total).toBe(1);
      expect((await ask()).total).toBe(6);
    });

    test('between takes both ends in; no value is in or out of anything', async () => {
      expect(await rowsWhere({ field: 'torque', op: 'between', value: [40, 42.8] })).toEqual([1, 5, 6]);
      expect(await rowsWhere({ field: 'torque', op: 'not_between', value: [40, 42.8] })).toEqual([2, 3]);
      expect(await rowsWhere({ field: 'torque', op: 'not_in', value: [40, 42.8] })).toEqual([2, 3, 6]);
      expect(await rowsWhere({ field: 'row', op: 'not_between', value: [2, 5] })).toEqual([1, 6]);
    });

    test('scans the records in source order as numbers; equal texts have equal codes', async () => {
      const fields = ['type', 'torque', 'speed', 'passed', 'made', 'at'];
      const [batch, ...more] = await scanned(engine, { fields, texts: ['note', 'type'] });
      expect(more).toEqual([]);
      const [type = [], torque, speed, passed, made, at] = batch?.columns ?? [];
      expect(batch?.rows).toEqual([1, 2, 3, 4, 5, 6]);
      expect(torque).toEqual([42.8, 46.3, 49.4, Number.NaN, 40, 41.9]);
      expect(speed).toEqual([1551, 1408, 1498, 1433, 1408, 1425]);
      expect(passed).toEqual([1, 1, 0, 1, Number.NaN, 0]);
      expect(made?.[0]).toBe(Date.UTC(2024, 0, 31));
      expect(at?.slice(0, 2)).toEqual([Date.UTC(2024, 0, 31, 8), Date.UTC(2024, 1, 1, 8) + 500]);
      expect(at?.[5]).toBeNaN();
      expect([type[1], type[2], type[4]]).toEqual([type[1], type[1], type[1]]);
      expect(new Set(type).size).toBe(3);
      expect(batch?.texts).toEqual([
        ['ok', 'tool "A"', null, 'OK again', "o'clock", '100 % 轴承'],
        ['M', 'L', 'L', 'H', 'L', 'M'],
      ]);
    });

    test('scans in the order of fields, missing values last, ties in source order', async () => {
      const [byTorque] = await scanned(engine, { fields: [], order: ['torque'] });
      expect(byTorque?.rows).toEqual([5, 6, 1, 2, 3, 4]);
      const [bySpeed] = await scanned(engine, { fields: ['speed'], order: ['speed'] });
      expect(bySpeed?.rows).toEqual([2, 5, 6, 4, 3, 1]);
    });

    test('a scan sees no held-out rows, and a sample is some of the records, the same at every call', async () => {
      const [held] = await scanned(engine.without('line', 'parts', [1, 4]), { fields: ['speed'] });
      expect(held?.rows).toEqual([2, 3, 5, 6]);
      const sample = async () =>
        (await scanned(engine, { fields: [], oneIn: 3 })).flatMap(({ rows }) => rows);
      const some = await sample();
      expect(some.length).toBeLessThan(6);
      expect(await sample()).toEqual(some);
    });

    test('a scan that is broken off, cancelled or misdirected leaves the engine as it was', async () => {
      for await (const _ of engine.scan({ dataset: 'line', recordSet: 'parts', fields: ['speed'] })) break;
      const controller = new AbortController();
      controller.abort();
      const request = { dataset: 'line', recordSet: 'parts', fields: ['speed'] };
      const stopped = async () => {
        for await (const _ of engine.scan(request, { signal: controller.signal }));
      };
      await expect(stopped()).rejects.toMatchObject({ code: 'cancelled' });
      await expect(scanned(engine, { fields: ['sped'] })).rejects.toMatchObject({ code: 'not_found' });
      expect((await ask()).total).toBe(6);
    });

    test('finds the records that repeat an earlier one in all or some fields', async () => {
      expect(await engine.repeats('line', 'parts')).toEqual({ count: 0, rows: [] });
      expect(await engine.repeats('line', 'parts', ['type'])).toEqual({ count: 3, rows: [3, 5, 6] });
      expect(await engine.repeats('line', 'parts', ['type', 'speed'])).toEqual({ count: 1, rows: [5] });
      // Rows 1, 2 and 4 passed; the one without a value repeats nothing.
      expect(await engine.repeats('line', 'parts', ['passed'])).toEqual({ count: 3, rows: [2, 4, 6] });
      const held = engine.without('line', 'parts', [2]);
      expect(await held.repeats('line', 'parts', ['type', 'speed'])).toEqual({ count: 0, rows: [] });
    });

    test('many queries at once give each its own answer', async () => {
      const wanted = Array.from({ length: 40 }, (_, index) => (index % 6) + 1);
      const found = await Promise.all(wanted.map((row) => rowsWhere({ field: 'row', op: '=', value: row })));
      expect(found).toEqual(wanted.map((row) => [row]));
    });

    test('a query that is cancelled says so and does not harm others', async () => {
      const controller = new AbortController();
      controller.abort();
      const cancelled = await engine
        .query(
          { dataset: 'line', recordSet: 'parts', select: [], where: [], order: [], limit: 1, offset: 0 },
          { signal: controller.signal },
        )
        .catch((thrown: unknown) => thrown);
      expect(cancelled).toMatchObject({ code: 'cancelled' });
      expect((await ask()).total).toBe(6);
    });
  });
}
