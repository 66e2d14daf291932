import type { FieldType } from '../../workspace/index.ts';
import { literal } from '../sql.ts';
import type { Notice } from '../types.ts';
import { cellClass } from './cell-class.ts';
import { clocks, type DateShape, dateShape } from './date-class.ts';
import { notice } from './notice.ts';

export interface DateColumn {
  readonly type: FieldType;
  /** `strptime` formats, one a clock that occurs. */
  readonly formats: readonly string[];
  readonly notices: readonly Notice[];
}

const day = (order: 'day' | 'month' | 'year', separator: string): string => {
  if (separator === '年') return '%Y年%m月%d日';
  const parts = { day: ['%d', '%m', '%Y'], month: ['%m', '%d', '%Y'], year: ['%Y', '%m', '%d'] }[order];
  return parts.join(separator);
};

const isoAsShape: DateShape = { order: 'year', separator: '-', clock: 0 };

function ambiguous(column: string, count: number): Notice {
  return notice(
    'date_order_ambiguous',
    `"${column}" holds ${count} dates that can be day/month or month/day: no value decides. Kept as text.`,
    `“${column}”有 ${count} 个日期既可读作日/月也可读作月/日，没有任何值可以判定，因此保留为文本。`,
    { column },
  );
}

/**
 * What a column is whose cells, missing marks aside, all look like dates with the year first or last.
 * The order of day and month is decided by evidence, a number above 12, over the whole column, and never assumed.
 * `undefined` where the dates are not of one form; `notices` alone where the order stays open.
 */
export function dateColumn(
  column: string,
  counts: ReadonlyMap<number, number>,
): DateColumn | { readonly notices: readonly Notice[] } | undefined {
  const shapes: DateShape[] = [];
  let total = 0;
  let evident = 0;
  for (const [code, count] of counts) {
    const shape = code === cellClass.isoDate ? isoAsShape : dateShape(code);
    if (!shape) return undefined;
    shapes.push(shape);
    total += count;
    if (shape.order === 'day' || shape.order === 'month') evident += count;
  }
  const orders = new Set(shapes.map((shape) => shape.order));
  const first = shapes[0];
  if (!first || new Set(shapes.map((shape) => shape.separator)).size > 1) return undefined;
  if (new Set(shapes.map((shape) => shape.clock > 0)).size > 1) return undefined;
  if (orders.has('year') && orders.size > 1) return undefined;
  if (orders.has('day') && orders.has('month')) return undefined;
  if (orders.size === 1 && orders.has('either')) return { notices: [ambiguous(column, total)] };
  const order = orders.has('year') ? 'year' : orders.has('day') ? 'day' : 'month';
  const found = [...new Set(shapes.map((shape) => shape.clock))].toSorted((a, b) => a - b);
  const formats = found.map((clock) => `${day(order, first.separator)} ${clocks[clock] ?? ''}`.trim());
  const notices: Notice[] = [];
  if (order !== 'year') {
    const [en, zh] = order === 'day' ? ['day/month/year', '日/月/年'] : ['month/day/year', '月/日/年'];
    notices.push(
      notice(
        'date_order_recognised',
        `"${column}" was read as ${en}: ${evident} of ${total} dates allow nothing else.`,
        `“${column}”按${zh}读取：${total} 个日期中有 ${evident} 个只能如此解读。`,
        { column },
      ),
    );
  }
  return { type: first.clock === 0 ? 'date' : 'datetime', formats, notices };
}

/** SQL that reads a text by {@link DateColumn.formats}. */
export function dateCast(text: string, { type, formats }: DateColumn): string {
  // A month and day of one digit are read; `年` wants no blank before the clock.
  const source = formats[0]?.includes('日') ? `regexp_replace(${text}, '日 *', '日 ')` : text;
  const parsed = `strptime(trim(regexp_replace(${source}, '[ T]+', ' ')), [${formats.map(literal).join(', ')}])`;
  return `CAST(${parsed} AS ${type === 'date' ? 'DATE' : 'TIMESTAMP'})`;
}
