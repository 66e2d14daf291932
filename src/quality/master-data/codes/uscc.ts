import type { CodeFault } from './code-fault.ts';

/** Without I, O, Z, S and V, which are taken for digits and for one another. */
const characters = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/**
 * Unified social credit code of Chinese organisations, 18 characters. GB 32100-2015: the last one makes the sum of the values,
 * weighted with powers of 3 modulo 31, a multiple of 31.
 */
export function uscc(code: string): CodeFault | null {
  if (code.length !== 18) return 'length';
  let [sum, weight] = [0, 1];
  for (const character of code.slice(0, 17)) {
    const value = characters.indexOf(character);
    if (value < 0) return 'characters';
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  const check = characters.indexOf(code.slice(17));
  if (check < 0) return 'characters';
  return (sum + check) % 31 === 0 ? null : 'check_character';
}
