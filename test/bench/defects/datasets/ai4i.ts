import { hasSharedData, sharedData } from '../../../shared-data.ts';
import type { BenchDataset } from './dataset.ts';
import { type ColumnPlan, measuredColumn, readCsv } from './read-csv.ts';

const label = (from: string, id: string): ColumnPlan => ({
  from,
  id,
  type: 'integer',
  role: 'label',
  unit: null,
});

const plan: readonly ColumnPlan[] = [
  { from: 'UDI', id: 'udi', type: 'integer', role: 'identifier', unit: null },
  { from: 'Product ID', id: 'product_id', type: 'string', role: 'identifier', unit: null },
  { from: 'Type', id: 'type', type: 'string', role: null, unit: null },
  measuredColumn('Air temperature [K]', 'air_temperature', 'K'),
  measuredColumn('Process temperature [K]', 'process_temperature', 'K'),
  measuredColumn('Rotational speed [rpm]', 'rotational_speed', 'rpm', 'integer'),
  measuredColumn('Torque [Nm]', 'torque', 'Nm'),
  measuredColumn('Tool wear [min]', 'tool_wear', 'min', 'integer'),
  label('Machine failure', 'machine_failure'),
  label('TWF', 'twf'),
  label('HDF', 'hdf'),
  label('PWF', 'pwf'),
  label('OSF', 'osf'),
  label('RNF', 'rnf'),
];

/** Milling records in the order of making, without times. Only `machine_failure` can be told from other fields. */
export const ai4i: BenchDataset = {
  id: 'ai4i2020',
  simulated: false,
  reported: true,
  only: { label_noise: ['machine_failure'], label_leakage: ['machine_failure'] },
  available: () => hasSharedData('ai4i2020'),
  make: () => readCsv(sharedData('ai4i2020', 'ai4i2020.csv'), ',', plan),
};
