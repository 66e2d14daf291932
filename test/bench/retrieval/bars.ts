import { type Bar, measuredBar } from '../shared/index.ts';
import type { Measured } from './measure.ts';

/** What is asked of the sets that are known, against the best of the peers or as it stands. */
const goals: Readonly<Record<string, { readonly times?: number; readonly least?: number }>> = {
  'retrieval-en-cranfield': { times: 1.1 },
  'retrieval-zh-cmrc2018': { least: 0.985 },
  'retrieval-zh-rgb': { times: 1.02 },
};

/** Points by which no set may fall behind the best peer. */
const slack = 0.01;

export function qualityBars(set: string, all: readonly Measured[], product: string): Bar[] {
  const own = all.find(({ system }) => system === product)?.ndcg ?? Number.NaN;
  const best = Math.max(...all.filter(({ system }) => system !== product).map(({ ndcg }) => ndcg));
  const { times, least } = goals[set] ?? {};
  return [
    ...(times === undefined
      ? []
      : [measuredBar(`${set}: nDCG@10 / best peer's`, own / best, 'times', { op: '>=', value: times })]),
    ...(least === undefined
      ? []
      : [measuredBar(`${set}: nDCG@10`, own, 'nDCG@10', { op: '>=', value: least })]),
    measuredBar(`${set}: nDCG@10 − best peer's`, own - best, 'nDCG@10', { op: '>=', value: -slack }),
  ];
}

/** Share of the pages that must be found in the other language, among ten. */
const mostPages = 0.85;

export function pageBars(set: string, all: readonly Measured[], product: string): Bar[] {
  const own = all.find(({ system }) => system === product)?.recall ?? Number.NaN;
  return [measuredBar(`${set}: recall@10`, own, 'recall@10', { op: '>=', value: mostPages })];
}
