import { normal, seeded } from '../../../src/methods/random.ts';
import type { DefectTable } from '../../../src/simulation/defects/index.ts';

/** Three machines by turns, every minute; signals that move together, a label that follows, a split. */
export function madeTable(seed: number, records: number): DefectTable {
  const rng = seeded(seed);
  const start = Date.UTC(2026, 0, 1);
  const rows = Array.from({ length: records }, (_, place) => {
    const load = normal(rng);
    return [
      new Date(start + Math.floor(place / 3) * 60_000).toISOString().slice(0, 19),
      `M${(place % 3) + 1}`,
      Number((60 + load).toFixed(2)),
      Number((20 + 2 * load + 0.1 * normal(rng)).toFixed(1)),
      5,
      load > 1 ? '不合格' : '合格',
      rng() < 0.3 ? 'test' : 'train',
    ];
  });
  const fields: DefectTable['fields'] = [
    { id: 'time', type: 'datetime', role: 'time', unit: null },
    { id: 'machine', type: 'string', role: 'group', unit: null },
    { id: 'temperature', type: 'number', role: 'measurement', unit: '°C' },
    { id: 'current', type: 'number', role: 'measurement', unit: 'A' },
    { id: 'constant', type: 'number', role: 'measurement', unit: 'bar' },
    { id: 'grade', type: 'string', role: 'label', unit: null },
    { id: 'split', type: 'string', role: 'split', unit: null },
  ];
  return {
    fields,
    columns: fields.map((_, column) => rows.map((row) => row[column] ?? null)),
    ordered: true,
  };
}
