import FFT from 'fft.js';
import { ZhujiError } from '../workspace/index.ts';
import type { Band } from './envelope-spectrum.ts';

/**
 * Root mean square of the vibration velocity in mm/s, from an acceleration signal in m/s², integrated line by line over
 * the band (ISO 20816-1 evaluates 10 to 1,000 Hz). The signal is cut to the largest power of two, freed of its mean and
 * weighted by a Hann window, whose mean square of 3/8 is made good: without it a strong line leaks into low frequencies,
 * which integration blows up.
 *
 * @param rate samples per second.
 * Errors: `invalid_argument` where the signal is shorter than 256 samples or has a gap, or the band is not within 0 to rate / 2.
 */
export function velocityRms(
  acceleration: ArrayLike<number>,
  rate: number,
  band: Band = { low: 10, high: 1000 },
): number {
  const size = 2 ** Math.floor(Math.log2(acceleration.length));
  const samples = Array.from({ length: Math.max(size, 0) }, (_, i) => acceleration[i] ?? Number.NaN);
  const mean = samples.reduce((sum, value) => sum + value, 0) / size;
  const inside = band.low > 0 && band.low < band.high && band.high <= rate / 2;
  if (!(size >= 256 && inside && Number.isFinite(mean))) {
    throw new ZhujiError(
      'invalid_argument',
      {
        en: `No velocity from ${acceleration.length} samples at ${rate} Hz in the band ${band.low} to ${band.high} Hz.`,
        zh: `无法由 ${acceleration.length} 个采样点（采样率 ${rate} Hz）求出 ${band.low}～${band.high} Hz 频带内的振动速度。`,
      },
      {
        recovery: {
          en: 'Give at least 256 samples without gaps, and a band above 0 and up to half the sampling rate.',
          zh: '请提供至少 256 个无缺失的采样点，频带下限大于 0，上限不超过采样率的一半。',
        },
      },
    );
  }
  const fft = new FFT(size);
  const input = fft.createComplexArray();
  samples.forEach((value, i) => {
    input[2 * i] = (value - mean) * (0.5 - 0.5 * Math.cos((2 * Math.PI * i) / size));
  });
  const lines = fft.createComplexArray();
  fft.transform(lines, input);
  let square = 0;
  for (let k = 1; k < size / 2; k++) {
    const frequency = (k * rate) / size;
    if (frequency < band.low || frequency > band.high) continue;
    const amplitude = (2 * Math.hypot(lines[2 * k] ?? 0, lines[2 * k + 1] ?? 0)) / size;
    square += (amplitude / (2 * Math.PI * frequency)) ** 2 / 2 / (3 / 8);
  }
  return 1000 * Math.sqrt(square);
}
