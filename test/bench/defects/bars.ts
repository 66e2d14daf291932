import type { DefectKind } from '../../../src/simulation/defects/index.ts';
import { type Bar, measuredBar, unmeasuredBar } from '../shared/index.ts';
import type { Clean } from './clean.ts';
import type { Outcome } from './measure.ts';
import { alarmRates, scoreOf } from './scores.ts';

const atLeast = { op: '>=', value: 0.95 } as const;
const atMost = { op: '<=', value: 0.02 } as const;

function kindBars(outcomes: readonly Outcome[], kind: DefectKind): readonly Bar[] {
  const { recall, precision, cases } = scoreOf(outcomes, kind, 'medium');
  const names = [`recall, medium: ${kind}`, `precision, medium: ${kind}`] as const;
  const reason = cases === 0 ? 'not injected in this run' : 'nothing of the kind was reported';
  return [
    recall === null
      ? unmeasuredBar(names[0], 'share', atLeast, reason)
      : measuredBar(names[0], recall, 'share', atLeast),
    precision === null || cases === 0
      ? unmeasuredBar(names[1], 'share', atLeast, reason)
      : measuredBar(names[1], precision, 'share', atLeast),
  ];
}

function alarmBars(cleans: readonly Clean[]): readonly Bar[] {
  const rates = alarmRates(cleans);
  const pairs = rates.reduce((sum, rate) => sum + rate.pairs, 0);
  const alarmed = rates.reduce((sum, rate) => sum + rate.alarmed, 0);
  const all = 'false alarms per (column, kind), clean simulated data';
  const worst = rates
    .filter((rate) => rate.pairs > 0)
    .toSorted((a, b) => b.alarmed / b.pairs - a.alarmed / a.pairs)[0];
  if (!worst) return [unmeasuredBar(all, 'share', atMost, 'no simulated dataset in this run')];
  return [
    measuredBar(all, alarmed / pairs, 'share', atMost),
    measuredBar(`the same, worst kind: ${worst.kind}`, worst.alarmed / worst.pairs, 'share', atMost),
  ];
}

export function defectBars(
  outcomes: readonly Outcome[],
  cleans: readonly Clean[],
  kinds: readonly DefectKind[],
): readonly Bar[] {
  return [...kinds.flatMap((kind) => kindBars(outcomes, kind)), ...alarmBars(cleans)];
}
