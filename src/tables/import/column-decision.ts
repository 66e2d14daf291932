import type { FieldType } from '../../workspace/index.ts';
import { literal } from '../sql.ts';
import type { ColumnReading, Notice } from '../types.ts';
import { cellClass } from './cell-class.ts';
import { zoned } from './class-sql.ts';
import { type DateColumn, dateCast, dateColumn } from './date-column.ts';
import { missingMarks, universalMarks } from './missing-marks.ts';
import { notice } from './notice.ts';

/** How a column is read: its type, its texts that mean "missing", and the SQL that turns a text into a value. */
export interface ColumnDecision {
  readonly type: FieldType;
  /** `text` is trimmed, `raw` is as in the source; both are SQL. */
  readonly value: (text: string, raw: string) => string;
  readonly reading: ColumnReading;
  readonly notices: readonly Notice[];
  /** Classes of the few cells that make a column of quantities text. */
  readonly misfits: readonly number[];
}

export interface ColumnEvidence {
  /** Name for notices. */
  readonly name: string;
  /** Cells by class. */
  readonly counts: ReadonlyMap<number, number>;
  /** Some column of the file has numbers whose comma can only be a decimal mark. */
  readonly decimalCommaInFile: boolean;
}

type Kind = Pick<ColumnDecision, 'type' | 'value'> & Partial<Pick<ColumnDecision, 'reading' | 'notices'>>;

const cast =
  (type: string) =>
  (text: string): string =>
    `CAST(${text} AS ${type})`;

const only = (counts: ReadonlyMap<number, number>, ...classes: readonly number[]): boolean =>
  counts.size > 0 && [...counts.keys()].every((one) => classes.includes(one));

const c = cellClass;

function dates(column: DateColumn): Kind {
  return {
    type: column.type,
    value: (text) => dateCast(text, column),
    reading: { missing: {}, dateFormat: column.formats.join(' | ') },
    notices: column.notices,
  };
}

function commaNumbers(name: string, counts: ReadonlyMap<number, number>, inFile: boolean): Kind | undefined {
  if (!only(counts, c.integer, c.decimalComma, c.eitherComma, c.groupedComma)) return undefined;
  if (!counts.has(c.decimalComma) && !counts.has(c.groupedComma)) {
    if (!counts.has(c.eitherComma) || !inFile) return undefined;
  }
  return {
    type: 'number',
    value: (text) => `CAST(replace(replace(${text}, '.', ''), ',', '.') AS DOUBLE)`,
    reading: { missing: {}, decimalMark: ',' },
    notices: [
      notice(
        'decimal_comma',
        `"${name}" was read with a comma as its decimal mark.`,
        `“${name}”以逗号为小数点读取。`,
        { column: name },
      ),
    ],
  };
}

/** A kind that every cell has, missing marks aside. */
function uniformKind(
  { name, decimalCommaInFile }: ColumnEvidence,
  counts: ReadonlyMap<number, number>,
): Kind | undefined {
  if (only(counts, c.integer)) return { type: 'integer', value: cast('BIGINT') };
  if (only(counts, c.integer, c.number, c.infinite) && !only(counts, c.infinite))
    return { type: 'number', value: cast('DOUBLE') };
  // Long digits among numbers with decimals are numbers; alone they are somebody's code.
  if (counts.has(c.number) && only(counts, c.integer, c.number, c.infinite, c.longDigits))
    return { type: 'number', value: cast('DOUBLE') };
  if (only(counts, c.boolean)) return { type: 'boolean', value: cast('BOOLEAN') };
  if (only(counts, c.structure)) return { type: 'structure', value: (text) => text };
  if (only(counts, c.isoDate)) return { type: 'date', value: cast('DATE') };
  if (only(counts, c.isoDateTime)) return { type: 'datetime', value: cast('TIMESTAMP') };
  if (only(counts, c.isoDateTimeZone))
    return { type: 'datetime', value: (text) => `CAST(${zoned(text)} AS TIMESTAMPTZ)` };
  if (only(counts, c.time)) return { type: 'time', value: cast('TIME') };
  const comma = commaNumbers(name, counts, decimalCommaInFile);
  if (comma) return comma;
  const found = dateColumn(name, counts);
  return found && 'type' in found ? dates(found) : undefined;
}

