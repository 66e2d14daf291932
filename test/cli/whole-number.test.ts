import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wholeNumber } from '../../src/cli/whole-number.ts';

describe('wholeNumber', () => {
  it('reads every number within the limits', () => {
    fc.assert(fc.property(fc.nat(), (value) => wholeNumber(String(value), '--seed', 0) === value));
  });

  it.each(['', ' ', 'abc', '1.5', '-1', '1e3', '0x10', '2147483648', '99999999999999999999'])(
    'refuses %j and names the option',
    (text) => {
      expect(() => wholeNumber(text, '--seed', 0)).toThrow(/--seed/);
    },
  );

  it('refuses what is below the least', () => {
    expect(() => wholeNumber('0', '--trials', 1)).toThrow(/--trials/);
  });
});
