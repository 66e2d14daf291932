import type { Ratings } from '../../../src/methods/agreement/index.ts';

/** 30 patients × 6 psychiatrists, 5 diagnoses: J. L. Fleiss, Psychological Bulletin 76 (1971) 378–382, table 1. */
export const diagnoses: Ratings = [
  '444444 222555 233335 555555 222444 113333 333355 113334 114444 555555',
  '144444 124444 222333 144444 224445 333335 111455 111112 224444 133555',
  '555555 244444 224555 114444 144445 222224 111155 224444 133333 555555',
].flatMap((line) => line.split(' ').map((labels) => [...labels].map(Number)));

/** 12 units × 4 observers: K. Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011, section C. */
export const reliability: Ratings = transposed([
  '123321412...',
  '1233224125.3',
  '.3332342251.',
  '12332441251.',
]);

function transposed(observers: readonly string[]): Ratings {
  return Array.from({ length: 12 }, (_, unit) =>
    observers.map((labels) => (labels[unit] === '.' ? null : Number(labels[unit]))),
  );
}

/** Pairs of labels from a table of counts: rows are the first annotator's. */
export function pairsOf(table: readonly (readonly number[])[]): Ratings {
  return table.flatMap((row, a) => row.flatMap((count, b) => Array.from({ length: count }, () => [a, b])));
}
