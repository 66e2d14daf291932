import { describe, expect, it } from 'vitest';
import { checkDataset, measures } from '../../src/quality/index.ts';
import { madeDataset } from './made-dataset.ts';

describe.each(measures.map((measure) => [measure.id, measure] as const))('%s', (id, measure) => {
  it(`gives the values of its test vector: ${measure.vector.source}`, async () => {
    const report = await checkDataset('made', await madeDataset(measure.vector));
    const results = report.measures.filter((one) => one.id === id);
    const values = Object.fromEntries(
      results.map(({ field = '', result }) => [
        field,
        result.status === 'measured' ? result.value : result.reason,
      ]),
    );
    for (const { field = '', value } of measure.vector.expected) {
      if (typeof value === 'number') expect(values[field]).toBeCloseTo(value, 12);
      else expect(values[field]).toBe(value);
    }
    for (const { result } of results) {
      if (result.status !== 'measured') continue;
      expect(result.value).toBe(result.numerator / result.denominator);
      expect(result.value).toBeGreaterThanOrEqual(0);
      expect(result.value).toBeLessThanOrEqual(1);
    }
  });

  it('says what it is in both languages, and by which numbers of the standards', () => {
    for (const text of [measure.name, measure.formula]) {
      expect(text.zh).toMatch(/\p{Script=Han}/u);
      expect(text.en).toMatch(/[a-z]/);
    }
    for (const { standard, id: number } of measure.standards) {
      const form = { 'TC609-5-2025-04': /^0[123]0\d$/, 'GB/T 36344-2018': /^0[1-6]0\d$/ }[standard as string];
      expect(number).toMatch(form ?? /^[A-Z][a-z]{2}-ML-\d$/);
    }
  });

  it('is not measured, or all right, on an empty table', async () => {
    const report = await checkDataset('made', await madeDataset({ ...measure.vector, rows: [] }));
    const results = report.measures.filter((one) => one.id === id);
    expect(results.length).toBeGreaterThan(0);
    for (const { result } of results) {
      if (!['unit_coverage', 'role_coverage'].includes(id)) expect(result.status).toBe('not_measured');
    }
    expect(report.verdict).toBe('unfit');
  });
});
