import { randomNormal } from 'd3-random';
import { describe, expect, it } from 'vitest';
import { seeded } from '../../../src/methods/random.ts';
import type { Cell } from '../../../src/workspace/index.ts';
import { examined } from '../tables/report.ts';

const fields = [
  { id: 'machine', type: 'string', role: 'group' },
  { id: 't', type: 'integer', role: 'time' },
  { id: 'pressure', type: 'number', role: 'measurement' },
  { id: 'flow', type: 'number', role: 'measurement' },
  { id: 'other', type: 'number', role: 'measurement' },
] as const;

/** Two machines, one after the other; flow follows pressure, `late` records later. */
function rows(
  seed: number,
  late: (machine: number, place: number) => number,
  noise = 0.3,
  count = 600,
): Cell[][] {
  const normal = randomNormal.source(seeded(seed))(0, 1);
  return [0, 1].flatMap((machine) => {
    let state = normal();
    const pressure = Array.from({ length: count }, () => {
      state = 0.6 * state + 0.8 * normal();
      return state;
    });
    return pressure.map((value, place) => {
      const cause = pressure[place - late(machine, place)] ?? 0;
      return [`M${machine}`, place, 6 + value, 18 - 2 * cause + noise * normal(), normal()];
    });
  });
}

describe('a signal that comes late', () => {
  it.each([2, 5, 20])('by %i records is found, with the moment from which on it does', async (lag) => {
    const { finding, affected } = await examined(
      fields,
      rows(3, (machine, place) => (machine === 1 && place >= 250 ? lag : 0)),
    );
    const late = finding('signal_lag');
    expect(late).toMatchObject({
      severity: 'major',
      fields: ['flow'],
      magnitude: { value: lag, unit: 'records' },
      intervals: [{ series: 'M1', to: 1200 }],
    });
    expect(Math.abs((affected('signal_lag')?.[0]?.[0] ?? 0) - 851)).toBeLessThanOrEqual(5);
  });

  it.each([
    ['signals in step', () => 0, 0.3],
    ['a lag that is always there', () => 4, 0.3],
    ['signals that hardly belong together', () => 0, 6],
  ])('is not seen: %s', async (_name, late, noise) => {
    for (let seed = 1; seed <= 10; seed += 1) {
      expect((await examined(fields, rows(seed, late, noise))).kinds).not.toContain('signal_lag');
    }
  });
});
