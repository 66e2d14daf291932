import { hasSharedData, sharedData } from '../../../shared-data.ts';
import type { BenchDataset } from './dataset.ts';
import { type ColumnPlan, measuredColumn, readCsv } from './read-csv.ts';

const plan: readonly ColumnPlan[] = [
  {
    from: 'datetime',
    id: 'time',
    type: 'datetime',
    role: 'time',
    unit: null,
    read: (text) => text.replace(' ', 'T'),
  },
  measuredColumn('Accelerometer1RMS', 'accelerometer_1', 'g'),
  measuredColumn('Accelerometer2RMS', 'accelerometer_2', 'g'),
  measuredColumn('Current', 'current', 'A'),
  measuredColumn('Pressure', 'pressure', 'bar'),
  measuredColumn('Temperature', 'temperature', '°C'),
  measuredColumn('Thermocouple', 'thermocouple', '°C'),
  measuredColumn('Voltage', 'voltage', 'V'),
  measuredColumn('Volume Flow RateRMS', 'volume_flow_rate', 'l/min'),
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
