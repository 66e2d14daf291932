import { describe, expect, it } from 'vitest';
import {
  type CrosswalkRow,
  crosswalk,
  measures,
  reasonCodes,
  standards,
} from '../../../src/quality/index.ts';

const rowOf = (rows: readonly CrosswalkRow[], standard: string, id: string) => {
  const row = rows.find(({ indicator }) => indicator.standard === standard && indicator.id === id);
  if (!row) throw new Error(`no row for ${standard} ${id}`);
  return row;
};

describe('the crosswalk', () => {
  const rows = crosswalk();

  it('leaves no indicator out, and says of each what computes it or why nothing does', () => {
    expect(rows).toHaveLength(
      17 + 23 + 20 + 66 + 39 + rows.filter(({ indicator }) => indicator.part === 'extension').length,
    );
    for (const { coverage, measures: by, reason } of rows) {
      expect(coverage === 'computed').toBe(by.length > 0);
      expect(reason === null).toBe(by.length > 0);
      if (reason !== null) expect(reasonCodes).toHaveProperty(reason);
    }
  });

  it('names for each measure the indicators it cites', () => {
    for (const { id, standards: cited } of measures) {
      for (const reference of cited) {
        const { measures: by } = rowOf(rows, reference.standard, reference.id);
        expect(by).toContainEqual({ id, basis: reference.basis });
      }
    }
  });

  it('leaves the suitability for models to the evaluation, images to nobody, and accuracy of annotation to a person', () => {
    expect(rowOf(rows, standards.tc609, '0305')).toMatchObject({
      coverage: 'evaluation',
      reason: 'no_evaluation',
    });
    expect(rowOf(rows, standards.iso5259, 'Bal-ML-1')).toMatchObject({
      coverage: 'not_applicable',
      reason: 'for_images',
    });
    expect(rowOf(crosswalk([]), standards.tc609, '0304')).toMatchObject({ coverage: 'declared' });
  });

  it('says of what could be computed and is not that it is not', () => {
    const none = crosswalk([]);
    expect(none.some(({ coverage }) => coverage === 'computed')).toBe(false);
    expect(rowOf(none, standards.iso5259, 'Com-ML-1')).toMatchObject({
      coverage: 'not_computed',
      reason: 'not_built',
    });
    expect(rowOf(none, standards.gbt36344, '0303')).toMatchObject({ coverage: 'not_computed' });
  });

  it('carries an assignment over to the standard an indicator was taken from, and says that this is unverified', () => {
    const own = crosswalk([
      { id: 'far_out', standards: [{ standard: standards.iso5259, id: 'Acc-ML-4', basis: 'reported' }] },
      { id: 'in_range', standards: [{ standard: standards.iso25024, id: 'Acc-I-7', basis: 'reported' }] },
    ]);
    expect(rowOf(own, standards.iso25024, 'Acc-I-4').measures).toEqual([
      { id: 'far_out', basis: 'unverified' },
    ]);
    expect(rowOf(own, standards.iso5259, 'Acc-ML-6').measures).toEqual([
      { id: 'in_range', basis: 'unverified' },
    ]);
    expect(own.filter(({ coverage }) => coverage === 'computed')).toHaveLength(4);
  });

  it('finds the counterparts in other standards by what computes them, both ways', () => {
    const own = crosswalk([
      {
        id: 'repeats',
        standards: [
          { standard: standards.gbt36344, id: '0303', basis: 'reported' },
          { standard: standards.tc609, id: '0208', basis: 'unverified' },
        ],
      },
    ]);
    expect(rowOf(own, standards.gbt36344, '0303').counterparts).toEqual([
      { standard: standards.tc609, id: '0208' },
    ]);
    for (const { indicator, counterparts } of own) {
      for (const other of counterparts) {
        expect(other.standard).not.toBe(indicator.standard);
        expect(rowOf(own, other.standard, other.id).counterparts).toContainEqual({
          standard: indicator.standard,
          id: indicator.id,
        });
      }
    }
  });
});
