import { type Field, nearest, ZhujiError } from '../../workspace/index.ts';
import type { TableSummary } from '../types.ts';

/** One record set as the engine reads it. */
export interface EngineTable {
  readonly dataset: string;
  /** Content hash of the dataset. */
  readonly hash: string;
  readonly recordSet: string;
  /** Absolute path of the Parquet file. Its columns are named by the fields' ids. */
  readonly parquet: string;
  readonly fields: readonly Field[];
  /** What was taken of its records when the file was written; absent: they are read. */
  readonly summary?: TableSummary;
}

function notFound(what: { en: string; zh: string }, name: string, valid: readonly string[]): ZhujiError {
  const near = nearest(name, valid);
  return new ZhujiError(
    'not_found',
    { en: `There is no ${what.en} "${name}".`, zh: `不存在${what.zh}“${name}”。` },
    {
      recovery:
        near.length > 0
          ? { en: `Did you mean ${near.join(' or ')}?`, zh: `是否指 ${near.join(' 或 ')}？` }
          : {
              en: `Use one of: ${valid.slice(0, 40).join(', ')}.`,
              zh: `可用：${valid.slice(0, 40).join('、')}。`,
            },
      details: { valid_values: valid.slice(0, 200), did_you_mean: near },
    },
  );
}

/** The table that a query names. Errors: `not_found`; `invalid_argument` where a dataset has several record sets. */
export function findTable(
  tables: readonly EngineTable[],
  dataset: string,
  recordSet: string | undefined,
): EngineTable {
  const own = tables.filter((table) => table.dataset === dataset);
  if (own.length === 0) {
    const ids = [...new Set(tables.map((table) => table.dataset))];
    throw notFound({ en: 'dataset with tables named', zh: '含数据表的数据集' }, dataset, ids);
  }
  const names = own.map((table) => table.recordSet);
  if (recordSet === undefined || recordSet === '') {
    const [only, ...others] = own;
    if (only && others.length === 0) return only;
    throw new ZhujiError(
      'invalid_argument',
      {
        en: `Dataset "${dataset}" has ${own.length} record sets: say which.`,
        zh: `数据集“${dataset}”有 ${own.length} 个记录集，请指明其一。`,
      },
      {
        recovery: {
          en: `Name it as ${dataset}/${names[0]}; there are ${names.join(', ')}.`,
          zh: `写作 ${dataset}/${names[0]}；共有 ${names.join('、')}。`,
        },
        details: { valid_values: names },
      },
    );
  }
  const found = own.find((table) => table.recordSet === recordSet);
  if (!found)
    throw notFound(
      { en: `record set in dataset "${dataset}" named`, zh: `数据集“${dataset}”的记录集` },
      recordSet,
      names,
    );
  return found;
}

/** `row` is no field of the source: it is where the record stands there. */
export const rowField: Field = {
  id: 'row',
  name: 'row',
  title: { en: 'Row in the source', zh: '源文件中的行' },
  description: { en: '1-based place of the record in its source', zh: '记录在源中的位置，从 1 开始' },
  type: 'integer',
  unit: null,
  role: 'identifier',
};

/** A field of the table by id, `row` included. Errors: `not_found`. */
export function findField(table: EngineTable, id: string): Field {
  const field = id === rowField.id ? rowField : table.fields.find((one) => one.id === id);
  if (field) return field;
  throw notFound(
    {
      en: `field in ${table.dataset}/${table.recordSet} named`,
      zh: `${table.dataset}/${table.recordSet} 的字段`,
    },
    id,
    [...table.fields.map((one) => one.id), rowField.id],
  );
}
