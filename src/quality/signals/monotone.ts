import { isNumeric } from '../facts/field-facts.ts';
import type { Sample } from '../facts/sample.ts';
import type { TableFacts } from '../facts/types.ts';

/** Share of steps against the main direction up to which a series goes one way: a counter is reset now and then. */
const strays = 0.01;

/** Whether values, in order, go up or stay, or go down or stay, but for a reset now and then. */
export function isMonotone(values: ArrayLike<number>): boolean {
  let [up, down] = [0, 0];
  for (let place = 1; place < values.length; place += 1) {
    const step = (values[place] ?? 0) - (values[place - 1] ?? 0);
    if (step > 0) up += 1;
    else if (step < 0) down += 1;
  }
  return Math.min(up, down) <= strays * Math.max(up, down) || up + down <= strays * values.length;
}

/** Whether the records were sorted by one of their quantities, so that their order is no order of time. */
export function sortedByValue(sample: Sample, { fields }: TableFacts): boolean {
  return fields.some(({ field, distinct }) => {
    const quantity = isNumeric(field) && field.role !== 'identifier' && field.role !== 'time';
    if (!quantity || (distinct ?? 0) < 3) return false;
    const values = sample.column(field.id).filter((value) => !Number.isNaN(value));
    let [up, down] = [0, 0];
    for (let place = 1; place < values.length; place += 1) {
      const step = (values[place] ?? 0) - (values[place - 1] ?? 0);
      if (step > 0) up += 1;
      else if (step < 0) down += 1;
    }
    return up + down > 1 && Math.min(up, down) === 0;
  });
}
