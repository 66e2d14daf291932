import { describe, expect, it } from 'vitest';
import { normal, type Rng, seeded } from '../../../src/methods/index.ts';
import { checkDataset } from '../../../src/quality/index.ts';
import { madeDataset } from '../made-dataset.ts';

const size = 2000;
type Signal = (rng: Rng) => readonly number[];

const draw = (rng: Rng, make: (place: number, noise: number) => number): readonly number[] =>
  Array.from({ length: size }, (_, place) => make(place, normal(rng, 0, 1)));

const walk = (rng: Rng, memory: number): readonly number[] => {
  let level = 0;
  return draw(rng, (_, noise) => {
    level = memory * level + noise;
    return level;
  });
};

/** Signals with nothing wrong about them. */
const clean: Readonly<Record<string, Signal>> = {
  'white noise': (rng) => draw(rng, (_, noise) => 20 + noise),
  'slow noise': (rng) => walk(rng, 0.98),
  'a random walk': (rng) => walk(rng, 1),
  'a coarse sensor': (rng) => draw(rng, (_, noise) => Math.round(20 + noise)),
  'a coarse slow sensor': (rng) => walk(rng, 0.99).map((value) => Math.round(value)),
  'heavy tails': (rng) => draw(rng, (_, noise) => noise / Math.sqrt((rng() + rng() + rng()) / 1.5 + 0.05)),
  'skewed tails': (rng) => draw(rng, (_, noise) => Math.exp(noise)),
  'setpoint steps': (rng) => draw(rng, (place, noise) => 50 * (Math.floor(place / 170) % 3) + noise),
  'a daily cycle': (rng) => draw(rng, (place, noise) => 10 * Math.sin(place / 46) + 0.2 * noise),
  'a counter': (rng) => {
    let sum = 0;
    return draw(rng, (_, noise) => {
      sum += Math.abs(noise);
      return sum;
    });
  },
  'a switched field': (rng) => {
    let on = true;
    return draw(rng, (_, noise) => {
      if (rng() < 0.02) on = !on;
      return on ? 100 + noise : 0;
    });
  },
  'pulses of one to six records': (rng) => {
    let left = 0;
    return draw(rng, (_, noise) => {
      if (left > 0) left -= 1;
      else if (rng() < 0.01) left = 1 + Math.floor(6 * rng());
      return left > 0 ? 100 + noise : 5 + noise / 2;
    });
  },
  'a sensor that holds each value for long': (rng) =>
    draw(rng, (place, noise) => (Math.floor(place / 40) % 7) + 0 * noise),
};

async function kindsIn(values: readonly number[], seed: number) {
  const other = draw(seeded(seed + 500), (_, noise) => noise);
  const report = await checkDataset(
    'made',
    await madeDataset({
      fields: [
        { id: 'at', type: 'integer', role: 'time' },
        { id: 'signal', type: 'number', role: 'measurement', unit: '1' },
        { id: 'other', type: 'number', role: 'measurement', unit: '1' },
      ],
      rows: values.map((value, place) => [place, value, other[place] ?? 0]),
    }),
  );
  return report.findings;
}

const seeds = [1, 2, 3];

describe.each(Object.entries(clean))('%s', (_, signal) => {
  it('is neither stuck nor full of spikes', async () => {
    for (const seed of seeds) {
      const found = await kindsIn(signal(seeded(seed)), seed);
      expect(found.filter(({ kind }) => kind === 'stuck_value' || kind === 'spikes')).toEqual([]);
    }
  });
});

const moving = Object.entries(clean).filter(([name]) => !/coarse slow|holds each|switched/.test(name));

describe.each(moving)('%s with a fault', (_, signal) => {
  it('is found stuck, with its place, rows and what a repair loses', async () => {
    const values = [...signal(seeded(7))];
    values.fill(values[800] ?? 0, 800, 900);
    const found = (await kindsIn(values, 7)).filter(({ kind }) => kind === 'stuck_value');
    expect(found).toMatchObject([
      { fields: ['signal'], severity: 'major', repair: { action: 'set_missing' } },
    ]);
    const [interval] = found[0]?.intervals ?? [];
    expect(interval?.from).toBeGreaterThan(790);
    expect(interval?.to).toBeLessThan(912);
    expect(found[0]?.count).toBeGreaterThanOrEqual(100);
  });

  it('is found to have spikes, and where', async () => {
    const values = [...signal(seeded(8))];
    const sorted = values.toSorted((a, b) => a - b);
    const spread = (sorted[1980] ?? 0) - (sorted[20] ?? 0);
    const places = [300, 777, 1500];
    for (const place of places) values[place] = (values[place] ?? 0) + 25 * spread;
    const found = (await kindsIn(values, 8)).filter(({ kind }) => kind === 'spikes');
    expect(found).toMatchObject([{ fields: ['signal'], count: 3, rows: places.map((place) => place + 1) }]);
  });
});
