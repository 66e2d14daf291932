import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { envelopeSpectrum, highestPeaks, normal, seeded } from '../../src/methods/index.ts';
import { hasSharedData, sharedData } from '../shared-data.ts';

const rate = 20_480;
const sine = (hertz: number, i: number) => Math.sin((2 * Math.PI * hertz * i) / rate);
/** A carrier of 4 kHz whose amplitude of 2 swings by 0.5 at 87 Hz, a strong line outside the band, and noise. */
function modulated(length: number): Float64Array {
  const rng = seeded(4);
  return Float64Array.from(
    { length },
    (_, i) => 2 * (1 + 0.5 * sine(87, i)) * sine(4000, i) + 5 * sine(50, i) + normal(rng, 0, 0.05),
  );
}

describe('envelopeSpectrum', () => {
  it('finds the modulation, in place and size, and nothing of what is outside the band', () => {
    const spectrum = envelopeSpectrum(modulated(32_768), rate, { low: 3000, high: 5000 });
    const [first, second] = highestPeaks(spectrum, 2, 1000);
    expect(first?.frequency).toBeCloseTo(87, 1);
    expect(first?.amplitude).toBeGreaterThan(0.9);
    expect(first?.amplitude).toBeLessThan(1.02);
    expect(second?.amplitude).toBeLessThan(0.02);
  });

  it('refuses what it cannot do', () => {
    const band = { low: 3000, high: 5000 };
    expect(() => envelopeSpectrum(new Float64Array(100), rate, band)).toThrow(/too short/);
    expect(() => envelopeSpectrum(modulated(1024), rate, { low: 3000, high: 20_000 })).toThrow(/band/);
    const broken = modulated(1024);
    broken[7] = Number.NaN;
    expect(() => envelopeSpectrum(broken, rate, band)).toThrow(/Sample 7/);
  });
});

const available = hasSharedData('bearing-vibration-mfpt');

describe.skipIf(!available)('envelope spectrum of four published bearing signals', () => {
  it.each([
    ['InnerRaceFault_vload_1', 118.875],
    ['InnerRaceFault_vload_4', 118.875],
    ['OuterRaceFault_vload_1', 81.125],
    ['OuterRaceFault_vload_4', 81.125],
  ])('%s shows its defect frequency among the strongest lines', (name, expected) => {
    const text = readFileSync(sharedData('bearing-vibration-mfpt', 'real_train', `${name}.csv`), 'utf8');
    const signal = Float64Array.from(text.trim().split(/\s+/), Number);
    const peaks = highestPeaks(envelopeSpectrum(signal, 48_828, { low: 5000, high: 20_000 }), 12, 1000);
    const other = expected === 81.125 ? 118.875 : 81.125;
    const near = (hertz: number) =>
      Math.max(0, ...peaks.filter((p) => Math.abs(p.frequency / hertz - 1) < 0.02).map((p) => p.amplitude));
    expect(near(expected)).toBeGreaterThan(0);
    expect(near(expected)).toBeGreaterThan(2 * near(other));
  });
});
