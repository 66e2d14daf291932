import type { Cell } from '../../workspace/index.ts';

const instant = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?$/;

/**
 * Milliseconds of an ISO 8601 date or date-time, or a number as it is; `null` for anything else.
 * A time without a zone is read as UTC: only differences matter. Fractions finer than a millisecond are kept.
 */
export function timeOf(cell: Cell | undefined): number | null {
  if (typeof cell === 'number') return cell;
  if (typeof cell !== 'string') return null;
  const [, date, time, fraction, zone] = instant.exec(cell) ?? [];
  if (date === undefined) return cell.trim() !== '' && Number.isFinite(Number(cell)) ? Number(cell) : null;
  const whole = Date.parse(`${date}T${time ?? '00:00'}${zone ?? 'Z'}`);
  if (Number.isNaN(whole)) return null;
  return whole + (fraction === undefined ? 0 : Number(`0${fraction}`) * 1000);
}
