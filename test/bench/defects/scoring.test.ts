import { describe, expect, it } from 'vitest';
import type { DefectTruth } from '../../../src/simulation/defects/index.ts';
import type { Finding } from '../../../src/workspace/index.ts';
import { matchOf, rowShare } from './match.ts';
import type { Outcome } from './measure.ts';
import { scoreOf } from './scores.ts';

const truth = (about: Partial<DefectTruth>): DefectTruth => ({
  kind: 'stuck',
  severity: 'medium',
  fields: ['pressure'],
  rows: [101, 104, 107],
  intervals: [{ from: 101, to: 107, group: { field: 'machine', value: 'M2' } }],
  parameters: {},
  ...about,
});

const finding = (about: Partial<Finding>): Finding => ({
  id: 'x',
  kind: 'stuck_value',
  severity: 'minor',
  recordSet: 'records',
  fields: ['pressure'],
  count: 1,
  rows: [],
  message: {},
  remedy: {},
  ...about,
});

describe('what counts as found', () => {
  it('is the right kind, field, stretch and series', () => {
    const intervals = [{ from: 90, to: 102, series: 'machine M2' }];
    expect(matchOf(finding({ intervals }), truth({}))).toBe('found');
    expect(matchOf(finding({ rows: [104] }), truth({}))).toBe('found');
    expect(matchOf(finding({ intervals: [{ from: 90, to: 102 }] }), truth({}))).toBe('found');
  });

  it('is nothing else', () => {
    const wrong: Partial<Finding>[] = [
      { kind: 'drift', rows: [104] },
      { fields: ['flow'], rows: [104] },
      { rows: [102] },
      {},
      { intervals: [{ from: 108, to: 120 }] },
      { intervals: [{ from: 90, to: 102, series: 'machine M21' }] },
    ];
    for (const about of wrong) expect(matchOf(finding(about), truth({}))).toBe('elsewhere');
  });

  it('leaves alone what is true of the defect at its place, and only there', () => {
    const spikes = truth({ kind: 'spikes', intervals: [] });
    expect(matchOf(finding({ kind: 'outliers' }), spikes)).toBe('follows');
    expect(matchOf(finding({ kind: 'outliers', fields: ['flow'] }), spikes)).toBe('elsewhere');
  });

  it('tells how many of the rows named were damaged', () => {
    expect(rowShare(finding({ rows: [101, 102] }), truth({}))).toBe(0.5);
    expect(rowShare(finding({}), truth({}))).toBeNull();
  });
});

describe('the score of a kind', () => {
  const outcome = (about: Partial<Outcome>): Outcome => ({
    dataset: 'd',
    seed: 1,
    kind: 'stuck',
    severity: 'medium',
    result: 'found',
    fields: [],
    parameters: {},
    falseAlarms: [],
    others: [],
    rowShare: null,
    ...about,
  });

  it('counts what was missed or refused against recall, and false alarms of any case of the severity against precision', () => {
    const score = scoreOf(
      [
        outcome({}),
        outcome({ result: 'missed' }),
        outcome({ result: 'refused' }),
        outcome({ result: 'void' }),
        outcome({ kind: 'drift', falseAlarms: ['stuck_value:flow', 'spikes:flow'] }),
        outcome({ severity: 'low', falseAlarms: ['stuck_value:flow'] }),
      ],
      'stuck',
      'medium',
    );
    expect(score).toMatchObject({ cases: 3, found: 1, refused: 1, void: 1, falseAlarms: 1 });
    expect(score.recall).toBeCloseTo(1 / 3);
    expect(score.precision).toBeCloseTo(1 / 2);
  });

  it('is unknown without cases', () => {
    expect(scoreOf([], 'stuck', 'medium')).toMatchObject({ recall: null, precision: null });
  });
});
