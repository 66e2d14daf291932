import { describe, expect, it } from 'vitest';
import { exactFaultSet, withinTolerance } from '../../evals/index.ts';

const fault = (code: string, verdict: string) => ({ code, verdict });

describe('exactFaultSet', () => {
  const truth = { present: ['HDF'], decidable: ['HDF', 'PWF'], undecidable: ['RNF'] };
  const right = [fault('HDF', 'present'), fault('PWF', 'absent'), fault('RNF', 'not_determinable')];
  const value = (faults: unknown[]) => exactFaultSet.score({ faults }, truth).value;

  it('gives 1 for the exact set and 0 for one too many, one too few, or a guess at the undecidable', () => {
    expect(value(right)).toBe(1);
    expect(value([...right.slice(1), fault('HDF', 'absent')])).toBe(0);
    expect(value([right[0], fault('PWF', 'present'), right[2]])).toBe(0);
    expect(value([...right.slice(0, 2), fault('RNF', 'absent')])).toBe(0);
  });

  it('gives 0 for a fault that nobody asked about, and for a code called both ways', () => {
    expect(value([...right, fault('XYZ', 'present')])).toBe(0);
    expect(value([...right, fault('XYZ', 'absent')])).toBe(1);
    expect(value([fault('HDF', 'absent'), ...right])).toBe(0);
  });

  it('does not take an empty answer for "no fault"', () => {
    const none = { present: [], decidable: ['HDF', 'PWF'], undecidable: [] };
    expect(exactFaultSet.score({ faults: [] }, none)).toMatchObject({ value: 0, abstained: true });
  });

  it('does not call it an abstention to say rightly that nothing can be told', () => {
    const untold = { present: [], decidable: [], undecidable: ['RNF'] };
    expect(exactFaultSet.score({ faults: [right[2]] }, untold)).toMatchObject({ value: 1, abstained: false });
  });

  it('says in both languages what was expected and what came', () => {
    expect(exactFaultSet.score({ faults: [fault('PWF', 'present')] }, truth).note).toEqual({
      en: 'expected HDF, got PWF',
      zh: '应为 HDF，答为 PWF',
    });
    const none = { present: [], decidable: ['HDF'], undecidable: ['RNF'] };
    expect(exactFaultSet.score({ faults: [] }, none).note.en).toBe('expected no fault, got no decision');
    const guess = { faults: [fault('HDF', 'absent'), fault('RNF', 'absent')] };
    expect(exactFaultSet.score(guess, none).note.en).toContain('but other codes decided wrongly');
  });

  it('throws on an answer of another form: that is an error, not a zero', () => {
    expect(() => exactFaultSet.score('HDF', truth)).toThrow();
  });
});

describe('withinTolerance', () => {
  const truth = { of: 'setpoint', value: 500, unit: '°C', tolerance: 25 };
  const setpoint = (value: number, unit: string) => ({ parameter: 'tempering', value, unit });
  const value = (...setpoints: unknown[]) =>
    withinTolerance.score({ setpoints, expected: null }, truth).value;

  it('compares in the unit of the truth, whatever its spelling', () => {
    expect(value(setpoint(525, 'ºC'))).toBe(1);
    expect(value(setpoint(525, '℃'))).toBe(1);
    expect(value(setpoint(526, '°C'))).toBe(0);
    expect(value(setpoint(500, 'K'))).toBe(0);
  });

  it('looks at the first setpoint in that unit: a time given before it is no answer, a second guess neither', () => {
    expect(value(setpoint(2, 'h'), setpoint(510, '°C'))).toBe(1);
    expect(value(setpoint(300, '°C'), setpoint(500, '°C'))).toBe(0);
  });

  it('counts no number as an abstention', () => {
    expect(withinTolerance.score({ setpoints: [], expected: null }, truth)).toMatchObject({
      value: 0,
      abstained: true,
    });
  });
});
