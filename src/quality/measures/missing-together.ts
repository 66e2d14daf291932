import { momentOf } from '../facts/moment.ts';
import { recordsWhere } from '../facts/records-where.ts';
import { union } from '../facts/rows.ts';
import { seriesRecords } from '../facts/series-records.ts';
import type { TableFacts } from '../facts/types.ts';
import { type MissingRun, type MissingRuns, missingRuns } from '../folds/missing-runs.ts';
import {
  type Evidence,
  iso5259,
  type Measure,
  notMeasured,
  type Observation,
  ratio,
  tc609,
} from './measure.ts';

/** Stretches that a finding names. */
const named = 10;

export const missingTogether: Measure = {
  id: 'missing_together',
  version: 1,
  name: { zh: '成段缺失占比', en: 'Values missing in stretches' },
  formula: {
    zh: '处在成段缺失中的缺失值数 / 缺失值数；成段：同一序列内连续缺失，若随机缺失，全表出现这样长一段的概率极小',
    en: 'missing values in stretches / missing values; a stretch: neighbours of a series, more of them than chance would put together anywhere in the table',
  },
  direction: 'lower_is_better',
  standards: [iso5259('Com-ML-3'), tc609('0204')],
  requires: ['missing values'],
  folds: [missingRuns],
  async observe(table) {
    const found = (await table.fold(missingRuns)) ?? [];
    const fields = [...new Set(found.flatMap(({ result }) => [...result.keys()]))];
    const observations: Observation[] = [];
    for (const field of fields) {
      const parts = found.flatMap(({ series, result }) => {
        const runs = result.get(field);
        return runs ? [{ firstRow: series.firstRow, runs }] : [];
      });
      const missing = parts.reduce((sum, { runs }) => sum + runs.missing, 0);
      if (missing === 0) continue;
      const longest = stretchesOf(table, parts, missing, fields.length);
      const count = longest.reduce((sum, { run }) => sum + run.length, 0);
      const value = ratio(count, missing);
      if (count === 0) observations.push({ field, value });
      else observations.push({ field, value, evidence: await evidenceOf(table, field, count, longest) });
    }
    if (observations.length > 0) return observations;
    return [{ value: notMeasured('nothing_missing', []) }];
  },
  vector: {
    fields: [
      { id: 'a', type: 'number' },
      { id: 'b', type: 'number' },
    ],
    rows: Array.from({ length: 400 }, (_, place) => [
      place === 7 || (place >= 100 && place < 119) ? null : place,
      place % 10 === 0 ? null : place,
    ]),
    expected: [
      { field: 'a', value: 19 / 20 },
      { field: 'b', value: 0 },
    ],
    source:
      '20 of 400 values miss: 19 in a row have a chance of 2 · 400 · 0.05^19; every tenth lies apart from the next',
  },
};

interface Stretch {
  readonly firstRow: number;
  readonly run: MissingRun;
}

/** Runs longer than chance makes anywhere: of n records that miss with probability p, n · p^length have so many in a row. */
function stretchesOf(
  { thresholds }: TableFacts,
  parts: readonly { readonly firstRow: number; readonly runs: MissingRuns }[],
  missing: number,
  fields: number,
): readonly Stretch[] {
  const records = parts.reduce((sum, { runs }) => sum + runs.records, 0);
  const chance = Math.log(missing / records);
  const enough = Math.log(thresholds.chance / (records * fields)) / chance;
  const least = Math.max(enough, thresholds.stretch_records);
  return parts
    .flatMap(({ firstRow, runs }) => runs.runs.map((run) => ({ firstRow, run })))
    .filter(({ run }) => run.length >= least)
    .toSorted((a, b) => b.run.length - a.run.length || a.run.from - b.run.from);
}

async function evidenceOf(
  table: TableFacts,
  field: string,
  count: number,
  stretches: readonly Stretch[],
): Promise<Evidence> {
  const isMissing = { field, op: 'is_missing' } as const;
  const intervals: NonNullable<Evidence['intervals']>[number][] = [];
  const sets: NonNullable<Evidence['affected']>[] = [];
  let query: Evidence['query'];
  for (const { firstRow, run } of stretches.slice(0, named)) {
    const where = [isMissing, ...(await seriesRecords(table, firstRow, run.from, run.to))];
    const records = await recordsWhere(table, where);
    query ??= records.query;
    if (records.affected) sets.push(records.affected);
    const [start, end] = [momentOf(table, run.start), momentOf(table, run.end)];
    const series = await table.seriesName(firstRow);
    intervals.push({
      from: run.from,
      to: run.to,
      ...(start !== undefined && { start }),
      ...(end !== undefined && { end }),
      ...(series !== '' && { series }),
    });
  }
  const affected = union(...sets);
  const rows = affected.slice(0, 10).map(([first]) => first);
  const longest = stretches[0]?.run.length ?? 0;
  return {
    count,
    rows,
    ...(stretches.length <= named && { affected }),
    intervals,
    magnitude: { value: longest, unit: 'records' },
    ...(query && { query }),
    detail: { stretches: stretches.length },
  };
}
