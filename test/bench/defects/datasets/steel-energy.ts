import { hasSharedData, sharedData } from '../../../shared-data.ts';
import type { BenchDataset } from './dataset.ts';
import { type ColumnPlan, measuredColumn, readCsv } from './read-csv.ts';

/** Day first; the last record of a day has the day's own date and 0:00, which means 24:00. */
function isoOf(text: string): string {
  const [date = '', clock = ''] = text.split(' ');
  const [day = '', month = '', year = ''] = date.split('/');
  const midnight = clock === '0:00' ? 24 * 3_600_000 : 0;
  const at = Date.parse(`${year}-${month}-${day}T${clock.padStart(5, '0')}:00Z`);
  return new Date(at + midnight).toISOString().slice(0, 19);
}

const plan: readonly ColumnPlan[] = [
  { from: 'date', id: 'time', type: 'datetime', role: 'time', unit: null, read: isoOf },
  measuredColumn('Usage_kWh', 'usage', 'kWh'),
  measuredColumn('Lagging_Current_Reactive.Power_kVarh', 'lagging_reactive_power', 'kVarh'),
  measuredColumn('Leading_Current_Reactive_Power_kVarh', 'leading_reactive_power', 'kVarh'),
  measuredColumn('Lagging_Current_Power_Factor', 'lagging_power_factor', '%'),
  measuredColumn('Leading_Current_Power_Factor', 'leading_power_factor', '%'),
  { from: 'WeekStatus', id: 'week_status', type: 'string', role: 'status', unit: null },
  { from: 'Load_Type', id: 'load_type', type: 'string', role: 'label', unit: null },
];

/** A year of a steel mill's energy every quarter of an hour. */
export const steelEnergy: BenchDataset = {
  id: 'steel-industry-energy',
  simulated: false,
  reported: false,
  available: () => hasSharedData('steel-industry-energy'),
  make: () => readCsv(sharedData('steel-industry-energy', 'Steel_industry_data.csv'), ',', plan),
};
