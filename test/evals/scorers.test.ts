import { describe, expect, it } from 'vitest';
import { exactFaultSet, withinTolerance } from '../../evals/index.ts';

const fault = (code: string, verdict: string) => ({ code, verdict });

describe('exactFaultSet', () => {
  const truth = { present: ['HDF'], decidable: ['HDF', 'PWF'], undecidable: ['RNF'] };
  const right = [fault('HDF', 'present'), fault('PWF', 'absent'), fault('RNF', 'not_determinable')];

  it('gives 1 for the exact set and 0 for one too many, one too few, or a guess at the undecidable', () => {
    expect(exactFaultSet({ faults: right }, truth).value).toBe(1);
    expect(exactFaultSet({ faults: [...right.slice(1), fault('HDF', 'absent')] }, truth).value).toBe(0);
    expect(exactFaultSet({ faults: [right[0], fault('PWF', 'present'), right[2]] }, truth).value).toBe(0);
    expect(exactFaultSet({ faults: [...right.slice(0, 2), fault('RNF', 'absent')] }, truth).value).toBe(0);
  });

  it('does not take an empty answer for "no fault"', () => {
    const none = { present: [], decidable: ['HDF', 'PWF'], undecidable: [] };
    expect(exactFaultSet({ faults: [] }, none)).toMatchObject({ value: 0, abstained: true });
  });

  it('throws on an answer of another form: that is an error, not a zero', () => {
    expect(() => exactFaultSet('HDF', truth)).toThrow();
  });
});

describe('withinTolerance', () => {
  const truth = { of: 'setpoint', value: 500, unit: '°C', tolerance: 25 };
  const answer = (value: number, unit: string) => ({
    setpoints: [{ parameter: 'tempering_temperature', value, unit }],
    expected: null,
  });

  it('compares in the unit of the truth, whatever its spelling', () => {
    expect(withinTolerance(answer(525, 'ºC'), truth).value).toBe(1);
    expect(withinTolerance(answer(525, '℃'), truth).value).toBe(1);
    expect(withinTolerance(answer(526, '°C'), truth).value).toBe(0);
    expect(withinTolerance(answer(500, 'K'), truth).value).toBe(0);
  });

  it('counts no number as an abstention', () => {
    expect(withinTolerance({ setpoints: [], expected: null }, truth)).toMatchObject({
      value: 0,
      abstained: true,
    });
  });
});
