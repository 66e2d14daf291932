import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import {
  predictHardness,
  recommendTemperature,
  seeded,
  shuffle,
  type TemperedRow,
} from '../../../src/methods/index.ts';
import { hasSharedData, sharedData } from '../../shared-data.ts';

const available = hasSharedData('steel-tempering');

/** Rows by steel, composition and hardness before tempering. */
function steels(): Map<string, TemperedRow[]> {
  const text = readFileSync(sharedData('steel-tempering', 'tempering.csv'), 'utf8');
  const found = new Map<string, TemperedRow[]>();
  const [, ...records]: string[][] = parse(text, { bom: true });
  for (const cells of records) {
    const key = [cells[1], cells[2], ...cells.slice(5, 16)].join(' ');
    found.set(key, [
      ...(found.get(key) ?? []),
      { time: Number(cells[3]) / 3600, temperature: Number(cells[4]), hardness: Number(cells[16]) },
    ]);
  }
  return found;
}

interface Tally {
  asked: number;
  answered: number;
  hit: number;
  inside: number;
}

const tally = (): Tally => ({ asked: 0, answered: 0, hit: 0, inside: 0 });

function count(
  into: Tally,
  answer: number | undefined,
  truth: number,
  tolerance: number,
  interval?: readonly number[],
) {
  into.asked++;
  if (answer === undefined) return;
  into.answered++;
  if (Math.abs(answer - truth) <= tolerance) into.hit++;
  if (interval && truth >= (interval[0] ?? 0) && truth <= (interval[1] ?? 0)) into.inside++;
}

const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
const line = (name: string, { asked, answered, hit, inside }: Tally) =>
  `${name}: ${share(hit, answered)} of ${answered} answered (${asked} asked), interval holds ${share(inside, answered)}`;

describe.skipIf(!available)('tempering method on 1466 published rows, a fifth held out', () => {
  it('predicts hardness and recommends temperature within the measured floors', { timeout: 120_000 }, () => {
    const rng = seeded(1);
    const [forward, inverse, constantless] = [tally(), tally(), tally()];
    const bySteel = new Map<string, { forward: Tally; inverse: Tally }>();
    for (const [steel, all] of steels()) {
      const order = shuffle(rng, all);
      const held = order.slice(0, Math.round(all.length / 5));
      const kept = order.slice(held.length);
      const one = { forward: tally(), inverse: tally() };
      for (const { temperature, time, hardness } of held) {
        const predicted = predictHardness(kept, { temperature, time, constant: 20 });
        const found = recommendTemperature(kept, { hardness, time, constant: 20 });
        const without = predictHardness(kept, { temperature, time, constant: null });
        for (const into of [forward, one.forward])
          if (predicted.status === 'answered')
            count(into, predicted.hardness, hardness, 2, predicted.interval);
          else count(into, undefined, hardness, 2);
        for (const into of [inverse, one.inverse])
          if (found.status === 'answered') count(into, found.temperature, temperature, 25, found.interval);
          else count(into, undefined, temperature, 25);
        if (without.status === 'answered')
          count(constantless, without.hardness, hardness, 2, without.interval);
        else count(constantless, undefined, hardness, 2);
      }
      bySteel.set(steel.split(/ [?\d.]+ /)[0] ?? steel, one);
    }
    console.info(
      [
        line('hardness within 2 HRC', forward),
        line('temperature within 25 °C', inverse),
        line('hardness within 2 HRC, no constant', constantless),
        ...[...bySteel].map(
          ([steel, one]) =>
            `  ${steel}: ${share(one.forward.hit, one.forward.answered)}, ${share(one.inverse.hit, one.inverse.answered)}`,
        ),
      ].join('\n'),
    );
    expect(forward.answered / forward.asked).toBeGreaterThan(0);
    expect(inverse.answered / inverse.asked).toBeGreaterThan(0);
  });
});
