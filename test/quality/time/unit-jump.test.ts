import { randomNormal } from 'd3-random';
import { describe, expect, it } from 'vitest';
import { seeded } from '../../../src/methods/random.ts';
import { generalProfile } from '../../../src/quality/profile.ts';
import { conversionsOf } from '../../../src/quality/signals/conversions.ts';
import { unitJumps } from '../../../src/quality/signals/unit-jumps.ts';
import type { Cell } from '../../../src/workspace/index.ts';
import { examined } from '../tables/report.ts';
import { cleanSeries, cleanSignals } from './clean-signals.ts';

const fields = [
  { id: 'machine', type: 'string', role: 'group' },
  { id: 't', type: 'integer', role: 'time' },
  { id: 'v', type: 'number', role: 'measurement', unit: '°C' },
] as const;

/** Six machines, `count` records each, in turn; `change` of a value by machine and place. */
function rows(
  change: (value: number, machine: number, place: number) => number,
  level = 52,
  count = 300,
): Cell[][] {
  const normal = randomNormal.source(seeded(11))(0, 1);
  const states = Array.from({ length: 6 }, () => normal());
  return Array.from({ length: 6 * count }, (_, row) => {
    const [machine, place] = [row % 6, Math.floor(row / 6)];
    states[machine] = 0.8 * (states[machine] ?? 0) + 0.6 * normal();
    const value = level + 1.5 * (states[machine] ?? 0);
    return [`M${machine}`, place, Number(change(value, machine, place).toFixed(2))];
  });
}

const toFahrenheit = (value: number): number => value * 1.8 + 32;
const inStretch = (machine: number, place: number): boolean => machine === 2 && place >= 100 && place < 140;

describe('values in another unit', () => {
  it('for a while are found with all their rows, and how to convert them', async () => {
    const { finding, affected } = await examined(
      fields,
      rows((value, machine, place) => (inStretch(machine, place) ? toFahrenheit(value) : value)),
    );
    const jump = finding('unit_jump');
    expect(jump).toMatchObject({
      severity: 'major',
      count: 40,
      magnitude: { value: 1.8, unit: 'factor' },
      intervals: [{ series: 'M2', start: 100, end: 139 }],
      repair: { action: 'convert_unit', reversible: true },
    });
    expect(jump?.repair?.parameters?.['factor']).toBeCloseTo(1 / 1.8, 10);
    expect(jump?.repair?.parameters?.['offset']).toBeCloseTo(-32 / 1.8, 10);
    expect(affected('unit_jump')?.map(([row]) => row)).toEqual(
      Array.from({ length: 40 }, (_, step) => (100 + step) * 6 + 3),
    );
  });

  it('of one machine all the time are found among its siblings', async () => {
    const { finding } = await examined(
      fields,
      rows((value, machine) => (machine === 4 ? value + 273.15 : value)),
    );
    expect(finding('unit_jump')).toMatchObject({ count: 300, intervals: [{ series: 'M4' }] });
  });

  it('here and there in a table without times are found', async () => {
    const spoilt = rows((value, _machine, place) => (place % 3 === 0 ? value * 1000 : value), 6);
    const { finding } = await examined(
      [fields[0], { id: 'v', type: 'number', role: 'measurement', unit: 'kW' }],
      spoilt.map(([machine = null, , value = null]) => [machine, value]),
    );
    expect(finding('unit_jump')).toMatchObject({ count: 600, magnitude: { value: 1000 } });
  });

  it.each([
    ['a process that runs at another level', (value: number) => value + 30],
    ['a process that cools down', (value: number) => value * 0.4],
    ['a fault that ends in noise', (value: number) => value + 3 * (value - 52)],
  ])('are not: %s', async (_name, change) => {
    const spoilt = rows((value, machine, place) => (inStretch(machine, place) ? change(value) : value));
    expect((await examined(fields, spoilt)).kinds).not.toContain('unit_jump');
  });

  it.each(Object.keys(cleanSignals))('are not seen in clean data: %s', (kind) => {
    const units = ['°C', 'bar', 'rpm', 'mm', null];
    let alarms = 0;
    for (let seed = 1; seed <= 40; seed += 1) {
      const series = cleanSeries(kind, seed, [1, 6, 20][seed % 3] ?? 1, 400);
      const symbol = units[seed % units.length];
      const unit = typeof symbol === 'string' ? ({ symbol, ucum: null, from: 'name' } as const) : null;
      const pooled = Float64Array.from(series.flatMap((one) => [...one])).sort();
      if (unitJumps(series, pooled, conversionsOf(unit), generalProfile.thresholds, seed % 4 > 0))
        alarms += 1;
    }
    expect(alarms).toBeLessThanOrEqual(1);
  });
});

describe('conversionsOf', () => {
  it('knows the units of the same quantity both ways, and powers of ten', () => {
    const of = (symbol: string) =>
      new Map(conversionsOf({ symbol, ucum: null, from: 'name' }).map((one) => [one.to, one]));
    expect(of('°C').get('[degF]')?.factor).toBeCloseTo(1.8, 9);
    expect(of('°C').get('[degF]')?.offset).toBeCloseTo(32, 9);
    expect(of('K').get('Cel')).toMatchObject({ factor: 1, offset: -273.15 });
    expect(of('bar').get('[psi]')?.factor).toBeCloseTo(14.5038, 3);
    expect(of('mm').get('[in_i]')?.factor).toBeCloseTo(1 / 25.4, 9);
    expect(of('km/h').get('m/s')?.factor).toBeCloseTo(1 / 3.6, 9);
    expect(of('bar').has('×0.1')).toBe(false);
    expect(conversionsOf(null).map(({ factor }) => factor)).toEqual([10, 100, 1000, 0.1, 0.01, 0.001]);
  });
});
