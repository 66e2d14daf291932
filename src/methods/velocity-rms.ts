import FFT from 'fft.js';
import type { Band } from './envelope-spectrum.ts';

/**
 * Root mean square of the vibration velocity in mm/s, from an acceleration signal in m/s², integrated line by line over
 * the band (ISO 20816-1 evaluates 10 to 1,000 Hz). The signal is cut to the largest power of two.
 */
export function velocityRms(
  acceleration: ArrayLike<number>,
  rate: number,
  band: Band = { low: 10, high: 1000 },
): number {
  const size = 2 ** Math.floor(Math.log2(acceleration.length));
  const fft = new FFT(size);
  const input = fft.createComplexArray();
  for (let i = 0; i < size; i++) {
    input[2 * i] = acceleration[i] ?? 0;
    input[2 * i + 1] = 0;
  }
  const lines = fft.createComplexArray();
  fft.transform(lines, input);
  let power = 0;
  for (let k = 1; k < size / 2; k++) {
    const frequency = (k * rate) / size;
    if (frequency < band.low || frequency > band.high) continue;
    const amplitude = (2 * Math.hypot(lines[2 * k] ?? 0, lines[2 * k + 1] ?? 0)) / size;
    power += (amplitude / (2 * Math.PI * frequency)) ** 2 / 2;
  }
  return 1000 * Math.sqrt(power);
}
