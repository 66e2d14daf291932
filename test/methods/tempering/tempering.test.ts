import { describe, expect, it } from 'vitest';
import {
  hollomonJaffe,
  normal,
  predictHardness,
  recommendTemperature,
  seeded,
  type TemperedRow,
  temperatureFor,
} from '../../../src/methods/index.ts';

const constant = 20;
/** A steel that is exactly a line in the parameter: 60 HRC at 10 000, 4 HRC less per 1000. */
const hardnessOf = (temperature: number, time: number) =>
  60 - (4 * (hollomonJaffe(temperature, time, constant) - 10_000)) / 1000;

function rows(
  options: { noise?: number; times?: readonly number[] } = {},
): (TemperedRow & { row: number })[] {
  const rng = seeded(11);
  const { noise = 0, times = [0.5, 1, 2, 4, 8] } = options;
  return times
    .flatMap((time) =>
      [200, 250, 300, 350, 400, 450, 500, 550, 600].map((temperature) => ({ temperature, time })),
    )
    .map((at, i) => ({
      ...at,
      hardness: hardnessOf(at.temperature, at.time) + normal(rng, 0, noise),
      row: i + 1,
    }));
}

function answered<T extends { status: string }>(result: T): Extract<T, { status: 'answered' }> {
  expect(result).toMatchObject({ status: 'answered' });
  return result as Extract<T, { status: 'answered' }>;
}

describe('predictHardness', () => {
  it('gives back a line in the parameter, also for a time that no row has', () => {
    const result = answered(predictHardness(rows(), { temperature: 425, time: 3, constant }));
    expect(result.hardness).toBeCloseTo(hardnessOf(425, 3), 1);
    expect(result.rows).toBe(45);
    for (const row of result.support) expect(Math.abs(row.temperature - 425)).toBeLessThanOrEqual(75);
    expect(result.support[0]?.row).toBeTypeOf('number');
  });

  it('holds about the share of new results that was asked for', () => {
    const measured = rows({ noise: 1 });
    const rng = seeded(2);
    const inside = Array.from({ length: 300 }, () => {
      const temperature = 220 + 360 * rng();
      const { interval } = answered(
        predictHardness(measured, { temperature, time: 2, constant, coverage: 0.8 }),
      );
      const fresh = hardnessOf(temperature, 2) + normal(rng);
      return fresh >= interval[0] && fresh <= interval[1];
    }).filter(Boolean).length;
    expect(inside / 300).toBeGreaterThan(0.72);
    expect(inside / 300).toBeLessThan(0.9);
  });

  it('does not extrapolate', () => {
    expect(predictHardness(rows(), { temperature: 620, time: 2, constant })).toEqual({
      status: 'unanswered',
      reason: 'temperature_outside_data',
      rows: 45,
      covered: [200, 600],
    });
    expect(predictHardness(rows(), { temperature: 400, time: 20, constant })).toMatchObject({
      reason: 'time_outside_data',
      covered: [0.5, 8],
    });
    expect(predictHardness(rows().slice(0, 3), { temperature: 250, time: 0.5, constant })).toMatchObject({
      reason: 'too_few_rows',
    });
  });

  it('does not take a long time at the highest temperature from short times', () => {
    const short = rows({ times: [0.5] });
    const long = rows({ times: [8] }).filter((row) => row.temperature <= 400);
    expect(predictHardness([...short, ...long], { temperature: 595, time: 8, constant })).toMatchObject({
      reason: 'temperature_outside_data',
    });
  });

  it('refuses a time of nothing', () => {
    expect(() => predictHardness(rows(), { temperature: 400, time: 0, constant })).toThrow(/0 h/);
  });
});

describe('recommendTemperature', () => {
  it('inverts the line in the parameter', () => {
    const result = answered(recommendTemperature(rows(), { hardness: 35, time: 2, constant }));
    const exact = temperatureFor(10_000 + (60 - 35) * 250, 2, constant);
    expect(Math.abs(result.temperature - exact)).toBeLessThan(2);
    expect(result.expectedHardness).toBeCloseTo(35, 1);
    expect(result.interval[0]).toBeLessThanOrEqual(result.temperature);
    expect(result.interval[1]).toBeGreaterThanOrEqual(result.temperature);
    expect(result.covered).toEqual([200, 600]);
    expect(result.warnings).toEqual([]);
  });

  it('moves with the data', () => {
    const harder = rows().map((row) => ({ ...row, hardness: row.hardness + 4 }));
    const before = answered(recommendTemperature(rows(), { hardness: 35, time: 2, constant }));
    const after = answered(recommendTemperature(harder, { hardness: 35, time: 2, constant }));
    expect(after.temperature - before.temperature).toBeGreaterThan(30);
  });

  it('says so where the rows do not reach the target', () => {
    expect(recommendTemperature(rows(), { hardness: 66, time: 2, constant })).toMatchObject({
      status: 'unanswered',
      reason: 'hardness_outside_data',
    });
  });

  it('uses only rows of the same time where no constant is known, and says so', () => {
    const result = answered(recommendTemperature(rows(), { hardness: 35, time: 2, constant: null }));
    expect(result.rows).toBe(9);
    expect(result.support.every((row) => row.time === 2)).toBe(true);
    expect(result.warnings).toEqual(['few_rows', 'same_time_only']);
    expect(Math.abs(result.temperature - temperatureFor(16_250, 2, constant))).toBeLessThan(5);
    expect(recommendTemperature(rows(), { hardness: 35, time: 3, constant: null })).toMatchObject({
      reason: 'too_few_rows',
    });
  });

  it('warns where hardness rises with temperature', () => {
    const hump = rows().map((row) => ({
      ...row,
      hardness: row.hardness + 15 * Math.exp(-(((row.temperature - 500) / 45) ** 2)),
    }));
    const result = answered(recommendTemperature(hump, { hardness: 40, time: 2, constant, coverage: 0.5 }));
    expect(result.warnings).toContain('hardness_not_monotone');
  });
});
