import { median } from 'simple-statistics';
import { envelopeSpectrum, highestPeaks, type Spectrum } from '../../methods/envelope-spectrum.ts';
import { normal, type Rng, seeded, shuffle } from '../../methods/random.ts';
import { velocityRms } from '../../methods/velocity-rms.ts';
import type { SimulatedDeclaration, SimulatedTable, Simulation } from '../simulation.ts';
import { demands } from './demands.ts';
import { documents } from './documents.ts';
import { type BearingParameters, defaultParameters } from './parameters.ts';
import { bearingSignal, type FaultClass, faultClasses } from './signal.ts';

export { type BearingParameters, defaultParameters } from './parameters.ts';
export { type FaultClass, faultClasses } from './signal.ts';

export interface BearingMeasurementTruth {
  readonly measurement: string;
  readonly machine: string;
  readonly fault: FaultClass;
}

export interface BearingOptions {
  readonly seed: number;
  readonly measurements?: number;
  readonly parameters?: BearingParameters;
}

const id = 'bearing';
const start = Date.UTC(2026, 0, 5, 6);
const hour = 3_600_000;
/** Hz: above it no line is kept. */
const highest = 600;

function declaration(seed: number, count: number, parameters: BearingParameters): SimulatedDeclaration {
  return {
    id,
    title: { en: 'Rolling bearings, condition monitoring', zh: '滚动轴承状态监测' },
    description: {
      en: 'Vibration measurements of simulated spindle and fan bearings: shaft speed, vibration velocity, and the strongest lines of the envelope spectrum of each measurement. Bearing geometry, severity zones and the procedure are in the documents.',
      zh: '仿真主轴与风机轴承的振动测量：轴转速、振动速度，以及每次测量的包络谱最强谱线。轴承几何参数、烈度区域与诊断流程见文档。',
    },
    keywords: ['bearing', 'vibration', 'envelope spectrum', '轴承', '振动', '包络谱'],
    version: '1',
    license: 'CC0-1.0',
    creator: 'Zhuji simulators',
    maturity: 'dataset',
    resourceType: 'realtime',
    generated: true,
    provenance: `zhuji bearing simulator; seed ${seed}; ${count} measurements; ${JSON.stringify(parameters)}`,
    card: {
      limitations: {
        en: 'Simulated, not measured: it stands in for no real machine. Of each envelope spectrum only the strongest lines below 600 Hz are kept.',
        zh: '仿真数据，非实测，不代表任何真实设备；每个包络谱仅保留 600 Hz 以下最强谱线。',
      },
      annotationRules: {
        en: 'It has no labels: the truth about faults is kept apart and not served.',
        zh: '不含标签：故障真值另行保存，不对外提供。',
      },
      targetScenarios: {
        en: 'Diagnosis of rolling bearings.',
        zh: '滚动轴承故障诊断。',
      },
    },
    fields: {
      'measurements/Measurement': { title: { en: 'Measurement', zh: '测量编号' }, role: 'identifier' },
      'envelope_peaks/Measurement': { title: { en: 'Measurement', zh: '测量编号' }, role: 'group' },
      Machine: { title: { en: 'Machine', zh: '设备' }, role: 'group' },
      Bearing: { title: { en: 'Bearing type', zh: '轴承型号' }, role: 'group' },
      'Measured at': { title: { en: 'Time of measurement', zh: '测量时间' }, role: 'time' },
      'Shaft speed [rpm]': { title: { en: 'Shaft speed', zh: '轴转速' }, role: 'measurement' },
      'Velocity rms [mm/s]': {
        title: { en: 'Vibration velocity, rms', zh: '振动速度有效值' },
        role: 'measurement',
      },
      'Envelope floor [m/s2]': {
        title: {
          en: 'Median line of the envelope spectrum below 600 Hz',
          zh: '包络谱 600 Hz 以下谱线幅值的中位数',
        },
        role: 'measurement',
      },
      'Frequency [Hz]': { title: { en: 'Frequency of the line', zh: '谱线频率' }, role: 'measurement' },
      'Amplitude [m/s2]': { title: { en: 'Amplitude of the line', zh: '谱线幅值' }, role: 'measurement' },
    },
  };
}

const round = (value: number, digits: number) => Number(value.toFixed(digits));

function medianBelow({ amplitudes, resolution }: Spectrum, frequency: number): number {
  return median(Array.from(amplitudes.subarray(1, Math.floor(frequency / resolution))));
}

interface Measured {
  readonly truth: BearingMeasurementTruth;
  readonly row: SimulatedTable['rows'][number];
  readonly peaks: SimulatedTable['rows'];
}

function measure(rng: Rng, place: number, fault: FaultClass, parameters: BearingParameters): Measured {
  const { types, rate, band, lines } = parameters;
  const measurement = `B-${String(place + 1).padStart(3, '0')}`;
  const machineNumber = place % 9;
  const machine = `R${machineNumber + 1}`;
  const type = types[machineNumber % types.length];
  if (!type) throw new RangeError('no bearing type');
  const speed = Math.round(1450 + 40 * machineNumber + normal(rng, 0, 12));
  const unbalance = (fault === 'none' ? 0.8 : 1.6) + 5.5 * rng() ** 2;
  const signal = bearingSignal(rng, { type, fault, shaft: speed / 60, unbalance }, parameters);
  const spectrum = envelopeSpectrum(signal, rate, band);
  return {
    truth: { measurement, machine, fault },
    row: [
      measurement,
      machine,
      type.name,
      new Date(start + place * 8 * hour).toISOString().replace('.000Z', 'Z'),
      speed,
      round(velocityRms(signal, rate), 2),
      round(medianBelow(spectrum, highest), 4),
    ],
    peaks: highestPeaks(spectrum, lines, highest).map(({ frequency, amplitude }) => [
      measurement,
      round(frequency, 2),
      round(amplitude, 4),
    ]),
  };
}

/** Bearings measured every shift, a quarter of each fault class; the raw signals are not served, the classes are truth. */
export function simulateBearing(options: BearingOptions): Simulation<readonly BearingMeasurementTruth[]> {
  const { seed, measurements = 48, parameters = defaultParameters } = options;
  const rng = seeded(seed);
  const faults = shuffle(
    rng,
    Array.from({ length: measurements }, (_, place) => faultClasses[place % faultClasses.length] ?? 'none'),
  );
  const measured = faults.map((fault, place) => measure(rng, place, fault, parameters));
  return {
    dataset: {
      id,
      declaration: declaration(seed, measurements, parameters),
      tables: [
        {
          id: 'measurements',
          columns: [
            'Measurement',
            'Machine',
            'Bearing',
            'Measured at',
            'Shaft speed [rpm]',
            'Velocity rms [mm/s]',
            'Envelope floor [m/s2]',
          ],
          rows: measured.map(({ row }) => row),
        },
        {
          id: 'envelope_peaks',
          columns: ['Measurement', 'Frequency [Hz]', 'Amplitude [m/s2]'],
          rows: measured.flatMap(({ peaks }) => peaks),
        },
      ],
    },
    documents: documents(id, parameters),
    scenarios: [demands(parameters)],
    truth: measured.map(({ truth }) => truth),
  };
}
