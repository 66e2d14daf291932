import { describe, expect, it } from 'vitest';
import { velocityRms } from '../../src/methods/velocity-rms.ts';

const rate = 12_800;
const signal = (peak: number, hertz: number) =>
  Float64Array.from({ length: 16_384 }, (_, i) => 3 + peak * Math.sin((2 * Math.PI * hertz * i) / rate));

describe('velocityRms', () => {
  it('integrates a sine: 10 m/s² at 50 Hz is 31.83 mm/s peak', () => {
    expect(velocityRms(signal(10, 50), rate)).toBeCloseTo(10_000 / (2 * Math.PI * 50) / Math.SQRT2, 1);
    expect(velocityRms(signal(10, 120), rate)).toBeCloseTo(10_000 / (2 * Math.PI * 120) / Math.SQRT2, 1);
  });

  it('leaves out what is outside the band', () => {
    expect(velocityRms(signal(10, 3000), rate)).toBeLessThan(0.01);
    expect(() => velocityRms(signal(1, 50), rate, { low: 10, high: 9000 })).toThrow(/band/);
  });
});
