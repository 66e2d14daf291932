import { randomNormal } from 'd3-random';
import { integer, type Rng, seeded } from '../../../src/methods/random.ts';

type Make = (n: number, rng: Rng, normal: () => number) => number[];

/** First-order noise with standard deviation 1. */
const memory =
  (share: number): Make =>
  (n, _rng, normal) => {
    let state = normal();
    return Array.from({ length: n }, () => {
      state = share * state + Math.sqrt(1 - share * share) * normal();
      return state;
    });
  };

const held = (n: number, rng: Rng, shortest: number, longest: number, level: () => number): number[] => {
  let [now, hold] = [level(), 0];
  return Array.from({ length: n }, () => {
    hold -= 1;
    if (hold <= 0) [now, hold] = [level(), integer(rng, shortest, longest)];
    return now;
  });
};

/** What sensors do when nothing is wrong; level 0, spread about 1. */
export const cleanSignals: Readonly<Record<string, Make>> = {
  white: memory(0),
  'with a memory': memory(0.8),
  'with a long memory': memory(0.98),
  'a random walk': (n, _rng, normal) => {
    let state = 0;
    return Array.from({ length: n }, () => {
      state += normal() / 10;
      return state;
    });
  },
  quantised: (n, rng, normal) => memory(0.7)(n, rng, normal).map((value) => Math.round(2 * value) / 2),
  'with heavy tails': (n, _rng, normal) =>
    Array.from(
      { length: n },
      () => normal() / Math.sqrt((normal() ** 2 + normal() ** 2 + normal() ** 2) / 3),
    ),
  'setpoints in steps': (n, rng) => held(n, rng, 20, 80, () => integer(rng, -2, 2)),
  'a daily cycle': (n, rng, normal) => {
    const [period, phase] = [n / (3 + 4 * rng()), 6 * rng()];
    return Array.from(
      { length: n },
      (_, place) => 1.5 * Math.sin((2 * Math.PI * place) / period + phase) + 0.5 * normal(),
    );
  },
};

/** `count` series of one kind, of equal or unequal lengths. */
export function cleanSeries(kind: string, seed: number, count: number, length: number): Float64Array[] {
  const rng = seeded(seed);
  const normal = randomNormal.source(rng)(0, 1);
  const make = cleanSignals[kind];
  if (!make) throw new RangeError(`no signal "${kind}"`);
  const [level, spread] = [[20, 50, 6, 1500][integer(rng, 0, 3)] ?? 1, 0.02 + 0.05 * rng()];
  return Array.from({ length: count }, (_, place) => {
    const own = seed % 2 === 0 ? length : Math.max(100, length - 60 * place);
    return Float64Array.from(make(own, rng, normal), (value) => level * (1 + spread * value));
  });
}
