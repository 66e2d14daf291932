import type { TableFacts } from '../facts/types.ts';
import { partnersOf } from './partners.ts';

export interface LagPair {
  readonly field: string;
  readonly partner: string;
  readonly correlation: number;
}

/** Share of each series that shows how its signals belong together. */
const beginning = 0.3;

/** Measurements and the two signals that each moves with most at the beginning; the strongest `most_lag_pairs` of them. */
export async function lagPairs(table: TableFacts): Promise<readonly LagPair[]> {
  const measured = new Set(
    table.fields.filter(({ field }) => field.role !== 'setpoint').map(({ field }) => field.id),
  );
  const pairs = [...(await partnersOf(table, beginning))]
    .filter(([field]) => measured.has(field))
    .flatMap(([field, partners]) =>
      partners.slice(0, 2).map(({ field: partner, correlation }) => ({ field, partner, correlation })),
    );
  return pairs
    .toSorted((a, b) => Math.abs(b.correlation) - Math.abs(a.correlation))
    .slice(0, table.thresholds.most_lag_pairs);
}
