import type { RecordSet } from '../../workspace/index.ts';
import type { DatasetDeclaration, RecordSetDeclaration } from '../declaration.ts';
import { refused, unknownName } from './refusal.ts';

const members = ['key', 'rows', 'rules'] as const;

/**
 * What is declared of a record set, and the path (with its point) at which it stands. Errors: `invalid_argument` for a record
 * set that the data do not have, and for `key`, `rows` or `rules` at the top of a dataset of several tables.
 */
export function declaredTables(
  declaration: DatasetDeclaration,
  recordSets: readonly RecordSet[],
): (id: string) => readonly (readonly [place: string, RecordSetDeclaration])[] {
  const ids = recordSets.map(({ id }) => id);
  const declared = declaration.recordSets ?? {};
  for (const id of Object.keys(declared)) {
    if (!ids.includes(id)) throw unknownName('recordSets', { en: 'record set', zh: '记录集' }, id, ids);
  }
  const { key, rows, rules } = declaration;
  const top = { ...(key && { key }), ...(rows !== undefined && { rows }), ...(rules && { rules }) };
  const [first] = members.filter((member) => declaration[member] !== undefined);
  if (first !== undefined && ids.length > 1) {
    throw refused(
      first,
      {
        en: `the dataset has ${ids.length} record sets, and this does not say which it is about`,
        zh: `数据集有 ${ids.length} 个记录集，此处未说明所指的是哪一个`,
      },
      {
        recovery: {
          en: `Put it under recordSets: ${ids.slice(0, 10).join(', ')}.`,
          zh: `请写在 recordSets 下：${ids.slice(0, 10).join('、')}。`,
        },
        details: { valid_values: ids },
      },
    );
  }
  return (id) => {
    const own = Object.hasOwn(declared, id) ? declared[id] : undefined;
    return [
      ...(first === undefined ? [] : [['', top] as const]),
      ...(own ? [[`recordSets.${id}.`, own] as const] : []),
    ];
  };
}
