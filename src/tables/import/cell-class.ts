import { literal } from '../sql.ts';
import { missingMarks } from './missing-marks.ts';

/** What a cell looks like, by itself. The kind of a column follows from how many cells of each class it has. */
export const cellClass = {
  empty: 0,
  integer: 1,
  /** Beyond 64 bits, or a number such as +8613912345678: an identifier, not a quantity. */
  longDigits: 2,
  number: 3,
  leadingZero: 4,
  /** `3,75`: the comma can only be a decimal mark. */
  decimalComma: 5,
  /** `1,234`: decimal or thousands. */
  eitherComma: 6,
  /** `1.234,5` */
  groupedComma: 7,
  boolean: 8,
  isoDate: 9,
  isoDateTime: 10,
  isoDateTimeZone: 11,
  time: 12,
  text: 16,
  /** Two capital letters, as `NA` is: among such, `NA` is a code like the others. */
  twoCapitals: 17,
  structure: 18,
  infinite: 19,
  /** First of {@link missingMarks}. */
  mark: 1000,
  /** Plus order, separator and clock; see {@link dateClass}. */
  slashedDate: 100,
  yearFirst: 200,
} as const;

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

const hour = '([01]?[0-9]|2[0-3])';
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

const { slashedDate, yearFirst, text, mark } = cellClass;
const [n, m] = [clocks.length, separators.length];

/** `list_transform` binds the parts, so that the expression behind them is evaluated once. */
const withParts = (t: string, pattern: string, names: string, body: string): string =>
  `list_transform([regexp_extract(${t}, '${pattern}', [${names}])], lambda p: ${body})[1]`;

const slashed = (t: string): string =>
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

const yearLed = (t: string): string =>
  withParts(
    t,
    '^([0-9]{4})([/.年-])([0-9]{1,2})([/.月-])([0-9]{1,2})(日?)(?:[ T]*(.*))?$',
    "'y', 's', 'm', 'z', 'd', 'e', 'rest'",
    `CASE WHEN NOT (p.s = p.z AND p.e = '' OR p.s = '年' AND p.z = '月' AND p.e = '日') THEN NULL
      WHEN p.s <> '年' AND p.rest <> '' AND NOT regexp_matches(${t}, '[0-9][ T]+[0-9]') THEN NULL
      WHEN ${isDay('p.y', 'p.m', 'p.d')} THEN ${yearFirst}
      END + list_position(['/', '-', '.', '年'], p.s) * ${n} - ${n} + ${clockClass('p.rest')}`,
  );

const isoClock = '[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,9})?)?';

/** ISO 8601 with an offset, seconds added where it has none: DuckDB wants them. */
export const zoned = (t: string): string =>
  `regexp_replace(${t}, '^(.{10}[T ][0-9]{2}:[0-9]{2}) ?(Z|[+-].*)$', '\\1:00\\2')`;

/** For texts that DuckDB takes for a double. Patterns are what it does fastest with texts. */
const numeric = (t: string): string => `CASE
    WHEN regexp_full_match(${t}, '[+-]?(0|[1-9][0-9]*)') THEN
      CASE WHEN TRY_CAST(${t} AS BIGINT) IS NULL OR length(${t}) > 10 AND starts_with(${t}, '+')
        THEN ${cellClass.longDigits} ELSE ${cellClass.integer} END
    WHEN regexp_full_match(${t}, '[+-]?(0|[1-9][0-9]*)?([.][0-9]*)?([eE][+-]?[0-9]+)?')
      THEN CASE WHEN isinf(TRY_CAST(${t} AS DOUBLE)) THEN ${text} ELSE ${cellClass.number} END
    WHEN regexp_full_match(${t}, '[+-]?0[0-9]+([.][0-9]*)?([eE][+-]?[0-9]+)?') THEN ${cellClass.leadingZero}
    WHEN isnan(TRY_CAST(${t} AS DOUBLE)) THEN coalesce(list_position(MARKS, ${t}) + ${mark - 1}, ${text})
    WHEN lower(ltrim(${t}, '+-')) IN ('inf', 'infinity') THEN ${cellClass.infinite}
    ELSE ${text} END`;

const startsLikeNumber = (t: string): string => `strpos('0123456789+-,', ${t}[1]) > 0`;

