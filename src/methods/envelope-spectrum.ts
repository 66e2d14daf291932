import FFT from 'fft.js';
import { type Sentence, ZhujiError } from '../workspace/index.ts';

export interface Spectrum {
  /** Hz between lines; line k lies at k · resolution. */
  readonly resolution: number;
  /** Peak amplitude of each line, in the unit of the signal. */
  readonly amplitudes: Float64Array;
}

export interface Band {
  /** Hz. */
  readonly low: number;
  readonly high: number;
}

/**
 * Spectrum of the envelope of a signal within a band: band-pass and analytic signal in one step (negative frequencies and
 * those outside the band set to zero), magnitude, mean removed, Hann window, spectrum. R. B. Randall, J. Antoni, Mech.
 * Syst. Signal Process. 25 (2011) 485–520, section 4. The signal is cut to the largest power of two.
 *
 * @param rate samples per second.
 * Errors: `invalid_argument` where the signal is shorter than 256 samples, holds NaN, or the band is not within 0 to rate / 2.
 */
export function envelopeSpectrum(signal: ArrayLike<number>, rate: number, band: Band): Spectrum {
  const size = 2 ** Math.floor(Math.log2(signal.length));
  if (!(size >= 256))
    throw invalid({
      en: `A signal of ${signal.length} samples is too short: 256 are needed.`,
      zh: `信号仅有 ${signal.length} 个采样点，过短：至少需要 256 个。`,
    });
  if (!(band.low >= 0 && band.low < band.high && band.high <= rate / 2)) {
    throw invalid({
      en: `The band ${band.low} to ${band.high} Hz is not within 0 to ${rate / 2} Hz.`,
      zh: `频带 ${band.low}～${band.high} Hz 不在 0～${rate / 2} Hz 之内。`,
    });
  }
  const fft = new FFT(size);
  const input = fft.createComplexArray();
  for (let i = 0; i < size; i++) {
    const value = signal[i] ?? Number.NaN;
    if (!Number.isFinite(value))
      throw invalid({ en: `Sample ${i} is not a number.`, zh: `采样点 ${i} 不是数值。` });
    input[2 * i] = value;
    input[2 * i + 1] = 0;
  }
  const lines = fft.createComplexArray();
  fft.transform(lines, input);
  for (let k = 0; k < size; k++) {
    const frequency = (k * rate) / size;
    const inside = k <= size / 2 && frequency >= band.low && frequency <= band.high;
    for (const part of [2 * k, 2 * k + 1]) lines[part] = inside ? 2 * (lines[part] ?? 0) : 0;
  }
  const analytic = fft.createComplexArray();
  fft.inverseTransform(analytic, lines);
  const envelope = Array.from({ length: size }, (_, i) =>
    Math.hypot(analytic[2 * i] ?? 0, analytic[2 * i + 1] ?? 0),
  );
  return { resolution: rate / size, amplitudes: hannSpectrum(envelope, fft, size) };
}

function hannSpectrum(values: readonly number[], fft: FFT, size: number): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / size;
  const windowed = fft.createComplexArray();
  values.forEach((value, i) => {
    windowed[2 * i] = (value - mean) * (0.5 - 0.5 * Math.cos((2 * Math.PI * i) / size));
    windowed[2 * i + 1] = 0;
  });
  const lines = fft.createComplexArray();
  fft.transform(lines, windowed);
  // A Hann window halves the amplitude; a real signal shares it between both signs of frequency.
  return Float64Array.from(
    { length: size / 2 },
    (_, k) => (4 * Math.hypot(lines[2 * k] ?? 0, lines[2 * k + 1] ?? 0)) / size,
  );
}

export interface Peak {
  /** Hz, between lines by a parabola through the three highest. */
  readonly frequency: number;
  readonly amplitude: number;
}

/** The `count` highest local maxima below `highest` Hz, by amplitude. */
export function highestPeaks({ amplitudes, resolution }: Spectrum, count: number, highest: number): Peak[] {
  const peaks: Peak[] = [];
  const last = Math.min(amplitudes.length - 2, Math.floor(highest / resolution));
  for (let k = 2; k <= last; k++) {
    const [left, mid, right] = [amplitudes[k - 1] ?? 0, amplitudes[k] ?? 0, amplitudes[k + 1] ?? 0];
    if (mid <= left || mid < right) continue;
    const shift = (left - right) / (2 * (left - 2 * mid + right));
    peaks.push({ frequency: (k + shift) * resolution, amplitude: mid - ((left - right) * shift) / 4 });
  }
  return peaks.sort((a, b) => b.amplitude - a.amplitude).slice(0, count);
}

function invalid(message: Sentence): ZhujiError {
  return new ZhujiError('invalid_argument', message, {
    recovery: {
      en: 'Give a longer signal without gaps, and a band below half the sampling rate.',
      zh: '请提供更长且无缺失的信号，频带须低于采样率的一半。',
    },
  });
}
