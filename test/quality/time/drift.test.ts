import { randomNormal } from 'd3-random';
import { describe, expect, it } from 'vitest';
import { seeded } from '../../../src/methods/random.ts';
import { isDrift } from '../../../src/quality/measures/steady-level.ts';
import { generalProfile } from '../../../src/quality/profile.ts';
import { driftOf } from '../../../src/quality/signals/drift.ts';
import { apartFromSiblings } from '../../../src/quality/signals/siblings.ts';
import type { Cell } from '../../../src/workspace/index.ts';
import { examined } from '../tables/report.ts';
import { cleanSeries, cleanSignals } from './clean-signals.ts';

const limits = generalProfile.thresholds;
const drifts = (values: Float64Array): boolean => {
  const drift = driftOf(values);
  return drift !== null && isDrift(drift, limits);
};

/** A ramp of `size` from a third of the series on. */
const ramp = (length: number, size: number) => (place: number) =>
  size * Math.max(0, (place - length / 3) / (length - length / 3));

describe('driftOf', () => {
  it.each(Object.keys(cleanSignals))('sees no drift in a clean signal: %s', (kind) => {
    const alarms = Array.from({ length: 60 }, (_, seed) => cleanSeries(kind, seed + 1, 5, 800))
      .flat()
      .filter(drifts);
    expect(alarms.length).toBeLessThanOrEqual(3);
  });

  it.each(['white', 'with a memory', 'quantised', 'with heavy tails', 'a daily cycle'])(
    'sees a ramp of three standard deviations: %s',
    (kind) => {
      const all = Array.from({ length: 40 }, (_, seed) => cleanSeries(kind, seed + 1, 1, 1200)).flat();
      const found = all.filter((values) => {
        const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
        const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
        const up = ramp(values.length, 3 * sd);
        return drifts(values.map((value, place) => value + up(place)));
      });
      expect(found.length).toBeGreaterThanOrEqual(38);
    },
  );

  it('takes a step for a step', () => {
    const normal = randomNormal.source(seeded(4))(0, 1);
    expect(drifts(Float64Array.from({ length: 800 }, (_, place) => normal() + (place > 500 ? 4 : 0)))).toBe(
      false,
    );
  });

  it('has no opinion on few values, or on equal ones', () => {
    expect(driftOf(new Float64Array(20))).toBeNull();
    expect(driftOf(new Float64Array(500).fill(3))).toBeNull();
  });
});

const fields = [
  { id: 'machine', type: 'string', role: 'group' },
  { id: 't', type: 'integer', role: 'time' },
  { id: 'v', type: 'number', role: 'measurement' },
] as const;

/** Six machines in turn. */
function rows(change: (machine: number, place: number) => number): Cell[][] {
  const normal = randomNormal.source(seeded(21))(0, 1);
  return Array.from({ length: 3000 }, (_, row) => {
    const [machine, place] = [row % 6, Math.floor(row / 6)];
    return [`M${machine}`, place, 10 + normal() + change(machine, place)];
  });
}

describe('a finding', () => {
  it('names the machine that drifts, from where on, and how far', async () => {
    const up = ramp(500, 4);
    const { finding, affected } = await examined(
      fields,
      rows((machine, place) => (machine === 3 ? up(place) : 0)),
    );
    const drift = finding('drift');
    expect(drift).toMatchObject({
      severity: 'major',
      fields: ['v'],
      intervals: [{ series: 'M3', end: 499 }],
    });
    expect(drift?.magnitude?.value).toBeGreaterThan(3);
    const [first] = affected('drift') ?? [];
    expect(first?.[0]).toBeGreaterThan(500 / 3);
    expect(affected('drift')?.every(([row, last]) => row === last && row % 6 === 4)).toBe(true);
  });

  it('takes what all machines do alike for the process', async () => {
    const up = ramp(500, 5);
    const { finding } = await examined(
      fields,
      rows((_machine, place) => up(place)),
    );
    expect(finding('drift')?.severity).toBe('info');
    expect(finding('drift')?.message.en).toContain('it may be the process');
  });

  it('sees a drift apart from a setpoint that moves in steps', async () => {
    const normal = randomNormal.source(seeded(8))(0, 1);
    const up = ramp(1200, 300);
    const made = (size: number) =>
      Array.from({ length: 1200 }, (_, place) => {
        const setpoint = [1200, 1500, 1800, 2100][Math.floor(place / 37) % 4] ?? 0;
        return [place, setpoint, setpoint * (1 + 0.002 * normal()) + size * up(place)];
      });
    const columns = [
      { id: 't', type: 'integer', role: 'time' },
      { id: 'set', type: 'number', role: 'setpoint' },
      { id: 'v', type: 'number', role: 'measurement' },
    ] as const;
    expect((await examined(columns, made(0))).kinds).not.toContain('drift');
    expect((await examined(columns, made(2))).finding('drift')?.fields).toEqual(['v']);
  });

  it('says nothing of the order of a table that was sorted by a value', async () => {
    const normal = randomNormal.source(seeded(9))(0, 1);
    const sorted = Array.from({ length: 400 }, (_, place) => [place / 10, 5 - place / 40 + normal()]);
    const { report, kinds } = await examined(
      [
        { id: 'temperature', type: 'number', role: 'setpoint' },
        { id: 'hardness', type: 'number', role: 'measurement' },
      ],
      sorted,
    );
    expect(kinds).not.toContain('drift');
    expect(report.measures.find(({ id }) => id === 'steady_level')?.result).toMatchObject({
      reason: 'records_without_order',
    });
  });

  it('names a machine that lies apart from its siblings', async () => {
    const { finding } = await examined(
      fields,
      rows((machine) => (machine === 5 ? 8 : machine / 10)),
    );
    expect(finding('group_drift')).toMatchObject({ severity: 'minor', intervals: [{ series: 'M5' }] });
    expect(finding('drift')).toBeUndefined();
  });
});

describe('apartFromSiblings', () => {
  it('says seldom that one of equals is apart, however much they differ', () => {
    const normal = randomNormal.source(seeded(31))(0, 1);
    let alarms = 0;
    for (let trial = 0; trial < 500; trial += 1) {
      const medians = Array.from({ length: 5 + (trial % 20) }, () => 10 * normal());
      if (
        apartFromSiblings(
          medians,
          medians.map(() => 1),
          limits,
        ).length > 0
      )
        alarms += 1;
    }
    expect(alarms).toBeLessThanOrEqual(7);
  });

  it('wants four siblings', () => {
    expect(apartFromSiblings([1, 1, 1, 50], [1, 1, 1, 1], limits)).toEqual([]);
    expect(apartFromSiblings([1, 1.1, 1, 0.9, 50], [1, 1, 1, 1, 1], limits)).toHaveLength(1);
  });
});
