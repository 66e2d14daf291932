import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consistentFrequencies, defectFrequencies } from '../../src/methods/index.ts';

describe('defectFrequencies', () => {
  it('gives the published orders of the 6205', () => {
    const orders = defectFrequencies(
      { rollingElements: 9, ballDiameter: 0.3126, pitchDiameter: 1.537, contactAngle: 0 },
      1,
    );
    expect(orders.bpfo).toBeCloseTo(3.5848, 4);
    expect(orders.bpfi).toBeCloseTo(5.4152, 4);
    expect(orders.ftf).toBeCloseTo(0.3983, 4);
    expect(orders.bsf).toBeCloseTo(2.357, 3);
  });

  it('keeps the identities of a bearing, and scales with the shaft', () => {
    const geometry = fc.record({
      rollingElements: fc.integer({ min: 6, max: 30 }),
      ballDiameter: fc.double({ min: 3, max: 20, noNaN: true }),
      pitchDiameter: fc.double({ min: 30, max: 200, noNaN: true }),
      contactAngle: fc.double({ min: 0, max: 40, noNaN: true }),
    });
    fc.assert(
      fc.property(geometry, fc.double({ min: 1, max: 200, noNaN: true }), (bearing, shaft) => {
        const found = defectFrequencies(bearing, shaft);
        expect(found.bpfo + found.bpfi).toBeCloseTo(bearing.rollingElements * shaft, 6);
        expect(found.bpfo).toBeCloseTo(bearing.rollingElements * found.ftf, 6);
        expect(consistentFrequencies(found, bearing.rollingElements, shaft)).toEqual({
          races: true,
          cage: true,
        });
      }),
    );
  });

  it('finds the cage frequency that contradicts its own card', () => {
    // Frequencies published beside the MFPT signals: 8 balls, 25 Hz.
    const stated = { bpfo: 81.125, bpfi: 118.875, ftf: 14.8375 };
    expect(consistentFrequencies(stated, 8, 25)).toEqual({ races: true, cage: false });
  });
});
