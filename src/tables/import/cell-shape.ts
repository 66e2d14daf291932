import { missingMarks } from './missing-marks.ts';

export type CellShape = 'empty' | 'number' | 'date' | 'time' | 'boolean' | 'text';

const marks: ReadonlySet<string> = new Set(missingMarks);

/** What a text looks like at a glance: for telling dialects and headers only. Types are decided over whole columns. */
export function cellShape(cell: string): CellShape {
  const text = cell.trim();
  if (text === '' || marks.has(text)) return 'empty';
  if (/^[+-]?(\d+([.,]\d*)*|[.,]\d+)(e[+-]?\d+)?%?$/i.test(text)) return 'number';
  if (/^(\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})日?([T ]|$)/.test(text))
    return 'date';
  if (/^\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\b/.test(text)) return 'time';
  if (/^(true|false)$/i.test(text)) return 'boolean';
  return 'text';
}
