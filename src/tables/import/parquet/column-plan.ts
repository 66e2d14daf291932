import type { FieldType } from '../../../workspace/index.ts';
import { identifier } from '../../sql.ts';
import type { Notice, NoticeCode } from '../../types.ts';
import { notice } from '../notice.ts';

/** How a column with a type of its own is served. */
export interface ColumnPlan {
  readonly type: FieldType;
  /** SQL of the value. */
  readonly sql: string;
  readonly hexadecimal?: true;
  readonly notices: readonly Notice[];
}

const note = (code: NoticeCode, column: string, en: string, zh: string): Notice =>
  notice(code, `"${column}" ${en}`, `“${column}”${zh}`, { column });

/** DuckDB writes NaN and Infinity bare into JSON, which no JSON reader takes. */
const jsonText = (column: string): string => {
  const quoted = (sql: string): string =>
    `regexp_replace(${sql}, '([:\\[,])(NaN|-?Infinity)([,\\]}])', '\\1"\\2"\\3', 'g')`;
  return quoted(quoted(`CAST(to_json(${column}) AS VARCHAR)`));
};

function decimal(name: string, column: string, precision: number, scale: number): ColumnPlan {
  if (scale === 0) {
    return { type: 'integer', sql: precision > 18 ? column : `CAST(${column} AS BIGINT)`, notices: [] };
  }
  const notices =
    precision > 15
      ? [
          note(
            'type_changed',
            name,
            `is DECIMAL(${precision},${scale}) and was read in double precision, about 15 digits.`,
            `的类型是 DECIMAL(${precision},${scale})，按双精度读取，约 15 位有效数字。`,
          ),
        ]
      : [];
  return { type: 'number', sql: `CAST(${column} AS DOUBLE)`, notices };
}

/** `isText`: every value of a binary column is UTF-8 without control characters. */
export function planColumn(name: string, sourceType: string, isText: boolean): ColumnPlan {
  const column = identifier(name);
  const plain = (type: FieldType, sql = column): ColumnPlan => ({ type, sql, notices: [] });
  const type = sourceType.toUpperCase();
  if (/\[\d*\]$/.test(type) || /^(STRUCT|MAP|UNION|VARIANT)\b/.test(type)) {
    return {
      type: 'structure',
      sql: jsonText(column),
      notices: [
        note('nested', name, 'is nested and is served as JSON text.', '是嵌套结构，以 JSON 文本提供。'),
      ],
    };
  }
  const sized = /^DECIMAL\((\d+),(\d+)\)$/.exec(type);
  if (sized) return decimal(name, column, Number(sized[1]), Number(sized[2]));
  switch (type) {
    case 'BOOLEAN':
      return plain('boolean');
    case 'TINYINT':
    case 'SMALLINT':
    case 'INTEGER':
    case 'BIGINT':
    case 'UTINYINT':
    case 'USMALLINT':
    case 'UINTEGER':
      return plain('integer', `CAST(${column} AS BIGINT)`);
    case 'UBIGINT':
      return plain('integer');
    case 'FLOAT':
    case 'DOUBLE':
      return plain('number', `CAST(${column} AS DOUBLE)`);
    case 'DATE':
      return plain('date');
    case 'TIME':
      return plain('time');
    case 'TIMESTAMP':
    case 'TIMESTAMP_S':
    case 'TIMESTAMP_MS':
      return plain('datetime', `CAST(${column} AS TIMESTAMP)`);
    case 'TIMESTAMP_NS':
      return {
        ...plain('datetime', `CAST(${column} AS TIMESTAMP)`),
        notices: [
          note(
            'type_changed',
            name,
            'has nanoseconds, of which microseconds are kept.',
            '精确到纳秒，读取时保留到微秒。',
          ),
        ],
      };
    case 'TIMESTAMP WITH TIME ZONE':
      return plain('datetime');
    case 'VARCHAR':
    case 'UUID':
      return plain('string', `CAST(${column} AS VARCHAR)`);
    case 'JSON':
      return plain('structure', `CAST(${column} AS VARCHAR)`);
    case 'BLOB':
      return isText
        ? {
            ...plain('string', `decode(${column})`),
            notices: [
              note(
                'binary',
                name,
                'is binary, but all of it is UTF-8: read as text.',
                '是二进制类型，但全部为 UTF-8，按文本读取。',
              ),
            ],
          }
        : {
            ...plain('string', `lower(hex(${column}))`),
            hexadecimal: true,
            notices: [
              note(
                'binary',
                name,
                'is binary and is served as hexadecimal text.',
                '是二进制类型，以十六进制文本提供。',
              ),
            ],
          };
    default:
      return {
        ...plain('string', `CAST(${column} AS VARCHAR)`),
        notices: [
          note(
            'type_changed',
            name,
            `is of type ${sourceType} and is served as text.`,
            `的类型是 ${sourceType}，以文本提供。`,
          ),
        ],
      };
  }
}
