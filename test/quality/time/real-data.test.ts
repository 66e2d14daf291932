import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { checkDataset } from '../../../src/quality/index.ts';
import type { Cell, QualityReport } from '../../../src/workspace/index.ts';
import { hasSharedData, sharedData } from '../../shared-data.ts';
import { importedTable } from '../imported-table.ts';
import { examined } from '../tables/report.ts';

const kindsOf = (report: QualityReport): readonly string[] => report.findings.map(({ kind }) => kind);
const measured = (report: QualityReport, id: string) => {
  const result = report.measures.find((one) => one.id === id)?.result;
  return result?.status === 'measured' ? result.value : result?.reason;
};

const steel = ['steel-industry-energy', 'Steel_industry_data.csv'] as const;

describe.runIf(hasSharedData(...steel))('a year of a steel mill, dates with the day first', () => {
  it('is a complete grid, whose midnight records carry the wrong day', async () => {
    const report = await checkDataset('made', await importedTable(sharedData(...steel), { date: 'time' }));
    const measures = [
      'time_completeness',
      'time_consistency',
      'time_punctuality',
      'unique_times',
      'regular_sampling',
    ];
    expect(measures.map((id) => measured(report, id))).toEqual([1, 1, 1, 1, 1]);
    const shift = report.findings.find(({ kind }) => kind === 'clock_shift');
    expect(shift).toMatchObject({ magnitude: { value: -86_400, unit: 's' } });
    expect(shift?.count).toBeGreaterThanOrEqual(364);
    expect(kindsOf(report)).not.toContain('time_gaps');
  });

  it('cries where the dates are read with the month first', async () => {
    const text = await readFile(sharedData(...steel), 'utf8');
    const rows: Cell[][] = text
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => {
        const [date = '', clock = ''] = (line.split(',')[0] ?? '').split(' ');
        const [month = '', day = '', year = ''] = date.split('/');
        return [Number(month) > 12 ? null : `${year}-${month}-${day}T${clock.padStart(5, '0')}:00`];
      });
    const { report, finding } = await examined([{ id: 't', type: 'datetime', role: 'time' }], rows);
    expect(finding('time_gaps')?.severity).toBe('major');
    expect(measured(report, 'time_completeness')).toBeLessThan(0.5);
    expect(finding('missing_values')?.severity).toBe('major');
  });
});

describe.runIf(hasSharedData('skab'))('a water loop without faults', () => {
  it('has gaps of a second, and nothing worse', async () => {
    const file = sharedData('skab', 'anomaly-free', 'anomaly-free.csv');
    const report = await checkDataset('made', await importedTable(file, { datetime: 'time' }));
    expect(kindsOf(report)).toContain('time_gaps');
    for (const kind of ['unit_jump', 'clock_shift', 'signal_lag', 'drift', 'repeated_time']) {
      expect(kindsOf(report)).not.toContain(kind);
    }
  });
});

describe.runIf(hasSharedData('cmapss-fd001'))('a hundred engines that wear out', () => {
  it('drift alike, which is the process, and nothing else is said', async () => {
    const file = sharedData('cmapss-fd001', 'train_FD001.txt');
    const sensors = Object.fromEntries(
      Array.from({ length: 21 }, (_, place) => [`column_${place + 6}`, 'measurement'] as const),
    );
    const made = await importedTable(file, { column_1: 'group', column_2: 'time', ...sensors });
    const report = await checkDataset('made', made);
    expect(measured(report, 'time_order')).toBe(1);
    for (const kind of [
      'unit_jump',
      'clock_shift',
      'signal_lag',
      'group_drift',
      'time_gaps',
      'repeated_time',
    ]) {
      expect(kindsOf(report)).not.toContain(kind);
    }
    const drifts = report.findings.filter(({ kind }) => kind === 'drift');
    expect(drifts.length).toBeGreaterThan(10);
    expect(drifts.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });
});
