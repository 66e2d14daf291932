import {
  type DefectKind,
  defectSeverities,
  fileDefectKinds,
  tableDefectKinds,
} from '../../../src/simulation/defects/index.ts';
import type { BenchCell, BenchTable } from '../shared/index.ts';
import type { Clean } from './clean.ts';
import { alarmKinds, kindPlans } from './kinds.ts';
import { keyOf } from './match.ts';
import type { Outcome } from './measure.ts';
import { alarmRates, scoreOf } from './scores.ts';

export const allKinds: readonly DefectKind[] = [...tableDefectKinds, ...fileDefectKinds];

function scoreTable(name: string, note: string, outcomes: readonly Outcome[], declared: boolean): BenchTable {
  const kinds = allKinds.filter((kind) => (kindPlans[kind].declared ?? false) === declared);
  return {
    name,
    note,
    columns: [
      'defect',
      'severity',
      'cases',
      'found',
      'refused',
      'void',
      'false alarms',
      'recall',
      'precision',
      'row precision',
    ],
    rows: kinds.flatMap((kind) =>
      defectSeverities.flatMap((severity): (readonly BenchCell[])[] => {
        const score = scoreOf(outcomes, kind, severity);
        if (score.cases + score.void === 0) return [];
        const { cases, found, refused, falseAlarms, recall, precision, rowShare } = score;
        return [
          [kind, severity, cases, found, refused, score.void, falseAlarms, recall, precision, rowShare],
        ];
      }),
    ),
  };
}

function byDataset(outcomes: readonly Outcome[]): BenchTable {
  const names = [...new Set(outcomes.map(({ dataset }) => dataset))];
  const counted = outcomes.filter(({ severity, result }) => severity === 'medium' && result !== 'void');
  return {
    name: 'Found of injected at medium severity, by dataset',
    columns: ['defect', ...names],
    rows: allKinds
      .filter((kind) => counted.some((outcome) => outcome.kind === kind))
      .map((kind) => [
        kind,
        ...names.map((name) => {
          const own = counted.filter((outcome) => outcome.kind === kind && outcome.dataset === name);
          const found = own.filter(({ result }) => result === 'found').length;
          return own.length === 0 ? null : `${found}/${own.length}`;
        }),
      ]),
  };
}

function alarmTable(cleans: readonly Clean[]): BenchTable {
  return {
    name: 'False alarms on clean simulated data, per (column, kind)',
    columns: ['finding', 'pairs', 'alarmed', 'rate'],
    rows: alarmRates(cleans).map(({ kind, pairs, alarmed }) => [
      kind,
      pairs,
      alarmed,
      pairs === 0 ? null : alarmed / pairs,
    ]),
  };
}

/** Rows of equal beginnings, with how often they occur, the most frequent first. */
function counted(rows: readonly (readonly string[])[]): (readonly BenchCell[])[] {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(row.join('\t'), (counts.get(row.join('\t')) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([key, count]): readonly BenchCell[] => [...key.split('\t'), count]);
}

function cleanTable(cleans: readonly Clean[]): BenchTable {
  return {
    name: 'What is said of undamaged data (counted above for simulated data; excused in damaged data)',
    columns: ['dataset', 'finding', 'seeds'],
    rows: counted(
      cleans.flatMap(({ dataset, findings }) =>
        findings
          .filter(({ kind }) => Object.hasOwn(alarmKinds, kind))
          .map((finding) => [dataset.id, keyOf(finding)]),
      ),
    ),
  };
}

function alarmList(name: string, outcomes: readonly Outcome[], of: 'falseAlarms' | 'others'): BenchTable {
  return {
    name,
    columns: ['dataset', 'injected', 'into', 'severity', 'finding', 'times'],
    rows: counted(
      outcomes.flatMap((outcome) =>
        outcome[of].map((key) => [
          outcome.dataset,
          outcome.kind,
          outcome.fields.join(' '),
          outcome.severity,
          key,
        ]),
      ),
    ),
  };
}

function missedTable(outcomes: readonly Outcome[]): BenchTable {
  return {
    name: 'Missed at medium severity',
    columns: ['defect', 'dataset', 'seed', 'field', 'parameters', 'why'],
    rows: outcomes
      .filter(({ severity }) => severity === 'medium')
      .filter(({ result }) => result === 'missed' || result === 'refused')
      .map(({ kind, dataset, seed, fields, parameters, message }) => [
        kind,
        dataset,
        seed,
        fields.join(' '),
        JSON.stringify(parameters),
        message?.slice(0, 100) ?? 'no finding',
      ]),
  };
}

export function resultTables(outcomes: readonly Outcome[], cleans: readonly Clean[]): readonly BenchTable[] {
  return [
    scoreTable(
      'Found by what the data show',
      'False alarms: findings of this name in any damaged data, neither at their place nor said of the undamaged data.',
      outcomes,
      false,
    ),
    scoreTable('Found against what is declared: number of records, time field', '', outcomes, true),
    byDataset(outcomes),
    alarmTable(cleans),
    cleanTable(cleans),
    missedTable(outcomes),
    alarmList('False alarms on damaged data', outcomes, 'falseAlarms'),
    alarmList('New findings of other kinds on damaged data, for information', outcomes, 'others'),
  ].filter(({ rows }) => rows.length > 0);
}