const isQuantity = (code: number): boolean =>
  code !== c.text && code !== c.twoCapitals && code !== c.structure && code !== c.boolean;

/** Why a column whose values look like quantities, for the most part, is text. */
function textNotices(name: string, counts: ReadonlyMap<number, number>): Notice[] {
  const undecided = dateColumn(name, counts);
  if (undecided) return [...undecided.notices];
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const where = { column: name };
  const zeros = counts.get(c.leadingZero) ?? 0;
  if (zeros > 0 && only(counts, c.leadingZero, c.integer)) {
    return [
      notice(
        'leading_zeros',
        `"${name}" has ${zeros} numbers with leading zeros and was kept as text, so that they stay.`,
        `“${name}”有 ${zeros} 个带前导零的数字，为保留前导零而按文本读取。`,
        where,
      ),
    ];
  }
  const quantities = [...counts].reduce((sum, [code, count]) => sum + (isQuantity(code) ? count : 0), 0);
  if (quantities === 0 || only(counts, c.longDigits) || quantities * 2 < total) return [];
  const others = total - quantities;
  return [
    others > 0
      ? notice(
          'mixed_types',
          `"${name}" is text: ${quantities} of ${total} values look like numbers, dates or times, ${others} ${others === 1 ? 'does' : 'do'} not.`,
          `“${name}”按文本读取：${total} 个值中 ${quantities} 个像数字、日期或时间，${others} 个不像。`,
          where,
        )
      : notice(
          'mixed_types',
          `"${name}" is text: its ${total} numbers, dates or times are of more than one form.`,
          `“${name}”按文本读取：${total} 个数字、日期或时间的写法不一致。`,
          where,
        ),
  ];
}

/** The type of a column from the classes of all its cells. Nothing is guessed: one cell that does not fit makes it text. */
export function decideColumn(evidence: ColumnEvidence): ColumnDecision {
  const { name, counts } = evidence;
  const marks = new Map<string, number>();
  const values = new Map<number, number>();
  for (const [code, count] of counts) {
    const mark = code >= c.mark ? missingMarks[code - c.mark] : undefined;
    if (mark !== undefined) marks.set(mark, count);
    else if (code !== c.empty) values.set(code, count);
  }
  const kind = uniformKind(evidence, values);
  const isCode = only(values, c.twoCapitals);
  const missing = [...marks].filter(
    ([mark]) => kind !== undefined || (universalMarks.has(mark) && !(isCode && mark === 'NA')),
  );
  const kept = marks.size > missing.length;
  const notices = [...(kind ? (kind.notices ?? []) : kept ? [] : textNotices(name, values))];
  if (missing.length > 0) {
    const list = missing.map(([mark, count]) => `${mark} (${count})`).join(', ');
    notices.push(
      notice('missing_marks', `"${name}": read as missing: ${list}.`, `“${name}”中读作缺失：${list}。`, {
        column: name,
      }),
    );
  }
  const empty = counts.get(c.empty) ?? 0;
  const absent = ['', ...missing.map(([mark]) => mark)].map(literal).join(', ');
  const convert = kind?.value ?? ((_text: string, raw: string) => raw);
  return {
    type: kind?.type ?? 'string',
    value: (text, raw) =>
      empty === 0 && missing.length === 0
        ? convert(text, raw)
        : `CASE WHEN ${text} IN (${absent}) THEN NULL ELSE ${convert(text, raw)} END`,
    reading: {
      ...kind?.reading,
      missing: Object.fromEntries([...(empty > 0 ? [['', empty] as const] : []), ...missing]),
    },
    notices,
    misfits: notices.some(({ code }) => code === 'mixed_types')
      ? [...values.keys()].filter((code) => !isQuantity(code))
      : [],
  };
}
