import { type Aggregate, type Field, type FieldType, type Unit, ZhujiError } from '../../workspace/index.ts';
import { deviation } from '../sql.ts';
import { stored } from './condition.ts';

/** An aggregate, or the value of a field, with the name and type that it has in a result. */
export interface Term {
  readonly name: string;
  readonly sql: string;
  readonly type: FieldType;
  readonly unit: Unit | null;
}

const numericOnly: ReadonlySet<Aggregate> = new Set(['mean', 'sum', 'sd', 'median']);

/**
 * An aggregate as SQL; missing values are left out. `sd` is the sample standard deviation (n − 1), NaN
 * where a value is not finite or beyond 1e150.
 */
export function compileAggregate(aggregate: Aggregate, field: Field | undefined): Term {
  if (!field) {
    if (aggregate === 'count') return { name: 'count()', sql: 'count(*)', type: 'integer', unit: null };
    throw new ZhujiError('invalid_argument', {
      en: `"${aggregate}" needs a field.`,
      zh: `“${aggregate}”需要指定字段。`,
    });
  }
  const isNumber = field.type === 'integer' || field.type === 'number';
  if (numericOnly.has(aggregate) && !isNumber) {
    throw new ZhujiError(
      'invalid_argument',
      {
        en: `"${aggregate}" needs numbers; field "${field.id}" is of type ${field.type}.`,
        zh: `“${aggregate}”需要数值；字段“${field.id}”的类型是 ${field.type}。`,
      },
      {
        recovery: {
          en: 'Use count, count_distinct, min or max, or a number field.',
          zh: '请使用 count、count_distinct、min、max，或选择数值字段。',
        },
      },
    );
  }
  const name = `${aggregate}(${field.id})`;
  const column = stored(field);
  const number = (sql: string, type: FieldType = 'number'): Term => ({ name, sql, type, unit: field.unit });
  switch (aggregate) {
    case 'count':
      return { name, sql: `count(${column})`, type: 'integer', unit: null };
    case 'count_distinct':
      return { name, sql: `count(DISTINCT ${column})`, type: 'integer', unit: null };
    case 'min':
    case 'max':
      return number(`${aggregate}(${column})`, field.type);
    case 'mean':
      return number(`avg(${column})`);
    case 'sum':
      return number(`sum(${column})`, field.type);
    case 'median':
      return number(`median(${column})`);
    case 'sd':
      return number(field.type === 'integer' ? `stddev_samp(${column})` : deviation(column, "'NaN'::DOUBLE"));
  }
}
