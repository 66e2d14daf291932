import type { DefectKind, DefectSeverity } from '../../../src/simulation/defects/index.ts';
import type { Clean } from './clean.ts';
import { alarmKinds, kindPlans } from './kinds.ts';
import type { Outcome } from './measure.ts';

export interface Score {
  readonly kind: DefectKind;
  readonly severity: DefectSeverity;
  readonly cases: number;
  readonly found: number;
  readonly refused: number;
  readonly void: number;
  /** Findings of the kinds that name this defect, at places where no defect of theirs is, whatever was injected there. */
  readonly falseAlarms: number;
  /** `null`: no case. */
  readonly recall: number | null;
  /** Found by found and falsely alarmed; `null`: neither. */
  readonly precision: number | null;
  readonly rowShare: number | null;
}

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

export function scoreOf(all: readonly Outcome[], kind: DefectKind, severity: DefectSeverity): Score {
  const alike = all.filter((outcome) => outcome.severity === severity);
  const own = alike.filter((outcome) => outcome.kind === kind);
  const cases = own.filter(({ result }) => result !== 'void');
  const found = cases.filter(({ result }) => result === 'found').length;
  const { finds } = kindPlans[kind];
  const falseAlarms = alike
    .flatMap((outcome) => outcome.falseAlarms)
    .filter((key) => finds.some((name) => key.startsWith(`${name}:`))).length;
  return {
    kind,
    severity,
    cases: cases.length,
    found,
    refused: cases.filter(({ result }) => result === 'refused').length,
    void: own.length - cases.length,
    falseAlarms,
    recall: cases.length === 0 ? null : found / cases.length,
    precision: found + falseAlarms === 0 ? null : found / (found + falseAlarms),
    rowShare: mean(cases.flatMap((outcome) => outcome.rowShare ?? [])),
  };
}

export interface AlarmRate {
  readonly kind: string;
  readonly pairs: number;
  readonly alarmed: number;
}

/** Alarms on simulated data to which nothing was done, by kind of finding. */
export function alarmRates(cleans: readonly Clean[]): readonly AlarmRate[] {
  const simulated = cleans.filter(({ dataset }) => dataset.simulated);
  return Object.keys(alarmKinds).map((kind) => {
    const counts = simulated.map(({ pairs }) => pairs.get(kind) ?? { all: 0, alarmed: 0 });
    return {
      kind,
      pairs: counts.reduce((sum, { all }) => sum + all, 0),
      alarmed: counts.reduce((sum, { alarmed }) => sum + alarmed, 0),
    };
  });
}
