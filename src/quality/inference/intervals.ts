import type { Proposal } from '../../workspace/index.ts';
import { isNumeric } from '../facts/field-facts.ts';
import { seriesFields } from '../facts/pass.ts';
import type { TableFacts } from '../facts/types.ts';
import { percent, short } from '../findings/words.ts';
import { timeSampling } from '../folds/time-sampling.ts';
import { propose } from './proposal.ts';

/** Share of intervals that must be the same, and how much the usual ones of the series may differ. */
const regular = 0.9;
const alike = 0.01;

/** The distance of the records in time, where a declared time field shows the same one throughout. */
export async function intervalProposals(table: TableFacts): Promise<readonly Proposal[]> {
  const { time } = seriesFields(table.recordSet);
  const field = table.recordSet.fields.find(({ id }) => id === time);
  if (!field || field.interval !== undefined) return [];
  const series = (await table.fold(timeSampling)) ?? [];
  const sampled = series.flatMap(({ result }) => (result.sampling ? [result.sampling] : []));
  const [first] = sampled;
  const intervals = sampled.reduce((sum, { points }) => sum + points - 1, 0);
  if (!first || intervals < 20 || first.usual <= 0) return [];
  if (sampled.some(({ usual }) => Math.abs(usual / first.usual - 1) > alike)) return [];
  const share = sampled.reduce((sum, { equal }) => sum + equal, 0) / intervals;
  if (share < regular) return [];
  const value = Number((isNumeric(field) ? first.usual : first.usual / 1000).toPrecision(9));
  const unit = isNumeric(field) ? (field.unit?.symbol ?? '') : 's';
  return [
    propose(table, field.id, 'interval', value, Math.min(0.95, share), {
      zh: `${percent(share)} 的间隔为 ${short(value)} ${unit}`.trim(),
      en: `${percent(share)} of the intervals are ${short(value)} ${unit}`.trim(),
    }),
  ];
}
