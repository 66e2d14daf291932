import type { CodeFault } from './code-fault.ts';

/** GB, GB/T or GB/Z, number with part, and year: `GB/T 1.1-2020`. Years of two digits until 1992; undated references have none. */
const form = /^GB(?:\/[TZ])? ?\d{1,5}(?:\.\d{1,3}){0,2}(?:[-—–](?:19\d{2}|20\d{2}|[5-9]\d))?$/;

/** Number of a Chinese national standard. */
export function gbt(code: string): CodeFault | null {
  return form.test(code) ? null : 'form';
}
