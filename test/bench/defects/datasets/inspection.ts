import { randomNormal } from 'd3-random';
import { seeded } from '../../../../src/methods/random.ts';
import type { DefectField, DefectTable } from '../../../../src/simulation/defects/index.ts';
import { type BenchDataset, columnsOf, measured } from './dataset.ts';

const parts = 4000;
const materials = ['45钢', '40Cr', '球铁500', '铝合金6061'];

const fields: readonly DefectField[] = [
  { id: 'part', type: 'string', role: 'identifier', unit: null },
  { id: 'material', type: 'string', role: 'group', unit: null },
  measured('thickness', 'mm'),
  measured('width', 'mm'),
  measured('mass', 'kg'),
  measured('hardness', 'HB'),
  measured('roughness', 'um'),
  measured('mould_temperature', '°C'),
  measured('clamp_force', 'kN'),
  { id: 'grade', type: 'string', role: 'label', unit: null },
  { id: 'split', type: 'string', role: 'split', unit: null },
];

const round = (value: number, decimals: number): number => Number(value.toFixed(decimals));

async function makeParts(seed: number): Promise<DefectTable> {
  const rng = seeded(seed);
  const normal = randomNormal.source(rng)(0, 1);
  const rows = Array.from({ length: parts }, (_, place) => {
    const [thickness, width, hardness, temperature] = [normal(), normal(), normal(), normal()];
    const rough = Math.exp(0.35 * normal());
    const score = 1.2 * thickness - 0.9 * temperature + 1.5 * (rough - 1) + 0.1 * normal();
    return [
      `P${String(100_000 + place)}`,
      materials[Math.floor(rng() * materials.length)] ?? null,
      round(12 + 0.05 * thickness, 3),
      round(80 + 0.2 * width, 2),
      round(0.74 * (1 + 0.004 * thickness + 0.0025 * width) + 0.001 * normal(), 4),
      round(210 + 8 * hardness, 0),
      round(1.6 * rough, 2),
      round(180 + 4 * temperature, 1),
      round(45 + 10 * rng(), 1),
      score > 2.2 ? 'scrap' : score > 1 ? 'rework' : 'ok',
      rng() < 0.2 ? 'test' : 'train',
    ];
  });
  return { fields, columns: columnsOf(fields, rows), ordered: false };
}

/** Inspected parts, one as likely as another: no time, no order; the grade follows from three of the measurements. */
export const inspection: BenchDataset = {
  id: 'inspection',
  simulated: true,
  reported: true,
  ranges: { mould_temperature: { min: 0, max: 400 }, clamp_force: { min: 0 }, roughness: { min: 0 } },
  available: () => true,
  make: makeParts,
};
