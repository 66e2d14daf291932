import { describe, expect, it } from 'vitest';
import { velocityRms } from '../../src/methods/index.ts';

const rate = 12_800;
const signal = (peak: number, hertz: number) =>
  Float64Array.from({ length: 16_384 }, (_, i) => 3 + peak * Math.sin((2 * Math.PI * hertz * i) / rate));

describe('velocityRms', () => {
  it.each([50, 120, 87.3])('integrates a sine of 10 m/s² at %s Hz', (hertz) => {
    const exact = 10_000 / (2 * Math.PI * hertz) / Math.SQRT2;
    expect(velocityRms(signal(10, hertz), rate) / exact).toBeCloseTo(1, 2);
  });

  it('leaves out what is outside the band', () => {
    expect(velocityRms(signal(10, 3000), rate)).toBeLessThan(0.01);
  });

  it('refuses what it cannot do', () => {
    expect(() => velocityRms(signal(1, 50), rate, { low: 10, high: 9000 })).toThrow(/band/);
    expect(() => velocityRms([], rate)).toThrow(/0 samples/);
    const broken = signal(1, 50);
    broken[5] = Number.NaN;
    expect(() => velocityRms(broken, rate)).toThrow(/No velocity/);
  });
});
