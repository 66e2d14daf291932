import { hasSharedData, sharedData } from '../../../shared-data.ts';
import type { BenchDataset } from './dataset.ts';
import { type ColumnPlan, readCsv } from './read-csv.ts';

const measured = (from: string, id: string, unit: string): ColumnPlan => ({
  from,
  id,
  type: 'number',
  role: 'measurement',
  unit,
});

const plan: readonly ColumnPlan[] = [
  {
    from: 'datetime',
    id: 'time',
    type: 'datetime',
    role: 'time',
    unit: null,
    read: (text) => text.replace(' ', 'T'),
  },
  measured('Accelerometer1RMS', 'accelerometer_1', 'g'),
  measured('Accelerometer2RMS', 'accelerometer_2', 'g'),
  measured('Current', 'current', 'A'),
  measured('Pressure', 'pressure', 'bar'),
  measured('Temperature', 'temperature', '°C'),
  measured('Thermocouple', 'thermocouple', '°C'),
  measured('Voltage', 'voltage', 'V'),
  measured('Volume Flow RateRMS', 'volume_flow_rate', 'l/min'),
];

/** A water loop, about one record a second. Free of faults, not of all oddities: only stuck and shifted signals are put in. */
export const skab: BenchDataset = {
  id: 'skab',
  simulated: false,
  reported: true,
  kinds: ['stuck', 'clock_shift', 'signal_lag'],
  available: () => hasSharedData('skab'),
  make: () => readCsv(sharedData('skab', 'anomaly-free', 'anomaly-free.csv'), ';', plan),
};
