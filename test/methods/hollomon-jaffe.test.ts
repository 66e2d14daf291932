import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  equivalentTemperature,
  equivalentTime,
  hollomonJaffe,
  temperatureFor,
  timeFor,
} from '../../src/methods/index.ts';

describe('Hollomon–Jaffe parameter', () => {
  it('is T(C + log t) in kelvin and hours', () => {
    // 600 °C, 1 h, C = 20: 873.15 · 20. 10 h adds one to the bracket.
    expect(hollomonJaffe(600, 1, 20)).toBeCloseTo(17463, 6);
    expect(hollomonJaffe(600, 10, 20)).toBeCloseTo(18336.15, 6);
  });

  it('gives the equivalent that a table of the parameter gives', () => {
    // 20 h at 600 °C temper as 1 h at 656.8 °C (C = 20).
    expect(equivalentTemperature(600, 20, 1, 20)).toBeCloseTo(873.15 * (1 + Math.log10(20) / 20) - 273.15, 9);
    expect(equivalentTime(1, 656.8, 600, 20)).toBeCloseTo(20, 1);
  });

  it('goes there and back', () => {
    const condition = fc.record({
      temperature: fc.double({ min: 100, max: 750, noNaN: true }),
      time: fc.double({ min: 0.01, max: 200, noNaN: true }),
      constant: fc.double({ min: 10, max: 25, noNaN: true }),
    });
    fc.assert(
      fc.property(condition, ({ temperature, time, constant }) => {
        const parameter = hollomonJaffe(temperature, time, constant);
        expect(temperatureFor(parameter, time, constant)).toBeCloseTo(temperature, 6);
        expect(timeFor(parameter, temperature, constant) / time).toBeCloseTo(1, 6);
      }),
    );
  });
});
