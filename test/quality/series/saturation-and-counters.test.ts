import { describe, expect, it } from 'vitest';
import { normal, seeded } from '../../../src/methods/index.ts';
import { checkDataset } from '../../../src/quality/index.ts';
import { madeDataset } from '../made-dataset.ts';

const kinds = ['saturation', 'counter_reset', 'coarse_values'];

async function findingsOf(make: (place: number, noise: () => number) => number) {
  const rng = seeded(5);
  const rows = Array.from({ length: 1500 }, (_, place) => [place, make(place, () => normal(rng, 0, 1))]);
  const fields = [
    { id: 'at', type: 'integer', role: 'time' },
    { id: 'signal', type: 'number', role: 'measurement', unit: 'bar' },
  ] as const;
  const report = await checkDataset('made', await madeDataset({ fields, rows }));
  return report.findings.filter(({ kind }) => kinds.includes(kind));
}

describe('saturation', () => {
  it.each<[string, (place: number, noise: () => number) => number, number]>([
    ['above', (_, noise) => Math.min(1.2, noise()), 1.2],
    ['below', (_, noise) => Math.max(-1, Math.round(noise() * 100) / 100), -1],
  ])('is found %s, with its count and a query', async (_, make, end) => {
    const [found, ...others] = await findingsOf(make);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ kind: 'saturation', fields: ['signal'], severity: 'minor' });
    expect(found?.message.en).toContain(`${end} bar`);
    expect(found?.query?.where).toEqual([{ field: 'signal', op: '=', value: end }]);
  });

  it.each<[string, (place: number, noise: () => number) => number]>([
    ['a normal field', (_, noise) => noise()],
    ['a coarse field', (_, noise) => Math.round(noise() * 3) / 2],
    ['a uniform field', (place) => (place * 37) % 211],
    ['a field that rests at nothing', (_, noise) => Math.max(0, noise())],
    ['a skewed field', (_, noise) => Math.exp(noise())],
  ])('is not found in %s', async (_, make) => {
    expect((await findingsOf(make)).filter(({ kind }) => kind === 'saturation')).toEqual([]);
  });
});

describe('counters', () => {
  it('are told from other fields, and their resets named', async () => {
    const [found] = await findingsOf((place) => 2 * (place % 600) + (place % 2));
    expect(found).toMatchObject({ kind: 'counter_reset', count: 2, rows: [601, 1201], severity: 'info' });
  });

  it.each<[string, (place: number, noise: () => number) => number]>([
    ['a counter that never falls', (place) => 3 * place],
    ['a level', (place) => 100 * Math.sin(place / 100)],
    ['a saw tooth that falls half way', (place) => (place % 300) + 40 * Math.floor(place / 300)],
  ])('have no resets where there is %s', async (_, make) => {
    expect((await findingsOf(make)).filter(({ kind }) => kind === 'counter_reset')).toEqual([]);
  });
});

describe('coarse values', () => {
  it('are told with their step', async () => {
    const found = await findingsOf((_, noise) => 5 * Math.round(noise()));
    expect(found).toMatchObject([{ kind: 'coarse_values' }]);
    expect(found[0]?.message.zh).toContain('5 bar');
  });
});
