import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { checkDataset } from '../../../src/quality/index.ts';
import type { FieldRole } from '../../../src/workspace/index.ts';
import { hasSharedData, sharedData } from '../../shared-data.ts';
import { importedTable } from '../imported-table.ts';

const only = [
  'varying_fields',
  'live_values',
  'values_without_spikes',
  'unsaturated_values',
  'unbroken_counters',
  'finite_values',
  'probable_dates',
];

async function findingsOf(file: string, roles: Readonly<Record<string, FieldRole>> = {}) {
  const { findings } = await checkDataset('made', { ...(await importedTable(file, roles)), only });
  return findings.filter(({ recordSet }) => recordSet !== '');
}

describe.runIf(hasSharedData('cmapss-fd001'))('C-MAPSS FD001', () => {
  const file = sharedData('cmapss-fd001', 'train_FD001.txt');

  it('has just the constant sensors that a look at the file shows, and none that is stuck', async () => {
    const lines = (await readFile(file, 'utf8')).trim().split('\n');
    const seen = Array.from({ length: 26 }, () => new Set<string>());
    for (const line of lines) {
      line
        .trim()
        .split(/\s+/)
        .forEach((cell, place) => {
          seen[place]?.add(cell);
        });
    }
    const constant = seen.flatMap(({ size }, place) => (size === 1 ? [`column_${place + 1}`] : []));
    const found = await findingsOf(file, { column_1: 'group', column_2: 'time' });
    const named = found.filter(({ kind }) => kind === 'constant_field').flatMap(({ fields }) => fields);
    expect(named).toEqual(constant);
    expect(constant.length).toBeGreaterThan(5);
    const rest = new Set(found.map(({ kind }) => kind));
    rest.delete('constant_field');
    rest.delete('spikes');
    expect([...rest]).toEqual([]);
  });
});

describe.runIf(hasSharedData('steel-industry-energy'))('steel industry energy', () => {
  it('is neither stuck nor saturated: a power factor of 100 % is what it should be', async () => {
    const file = sharedData('steel-industry-energy', 'Steel_industry_data.csv');
    expect(await findingsOf(file, { date: 'time' })).toEqual([]);
  });
});

describe.runIf(hasSharedData('hydraulic-condition'))('hydraulic condition', () => {
  it('has temperatures with nothing wrong about them', async () => {
    expect(await findingsOf(sharedData('hydraulic-condition', 'TS1.txt'))).toEqual([]);
  });
});
