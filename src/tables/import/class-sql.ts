import { literal } from '../sql.ts';
import { cellClass } from './cell-class.ts';
import { hour, slashed, yearLed } from './date-class.ts';
import { missingMarks } from './missing-marks.ts';

const { mark, text } = cellClass;

/** ISO 8601 date and time without an offset. */
export const isoClock = '[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,9})?)?';

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