const commaNumbers = (t: string): string => `
    WHEN regexp_full_match(${t}, '[+-]?[0-9]*,[0-9]+') THEN
      CASE WHEN regexp_full_match(${t}, '[+-]?[1-9][0-9]{0,2},[0-9]{3}') THEN ${cellClass.eitherComma}
        WHEN regexp_full_match(${t}, '[+-]?0[0-9]+,[0-9]+') THEN ${text}
        ELSE ${cellClass.decimalComma} END
    WHEN regexp_full_match(${t}, '[+-]?[1-9][0-9]{0,2}([.][0-9]{3})+,[0-9]+') THEN ${cellClass.groupedComma}`;

/** Class of a text that is no number. */
const textual = (t: string, comma: boolean): string => `CASE
  WHEN length(${t}) <= 8 AND list_contains(MARKS, ${t}) THEN list_position(MARKS, ${t}) + ${mark - 1}
  WHEN ${startsLikeNumber(t)} THEN CASE
    WHEN regexp_full_match(${t}, '[0-9]{4}-[0-9]{2}-[0-9]{2}') AND TRY_CAST(${t} AS DATE) IS NOT NULL
      THEN ${cellClass.isoDate}
    WHEN regexp_full_match(${t}, '${isoClock}') AND TRY_CAST(${t} AS TIMESTAMP) IS NOT NULL
      THEN ${cellClass.isoDateTime}
    WHEN regexp_full_match(${t}, '${isoClock} ?(Z|[+-][0-9]{2}(:?[0-9]{2})?)')
      AND TRY_CAST(${zoned(t)} AS TIMESTAMPTZ) IS NOT NULL THEN ${cellClass.isoDateTimeZone}
    WHEN regexp_full_match(${t}, '${hour}:[0-5][0-9](:[0-5][0-9]([.][0-9]{1,6})?)?') THEN ${cellClass.time}
    ${comma ? commaNumbers(t) : ''}
    WHEN regexp_matches(${t}, '^[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4}([ T]|$)')
      THEN coalesce(${slashed(t)}, ${text})
    WHEN regexp_matches(${t}, '^[0-9]{4}[/.年-][0-9]{1,2}[/.月-][0-9]{1,2}')
      THEN coalesce(${yearLed(t)}, ${text})
    ELSE ${text} END
  WHEN length(${t}) = 2 AND regexp_full_match(${t}, '[A-Z]{2}') THEN ${cellClass.twoCapitals}
  ELSE ${text} END`;

const boolean = (t: string): string => `length(${t}) <= 5 AND lower(${t}) IN ('true', 'false')`;

function expression(t: string, kind: string | undefined, comma: boolean): string {
  if (kind === undefined) {
    return `CASE WHEN ${t} IS NULL OR ${t} = '' THEN 0
      WHEN TRY_CAST(${t} AS DOUBLE) IS NOT NULL THEN ${numeric(t)}
      WHEN ${boolean(t)} THEN ${cellClass.boolean}
      ELSE ${textual(t, comma)} END`;
  }
  return `CASE WHEN ${kind} IS NULL OR ${kind} = 'NULL' THEN 0
    WHEN ${kind} = 'BOOLEAN' THEN ${cellClass.boolean}
    WHEN ${kind} IN ('OBJECT', 'ARRAY') THEN ${cellClass.structure}
    WHEN ${kind} IN ('BIGINT', 'UBIGINT', 'HUGEINT') THEN
      CASE WHEN TRY_CAST(${t} AS BIGINT) IS NULL THEN ${cellClass.longDigits} ELSE ${cellClass.integer} END
    WHEN ${kind} <> 'VARCHAR' THEN CASE
      WHEN isnan(TRY_CAST(${t} AS DOUBLE)) THEN coalesce(list_position(MARKS, ${t}) + ${mark - 1}, ${text})
      WHEN isinf(TRY_CAST(${t} AS DOUBLE)) THEN ${cellClass.infinite}
      WHEN translate(${t}, '0123456789-', '') = '' THEN ${cellClass.longDigits}
      ELSE ${cellClass.number} END
    WHEN ${t} = '' THEN 0
    ELSE ${textual(t, false)} END`;
}

/** SQL for the class of a cell: `t` is its text without blanks around it, `kind` its JSON type where it has one. */
export function classOf(t: string, kind: string | undefined, comma: boolean): string {
  return `(${expression(t, kind, comma).replaceAll('MARKS', `[${missingMarks.map(literal).join(', ')}]`)})::SMALLINT`;
}
