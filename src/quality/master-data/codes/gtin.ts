import type { CodeFault } from './code-fault.ts';

/** GTIN-8, -12 (UPC), -13 (EAN) and -14. GS1 General Specifications, section 7.9: weights 3 and 1 from the right, sum to 10. */
export function gtin(code: string): CodeFault | null {
  if (!/^\d+$/.test(code)) return 'characters';
  if (![8, 12, 13, 14].includes(code.length)) return 'length';
  let sum = 0;
  for (let place = 0; place < code.length; place++) {
    sum += Number(code[code.length - 1 - place]) * (place % 2 === 0 ? 1 : 3);
  }
  return sum % 10 === 0 ? null : 'check_character';
}
