import { describe, expect, it } from 'vitest';
import { integer, seeded, shuffle } from '../../../src/methods/random.ts';
import type { Cell } from '../../../src/workspace/index.ts';
import { examined } from '../tables/report.ts';

const fields = [
  { id: 'machine', type: 'string', role: 'group' },
  { id: 't', type: 'datetime', role: 'time' },
] as const;

/** Four machines every five minutes, in turn, with `shift` minutes more on the clock. */
function rows(shift: (machine: number, place: number) => number = () => 0, count = 400): Cell[][] {
  return Array.from({ length: 4 * count }, (_, row) => {
    const [machine, place] = [row % 4, Math.floor(row / 4)];
    const at = Date.UTC(2026, 2, 1) + (5 * place + shift(machine, place)) * 60_000;
    return [`M${machine}`, new Date(at).toISOString().slice(0, 19)];
  });
}

describe('a clock that is off', () => {
  it.each([
    ['an hour ahead', 60],
    ['eight hours behind', -480],
  ])('for a while in all machines: %s', async (_name, minutes) => {
    const { finding, affected } = await examined(
      fields,
      rows((_machine, place) => (place >= 150 && place < 190 ? minutes : 0)),
    );
    expect(finding('clock_shift')).toMatchObject({
      severity: 'major',
      count: 160,
      magnitude: { value: minutes * 60, unit: 's' },
      confidence: 0.95,
      repair: { action: 'shift_time', parameters: { field: 't', offset: -minutes * 60_000 } },
    });
    expect(affected('clock_shift')).toEqual([[601, 760]]);
  });

  it('in one machine all the time', async () => {
    const { finding, affected } = await examined(
      fields,
      rows((machine) => (machine === 2 ? 480 : 0)),
    );
    expect(finding('clock_shift')).toMatchObject({ count: 400, intervals: [{ series: 'M2' }] });
    expect(affected('clock_shift')?.slice(0, 2)).toEqual([
      [3, 3],
      [7, 7],
    ]);
  });

  it('set back by an hour at the end of summer time', async () => {
    const { finding } = await examined(
      fields,
      rows((_machine, place) => (place >= 200 ? -60 : 0)),
    );
    expect(finding('clock_shift')).toMatchObject({ count: 800, confidence: 0.7 });
  });

  it('by a day in the record of each midnight', async () => {
    const day = 288;
    const spoilt = rows((_machine, place) => (place > 0 && place % day === 0 ? -1440 : 0), 7 * day);
    const { finding } = await examined(fields, spoilt);
    expect(finding('clock_shift')).toMatchObject({ count: 24, magnitude: { value: -86_400 } });
  });
});

describe('a steady clock', () => {
  const rng = seeded(17);

  it.each([
    ['with downtime', rows((_machine, place) => (place >= 200 ? 600 : 0))],
    ['with records that are missing', rows().filter(() => rng() > 0.1)],
    [
      'with one record that came late',
      rows()
        .toSpliced(500, 0, ...rows().slice(440, 441))
        .toSpliced(440, 1),
    ],
    ['with records in any order', shuffle(seeded(2), rows())],
    [
      'with a buffer in any order',
      [...rows().slice(0, 600), ...shuffle(seeded(3), rows().slice(600, 700)), ...rows().slice(700)],
    ],
    [
      'of machines that were recorded for different times',
      rows().filter((row, place) => place < 800 || row[0] !== 'M1'),
    ],
    ['that trembles', rows(() => integer(rng, 0, 2))],
  ])('is not said to be off: %s', async (_name, clean) => {
    expect((await examined(fields, clean)).kinds).not.toContain('clock_shift');
  });
});
