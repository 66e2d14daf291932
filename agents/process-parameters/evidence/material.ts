import type { Row } from '../../shared/tool-data.ts';
import { tidy } from '../question/units.ts';

type Value = string | number;

export type MaterialMatch =
  | { readonly found: 'one'; readonly value: Value }
  | { readonly found: 'several'; readonly values: readonly Value[] }
  /** `named`: what in the question looks like a grade. */
  | { readonly found: 'none'; readonly named: string };

/** Distinct values of the material column, out of the rows of a grouped query. */
export function materialValues(rows: readonly Row[], field: string): readonly Value[] {
  const values = rows.flatMap((row) => {
    const value = row[field];
    return (typeof value === 'string' && value.trim() !== '') || typeof value === 'number' ? [value] : [];
  });
  return [...new Set(values)];
}

/**
 * Which of a dataset's own material values a question means. The whole value in the question beats its designation
 * (the part with digits), and that beats the designation without its leading letters (`52100` for `E52100`).
 */
export function matchMaterial(question: string, values: readonly Value[]): MaterialMatch {
  const text = plain(question);
  const asked = designations(text);
  const scored = values.map((value) => ({ value, score: score(text, asked, plain(String(value))) }));
  const top = Math.max(0, ...scored.map(({ score: points }) => points));
  const matches = scored.filter(({ score: points }) => points === top).map(({ value }) => value);
  const [only] = matches;
  if (top === 0 || only === undefined) return { found: 'none', named: gradeIn(question) };
  return matches.length === 1 ? { found: 'one', value: only } : { found: 'several', values: matches };
}

function score(text: string, asked: readonly string[], value: string): number {
  if (containsWhole(text, value)) return 1000 + value.length;
  const parts = designations(value);
  if (parts.length === 0) return 0;
  if (parts.every((part) => asked.includes(part))) return 100 * parts.length;
  const digits = parts.map(withoutPrefix);
  const askedDigits = asked.map(withoutPrefix);
  return digits.every((part) => part.length > 2 && askedDigits.includes(part)) ? 10 * parts.length : 0;
}

/** Whether the value stands in the text, not as part of a longer word or number. */
function containsWhole(text: string, value: string): boolean {
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
    const before = text[at - 1] ?? ' ';
    const after = text[at + value.length] ?? ' ';
    if (!/[a-z\d]/.test(before) && !/[a-z\d]/.test(after)) return true;
  }
  return false;
}

/** Words with a digit in them, e.g. `4340`, `42crmo4`, `0.31%c`. */
function designations(text: string): readonly string[] {
  return text.match(/[a-z]*\d+(?:\.\d+)?%?[a-z\d]*/g) ?? [];
}

/** What looks like a grade, as it was written. */
function gradeIn(question: string): string {
  return /[A-Za-z]*\d+(?:[.,]\d+)?%?[A-Za-z\d]*/.exec(tidy(question))?.[0] ?? '';
}

const withoutPrefix = (part: string) => part.replace(/^[a-z]+/, '');

function plain(text: string): string {
  return tidy(text)
    .toLowerCase()
    .replace(/(?<=\d),(?=\d)/g, '.')
    .replace(/[-_/\s]+/g, ' ')
    .trim();
}
