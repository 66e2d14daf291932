import { expect, it } from 'vitest';
import { reportFor } from './scenario.ts';

/** A clean table about which everything is declared. */
const table = {
  fields: [
    { id: 'part', type: 'string', role: 'identifier' },
    { id: 'torque', type: 'number', role: 'measurement', unit: 'N.m', range: { min: 0, max: 100 } },
  ],
  rows: Array.from({ length: 400 }, (_, place) => [
    `p${place}`,
    40 + 9 * Math.sin(place * 1.7) + (place % 13) / 3,
  ]),
} as const;

it('calls the same dataset fit for one scenario and unfit for another', async () => {
  const monitoring = await reportFor(table, [
    { kind: 'field', field: ['torque', '扭矩'], unit: 'kN.m' },
    { kind: 'volume', records: 300 },
  ]);
  const wear = await reportFor(table, [{ kind: 'field', field: ['tool_wear', '刀具磨损'], unit: 'min' }]);
  expect(monitoring.hash).toBe(wear.hash);
  expect([monitoring.verdict, wear.verdict]).toEqual(['fit', 'unfit']);
});
