import type { Field, RecordSet, ScanRequest, TableEngine } from '../../workspace/index.ts';
import { breathe, isDue } from '../breathe.ts';
import type { Fold, FoldState, Series, SeriesBlock, SeriesResult } from '../folds/fold.ts';
import { dealer } from './deal.ts';
import type { PassCoverage, TableFacts } from './types.ts';

interface Followed {
  readonly series: Series;
  readonly states: readonly FoldState<unknown>[];
  lastTime: number;
}

type Starter = (series: Series) => FoldState<unknown>;

export interface PassResults {
  readonly results: ReadonlyMap<Fold<unknown>, readonly SeriesResult<unknown>[]>;
  readonly coverage: PassCoverage;
}

/** A time as text is not understood, and so orders nothing. */
export function isTimeField({ role, type }: Field): boolean {
  return role === 'time' && !['structure', 'string', 'boolean'].includes(type);
}

/** Fields whose values make the series, and the one that orders them. */
export function seriesFields({ fields }: RecordSet): { groups: readonly string[]; time: string | undefined } {
  return {
    groups: fields.filter(({ role, type }) => role === 'group' && type !== 'structure').map(({ id }) => id),
    time: fields.find(isTimeField)?.id,
  };
}

/**
 * Streams the records once through all `folds`, each series by itself; a second time, sorted, for folds that need time order
 * where more than `disorder_tolerated` of the neighbours run backwards, or any where the fold is strict.
 */
export async function runFolds(
  tables: TableEngine,
  table: TableFacts,
  folds: readonly Fold<unknown>[],
  signal?: AbortSignal,
): Promise<PassResults> {
  const { time } = seriesFields(table.recordSet);
  const ready: Ready[] = [];
  for (const fold of folds) {
    if (fold.order === 'time' && time === undefined) continue;
    const start = await fold.prepare(table);
    if (start) ready.push({ fold, start });
  }
  const first = await pass(tables, table, ready, { sorted: false, signal });
  const { backward, steps } = first.coverage;
  const disordered = backward > steps * table.thresholds.disorder_tolerated;
  const again = ready.filter(
    ({ fold }) => fold.order !== 'source' && (disordered || (fold.strict && backward > 0)),
  );
  if (again.length === 0) return first;
  const second = await pass(tables, table, again, { sorted: true, signal });
  return {
    results: new Map([...first.results, ...second.results]),
    coverage: { ...first.coverage, sorted: true },
  };
}

interface Ready {
  readonly fold: Fold<unknown>;
  readonly start: Starter;
}

/** Fields that the folds read, and those that make and order the series. */
function fieldsOf(table: TableFacts, ready: readonly Ready[]): readonly string[] {
  const all = table.recordSet.fields.filter(({ type }) => type !== 'structure').map(({ id }) => id);
  const { groups, time } = seriesFields(table.recordSet);
  const read = new Set([...groups, ...(time === undefined ? [] : [time])]);
  for (const { fold } of ready) {
    for (const id of fold.reads?.(table) ?? all) read.add(id);
  }
  return all.filter((id) => read.has(id));
}

async function pass(
  tables: TableEngine,
  table: TableFacts,
  ready: readonly Ready[],
  { sorted, signal }: { readonly sorted: boolean; readonly signal: AbortSignal | undefined },
): Promise<PassResults> {
  const { groups, time } = seriesFields(table.recordSet);
  const fields = fieldsOf(table, ready);
  const places = new Map(fields.map((id, place) => [id, place]));
  const timePlace = time === undefined ? undefined : places.get(time);
  const groupPlaces = groups.flatMap((id) => places.get(id) ?? []);
  const followed: Followed[] = [];
  const counts = { records: 0, backward: 0, steps: 0 };

  const { deal, finish } = dealer<Followed>({
    groups: groupPlaces,
    columns: fields.length,
    mostSeries: table.thresholds.most_series,
    begin(firstRow) {
      if (followed.length >= table.thresholds.most_series) return null;
      const series = { index: followed.length, firstRow };
      const one = { series, states: ready.map(({ start }) => start(series)), lastTime: Number.NaN };
      followed.push(one);
      return one;
    },
    hand(one, rows, columns) {
      if (timePlace !== undefined && !sorted) countSteps(one, columns[timePlace] ?? rows, counts);
      const block = blockOf(rows, columns, places, timePlace);
      for (const state of one.states) state.push(block);
    },
  });

  const request: ScanRequest = {
    dataset: table.entry.id,
    recordSet: table.recordSet.id,
    fields,
    ...(sorted && { order: [...groups, ...(time === undefined ? [] : [time])] }),
  };
  for await (const batch of tables.scan(request, signal ? { signal } : {})) {
    counts.records += batch.rows.length;
    await deal(batch);
  }
  const { passedOver } = await finish();
  const results = new Map<Fold<unknown>, SeriesResult<unknown>[]>();
  for (const [place, { fold }] of ready.entries()) {
    const ofFold: SeriesResult<unknown>[] = [];
    for (const { series, states } of followed) {
      ofFold.push({ series, result: states[place]?.finish() });
      if (isDue()) await breathe();
    }
    results.set(fold, ofFold);
  }
  return { results, coverage: { ...counts, passedOver, series: followed.length, sorted } };
}

function countSteps(one: Followed, times: Float64Array, counts: { backward: number; steps: number }): void {
  let last = one.lastTime;
  for (let place = 0; place < times.length; place += 1) {
    const time = times[place] ?? Number.NaN;
    if (Number.isNaN(time)) continue;
    if (!Number.isNaN(last)) {
      counts.steps += 1;
      if (time < last) counts.backward += 1;
    }
    last = time;
  }
  one.lastTime = last;
}

function blockOf(
  rows: Float64Array,
  columns: readonly Float64Array[],
  places: ReadonlyMap<string, number>,
  timePlace: number | undefined,
): SeriesBlock {
  return {
    size: rows.length,
    rows,
    times: timePlace === undefined ? null : (columns[timePlace] ?? null),
    column(field) {
      const column = columns[places.get(field) ?? -1];
      if (!column) throw new TypeError(`a fold asks for ${field}, which the pass does not read`);
      return column;
    },
  };
}
