import { defectFrequencies } from '../../methods/bearing.ts';
import { normal, type Rng } from '../../methods/random.ts';
import type { BearingParameters, BearingType } from './parameters.ts';

/** Fault classes, named by the frequency that shows them. */
export const faultClasses = ['none', 'BPFO', 'BPFI', 'BSF'] as const;
export type FaultClass = (typeof faultClasses)[number];

export interface SignalRequest {
  readonly type: BearingType;
  readonly fault: FaultClass;
  /** Hz. */
  readonly shaft: number;
  /** Amplitude of the unbalance, mm/s. */
  readonly unbalance: number;
}

/** Hz, and decay per second, of the structure that an impact excites. */
const resonance = { frequency: 3200, decay: 900 };
/** Random variation of the time between impacts, relative: rolling elements slip. */
const slip = 0.01;
/** m/s² */
const impactHeight = 10;

/**
 * Acceleration in m/s²: decaying oscillations at the defect frequency with slip, modulated by the load zone (inner race:
 * once per turn; ball: once per turn of the cage), unbalance, broadband noise. Model after P. D. McFadden, J. D. Smith,
 * J. Sound Vib. 96 (1984) 69–82, and R. B. Randall, J. Antoni, Mech. Syst. Signal Process. 25 (2011) 485–520.
 */
export function bearingSignal(rng: Rng, request: SignalRequest, parameters: BearingParameters): Float64Array {
  const { shaft, fault, type } = request;
  const { rate, samples, noise } = parameters;
  const omega = 2 * Math.PI * shaft;
  const phase = 2 * Math.PI * rng();
  const signal = Float64Array.from({ length: samples }, (_, i) => {
    const t = i / rate;
    const turning =
      (request.unbalance / 1000) * omega * (Math.cos(omega * t + phase) + 0.2 * Math.cos(2 * omega * t));
    return turning + normal(rng, 0, noise * impactHeight);
  });
  if (fault === 'none') return signal;
  const { bpfo, bpfi, bsf, ftf } = defectFrequencies(type, shaft);
  const [frequency, modulation] = { BPFO: [bpfo, 0], BPFI: [bpfi, shaft], BSF: [2 * bsf, ftf] }[fault] as [
    number,
    number,
  ];
  let time = rng() / frequency;
  while (time < samples / rate) {
    const load = modulation === 0 ? 1 : Math.max(0.1, 0.6 + 0.5 * Math.cos(2 * Math.PI * modulation * time));
    strike(signal, rate, time, impactHeight * load * (1 + normal(rng, 0, 0.05)));
    time += (1 + normal(rng, 0, slip)) / frequency;
  }
  return signal;
}

function strike(signal: Float64Array, rate: number, time: number, height: number): void {
  const first = Math.ceil(time * rate);
  const last = Math.min(signal.length, first + Math.ceil((6 / resonance.decay) * rate));
  for (let i = first; i < last; i++) {
    const since = i / rate - time;
    signal[i] =
      (signal[i] ?? 0) +
      height * Math.exp(-resonance.decay * since) * Math.sin(2 * Math.PI * resonance.frequency * since);
  }
}
