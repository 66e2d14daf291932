import {
  type Condition,
  type Field,
  type FieldType,
  type Scalar,
  ZhujiError,
} from '../../workspace/index.ts';
import type { SqlValue } from '../session.ts';
import { identifier, rowNumber } from '../sql.ts';

/** SQL with `?` for each value, in order. */
export interface Fragment {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

/** The stored value of a field. */
export const stored = (field: Field): string => (field.id === 'row' ? rowNumber : identifier(field.id));

const isoDate = /^\d{4}-\d{2}-\d{2}$/;
const isoTime = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?$/;
const isoDateTime =
  /^\d{4}-\d{2}-\d{2}([T ]([01]\d|2[0-4]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?\s?(Z|[+-]\d{2}(:?\d{2})?)?)?$/;
const realDay = (text: string): boolean => {
  const day = new Date(`${text.slice(0, 10)}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text.slice(0, 10));
};

const examples: Record<FieldType, string> = {
  integer: '42',
  number: '3.14',
  boolean: 'true',
  string: 'text',
  date: '2024-01-31',
  datetime: '2024-01-31T08:00:00',
  time: '08:00:00',
  structure: 'text',
};

function invalid(field: Field, value: unknown): ZhujiError {
  const shown = JSON.stringify(value)?.slice(0, 80) ?? String(value);
  return new ZhujiError(
    'invalid_argument',
    {
      en: `Field "${field.id}" is of type ${field.type}: ${shown} is no such value.`,
      zh: `字段“${field.id}”的类型是 ${field.type}：${shown} 不是该类型的值。`,
    },
    {
      recovery: {
        en: `Give a ${field.type}, e.g. ${examples[field.type]}.`,
        zh: `请给出 ${field.type} 类型的值，例如 ${examples[field.type]}。`,
      },
      details: { field: field.id, type: field.type },
    },
  );
}

function numeric(field: Field, value: Scalar): Fragment {
  const text = typeof value === 'boolean' ? '' : String(value).trim();
  if (/^[+-]?\d{1,18}$/.test(text)) return { sql: '?::BIGINT', values: [BigInt(text)] };
  if (/^[+-]?\d{19,38}$/.test(text) && field.type === 'integer') return { sql: '?::HUGEINT', values: [text] };
  const number = Number(text);
  if (text === '' || (Number.isNaN(number) && text !== 'NaN') || /^[+-]?0[xob]/i.test(text))
    throw invalid(field, value);
  // As text: the driver takes a whole number for a BIGINT, however large.
  return { sql: '?::DOUBLE', values: [String(number)] };
}

/** A value in the type of the field, as a parameter. Errors: `invalid_argument`. */
function typed(field: Field, value: Scalar): Fragment {
  const text = String(value).trim();
  switch (field.type) {
    case 'integer':
    case 'number':
      return numeric(field, value);
    case 'boolean': {
      const known = { true: true, false: false }[text.toLowerCase()];
      if (known === undefined) throw invalid(field, value);
      return { sql: '?', values: [known] };
    }
    case 'date':
      if (!isoDate.test(text) || !realDay(text)) throw invalid(field, value);
      return { sql: '?::DATE', values: [text] };
    case 'datetime': {
      if (!isoDateTime.test(text) || !realDay(text)) throw invalid(field, value);
      const seconds = text.replace(/^(.{10}[T ]\d{2}:\d{2})\s?(Z|[+-].*)$/, '$1:00$2');
      return { sql: '?::TIMESTAMPTZ', values: [seconds] };
    }
    case 'time':
      if (!isoTime.test(text)) throw invalid(field, value);
      return { sql: '?::TIME', values: [text] };
    default:
      return { sql: '?', values: [String(value)] };
  }
}

function misuse(en: string, zh: string): ZhujiError {
  return new ZhujiError('invalid_argument', { en, zh });
}

/**
 * One condition as SQL. A missing value satisfies no comparison, `!=` included; `contains` ignores case.
 * Errors: `invalid_argument`.
 */
export function compileCondition(field: Field, condition: Condition): Fragment {
  const { op, value } = condition;
  const column = stored(field);
  if (op === 'is_missing') return { sql: `${column} IS NULL`, values: [] };
  if (op === 'is_present') return { sql: `${column} IS NOT NULL`, values: [] };
  if (value === undefined) {
    throw misuse(`The condition "${field.id} ${op}" has no value.`, `条件“${field.id} ${op}”缺少 value。`);
  }
  if (op === 'in' || op === 'not_in') {
    if (!Array.isArray(value) || value.length === 0) {
      throw misuse(
        `"${op}" wants a list of at least one value for field "${field.id}".`,
        `“${op}”需要给出字段“${field.id}”至少一个值的列表。`,
      );
    }
    const parts = value.map((one: Scalar) => typed(field, one));
    return {
      sql: `${column} ${op === 'in' ? 'IN' : 'NOT IN'} (${parts.map((part) => part.sql).join(', ')})`,
      values: parts.flatMap((part) => part.values),
    };
  }
  if (op === 'between' || op === 'not_between') {
    const [low, high, ...more]: readonly (Scalar | undefined)[] = Array.isArray(value) ? value : [];
    if (low === undefined || high === undefined || more.length > 0) {
      throw misuse(
        `"${op}" wants a list of two values, the lower one first, for field "${field.id}".`,
        `“${op}”需要给出字段“${field.id}”的两个值（先小后大）。`,
      );
    }
    const parts = [typed(field, low), typed(field, high)] as const;
    return {
      sql: `${column} ${op === 'between' ? 'BETWEEN' : 'NOT BETWEEN'} ${parts[0].sql} AND ${parts[1].sql}`,
      values: parts.flatMap((part) => part.values),
    };
  }
  if (typeof value === 'object') {
    throw misuse(
      `"${op}" wants one value for field "${field.id}", not a list; "in" takes a list.`,
      `“${op}”只接受字段“${field.id}”的一个值；列表请用“in”。`,
    );
  }
  if (op === 'contains') {
    if (field.type !== 'string' && field.type !== 'structure') {
      throw misuse(
        `"contains" searches in text; field "${field.id}" is of type ${field.type}.`,
        `“contains”用于文本；字段“${field.id}”的类型是 ${field.type}。`,
      );
    }
    return { sql: `contains(lower(${column}), lower(?))`, values: [String(value)] };
  }
  const right = typed(field, value);
  return { sql: `${column} ${op} ${right.sql}`, values: right.values };
}
