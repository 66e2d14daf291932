import { seeded } from '../src/methods/random.ts';
import type { Arm } from './arms/index.ts';
import type { Results, Trial } from './results.ts';
import type { Scenario } from './scenarios/index.ts';
import { mean } from './statistics/mean.ts';
import { type Pair, pairedDifference } from './statistics/paired-difference.ts';
import { wilson } from './statistics/wilson.ts';

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
    arms: arms.map((arm) => summariseArm(arm, trials)),
    comparisons: base ? others.map((arm) => compare(scenario, base, arm, trials, seed)) : [],
  };
}

function summariseArm({ id, title }: Arm, trials: readonly Trial[]): Results['arms'][number] {
  const own = trials.filter((trial) => trial.arm === id);
  const scored = own.filter(isScored);
  const scores = itemMeans(scored);
  const total = [...scores.values()].reduce((sum, score) => sum + score, 0);
  return {
    id,
    title,
    items: scores.size,
    errors: own.length - scored.length,
    abstained: scored.filter((trial) => trial.abstained).length,
    score: scores.size ? wilson(total, scores.size) : null,
    toolCalls: scored.length ? mean(scored.map((trial) => trial.toolCalls)) : 0,
    tokens: scored.length ? mean(scored.map((trial) => trial.tokens)) : 0,
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
  const scores = (arm: Arm) => itemMeans(trials.filter(isScored).filter((trial) => trial.arm === arm.id));
  const [low, high] = [scores(before), scores(after)];
  const pairs = items.flatMap(({ id, cluster }): Pair[] => {
    const [a, b] = [low.get(id), high.get(id)];
    return a === undefined || b === undefined ? [] : [{ cluster, before: a, after: b }];
  });
  const asked = trials.filter((trial) => trial.arm === before.id || trial.arm === after.id);
  const errors = asked.filter((trial) => trial.status === 'error').length;
  const ends = { before: before.id, after: after.id };
  if (pairs.length === 0 || errors > mostErrors * asked.length) {
    return {
      ...ends,
      difference: null,
      p: null,
      items: pairs.length,
      clusters: 0,
      verdict: 'invalid',
      reason: {
        en: `${errors} of ${asked.length} trials ended in an error`,
        zh: `${asked.length} 次试验中有 ${errors} 次出错`,
      },
    };
  }
  const result = pairedDifference(pairs, seeded(seed));
  return { ...ends, ...result, reason: reasonFor(result.clusters, errors) };
}

function reasonFor(clusters: number, errors: number): { en: string; zh: string } {
  return {
    en: `paired by item, interval by ${clusters} clusters${errors ? `; ${errors} trials in error left out` : ''}`,
    zh: `按题目配对，区间按 ${clusters} 个簇重抽样${errors ? `；剔除 ${errors} 次出错试验` : ''}`,
  };
}
