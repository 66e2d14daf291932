import { seeded } from '../src/methods/random.ts';
import type { Text } from '../src/workspace/index.ts';
import type { Arm } from './arms/index.ts';
import type { Results, Trial } from './results.ts';
import type { Scenario } from './scenarios/index.ts';
import { clusteredShare } from './statistics/clustered-share.ts';
import { mean } from './statistics/mean.ts';
import {
  fewestClusters,
  type Pair,
  type PairedDifference,
  pairedDifference,
} from './statistics/paired-difference.ts';

type Scored = Extract<Trial, { status: 'scored' }>;
const isScored = (trial: Trial): trial is Scored => trial.status === 'scored';

/** A run in which more than this share of the trials of an arm failed proves nothing. */
const mostErrors = 0.05;

/** Scores per arm, and each arm against the first, paired by item over the items that both could be asked. */
export function summarise(
  scenario: Scenario,
  arms: readonly Arm[],
  trials: readonly Trial[],
  seed: number,
): Pick<Results, 'arms' | 'comparisons'> {
  const [base, ...others] = arms;
  return {
    arms: arms.map((arm) => summariseArm(scenario, arm, trials)),
    comparisons: base ? others.map((arm) => compare(scenario, base, arm, trials, seed)) : [],
  };
}

function summariseArm({ items }: Scenario, arm: Arm, trials: readonly Trial[]): Results['arms'][number] {
  const { scored, scores, errors } = trialsOf(arm, trials);
  const clusters = new Map<string, number[]>();
  for (const item of items) {
    const score = scores.get(item.id);
    if (score !== undefined) clusters.set(item.cluster, [...(clusters.get(item.cluster) ?? []), score]);
  }
  const some = scored.length > 0;
  return {
    id: arm.id,
    title: arm.title,
    items: scores.size,
    clusters: clusters.size,
    trials: scored.length,
    errors,
    abstained: scored.filter((trial) => trial.abstained).length,
    score: some ? clusteredShare([...clusters.values()]) : null,
    toolCalls: some ? mean(scored.map((trial) => trial.toolCalls)) : null,
    tokens: some ? mean(scored.map((trial) => trial.tokens)) : null,
  };
}

/** Mean score of each item over its trials. */
function itemMeans(trials: readonly Scored[]): Map<string, number> {
  const scores = new Map<string, number[]>();
  for (const { item, score } of trials) scores.set(item, [...(scores.get(item) ?? []), score]);
  return new Map([...scores].map(([item, values]) => [item, mean(values)]));
}

function compare(
  { items }: Scenario,
  before: Arm,
  after: Arm,
  trials: readonly Trial[],
  seed: number,
): Results['comparisons'][number] {
  const [first, second] = [trialsOf(before, trials), trialsOf(after, trials)];
  const pairs = items.flatMap(({ id, cluster }): Pair[] => {
    const [a, b] = [first.scores.get(id), second.scores.get(id)];
    return a === undefined || b === undefined ? [] : [{ cluster, before: a, after: b }];
  });
  const ends = { before: before.id, after: after.id };
  const failed = [first, second].some(({ errors, asked }) => errors > mostErrors * asked);
  const errors = first.errors + second.errors;
  if (pairs.length === 0 || failed) {
    const asked = first.asked + second.asked;
    return {
      ...ends,
      difference: null,
      p: null,
      items: pairs.length,
      clusters: new Set(pairs.map(({ cluster }) => cluster)).size,
      verdict: 'invalid',
      reason: {
        en: `${errors} of ${asked} trials ended in an error: with more than 5 % in an arm nothing is concluded`,
        zh: `${asked} 次试验中有 ${errors} 次出错：任一实验组出错超过 5 % 即不作结论`,
      },
    };
  }
  const result = pairedDifference(pairs, seeded(seed));
  return { ...ends, ...result, reason: reasonFor(result, errors) };
}

function trialsOf(arm: Arm, trials: readonly Trial[]) {
  const own = trials.filter((trial) => trial.arm === arm.id);
  const scored = own.filter(isScored);
  return { scored, scores: itemMeans(scored), errors: own.length - scored.length, asked: own.length };
}

/** What the verdict rests on, and what keeps it from being surer. */
function reasonFor({ difference, items, clusters, verdict }: PairedDifference, errors: number): Text {
  const parts = [{ en: `${items} items in ${clusters} clusters`, zh: `${clusters} 个簇、${items} 道题` }];
  if (errors > 0) {
    parts.push({ en: `${errors} trials in error left out`, zh: `剔除 ${errors} 次出错试验` });
  }
  if (clusters < fewestClusters) {
    parts.push({
      en: `no conclusion is drawn from fewer than ${fewestClusters} clusters`,
      zh: `少于 ${fewestClusters} 个簇不作结论`,
    });
  } else if (difference.low === difference.high) {
    parts.push({
      en: 'the difference is the same in every cluster, so resampling gives the interval no width; that is no certainty about other items',
      zh: '各簇差值相同，重抽样区间宽度为零，但这并不代表对其他题目也确定无疑',
    });
  } else if (verdict === 'inconclusive') {
    parts.push({
      en: 'the items leave open whether the difference matters',
      zh: '现有题目不足以判断差异是否有意义',
    });
  }
  return {
    en: parts.map(({ en }) => en).join('; '),
    zh: parts.map(({ zh }) => zh).join('；'),
  };
}
