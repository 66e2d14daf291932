import { cellClass } from './cell-class.ts';

export const separators = ['/', '-', '.'] as const;
export const orders = ['day', 'month', 'either'] as const;
/** Clocks after a date, as `strptime` has them; the first is none. */
export const clocks = ['', '%H:%M', '%H:%M:%S', '%H:%M:%S.%f', '%I:%M %p', '%I:%M:%S %p'] as const;

export interface DateShape {
  readonly order: (typeof orders)[number] | 'year';
  readonly separator: string;
  readonly clock: number;
}

/** The date shape that a class stands for; undefined for classes of other cells. */
export function dateShape(code: number): DateShape | undefined {
  if (code < cellClass.slashedDate || code >= cellClass.mark) return undefined;
  const isYear = code >= cellClass.yearFirst;
  const rest = code - (isYear ? cellClass.yearFirst : cellClass.slashedDate);
  const place = Math.floor(rest / clocks.length);
  const clock = rest % clocks.length;
  if (isYear) return { order: 'year', separator: [...separators, '年'][place] ?? '/', clock };
  return {
    order: orders[Math.floor(place / separators.length)] ?? 'either',
    separator: separators[place % separators.length] ?? '/',
    clock,
  };
}

export const hour = '([01]?[0-9]|2[0-3])';
const clockClass = (rest: string): string => `CASE
  WHEN ${rest} = '' THEN 0
  WHEN regexp_full_match(${rest}, '${hour}:[0-5][0-9]') THEN 1
  WHEN regexp_full_match(${rest}, '${hour}:[0-5][0-9]:[0-5][0-9]') THEN 2
  WHEN regexp_full_match(${rest}, '${hour}:[0-5][0-9]:[0-5][0-9]\\.[0-9]{1,6}') THEN 3
  WHEN regexp_full_match(${rest}, '(0?[1-9]|1[0-2]):[0-5][0-9] [AaPp][Mm]') THEN 4
  WHEN regexp_full_match(${rest}, '(0?[1-9]|1[0-2]):[0-5][0-9]:[0-5][0-9] [AaPp][Mm]') THEN 5
  END`;

const isDay = (year: string, month: string, day: string): string =>
  `TRY_CAST(${year} || '-' || lpad(${month}, 2, '0') || '-' || lpad(${day}, 2, '0') AS DATE) IS NOT NULL`;

const { slashedDate, yearFirst } = cellClass;
const [n, m] = [clocks.length, separators.length];

/** `list_transform` binds the parts, so that the expression behind them is evaluated once. */
const withParts = (t: string, pattern: string, names: string, body: string): string =>
  `list_transform([regexp_extract(${t}, '${pattern}', [${names}])], lambda p: ${body})[1]`;

/** Class of `d/m/yyyy` or `m/d/yyyy`, with a clock or not; NULL where it is no date. */
export const slashed = (t: string): string =>
  withParts(
    t,
    '^([0-9]{1,2})([/.-])([0-9]{1,2})([/.-])([0-9]{4})(?:[ T]+(.*))?$',
    "'a', 's', 'b', 'z', 'y', 'rest'",
    `CASE WHEN p.s <> p.z THEN NULL
      WHEN p.a::INT BETWEEN 1 AND 12 AND p.b::INT BETWEEN 1 AND 12 THEN ${slashedDate + 2 * m * n}
      WHEN p.a::INT > 12 AND ${isDay('p.y', 'p.b', 'p.a')} THEN ${slashedDate}
      WHEN p.b::INT > 12 AND ${isDay('p.y', 'p.a', 'p.b')} THEN ${slashedDate + m * n}
      END + list_position(['/', '-', '.'], p.s) * ${n} - ${n} + ${clockClass('p.rest')}`,
  );

/** Class of `yyyy/m/d` or `yyyy年m月d日`, with a clock or not; NULL where it is no date. */
export const yearLed = (t: string): string =>
  withParts(
    t,
    '^([0-9]{4})([/.年-])([0-9]{1,2})([/.月-])([0-9]{1,2})(日?)(?:[ T]*(.*))?$',
    "'y', 's', 'm', 'z', 'd', 'e', 'rest'",
    `CASE WHEN NOT (p.s = p.z AND p.e = '' OR p.s = '年' AND p.z = '月' AND p.e = '日') THEN NULL
      WHEN p.s <> '年' AND p.rest <> '' AND NOT regexp_matches(${t}, '[0-9][ T]+[0-9]') THEN NULL
      WHEN ${isDay('p.y', 'p.m', 'p.d')} THEN ${yearFirst}
      END + list_position(['/', '-', '.', '年'], p.s) * ${n} - ${n} + ${clockClass('p.rest')}`,
  );
