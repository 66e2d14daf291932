import type { DatasetEntry, Text } from '../../workspace/index.ts';
import { unknownOfField } from '../formats/croissant/index.ts';

const most = 20;

/** Names the numeric fields without a unit where others have one: `fields.unit` alone would not say which. */
export function unitlessOf({ recordSets }: DatasetEntry): Text[] {
  const fields = recordSets.flatMap((recordSet) =>
    recordSet.fields.map((field) => ({
      name: recordSets.length > 1 ? `${recordSet.id}.${field.id}` : field.id,
      lacks: unknownOfField(field).includes('unit'),
      has: field.unit !== null,
    })),
  );
  const lacking = fields.filter(({ lacks }) => lacks).map(({ name }) => name);
  if (lacking.length === 0 || !fields.some(({ has }) => has)) return [];
  const [shown, more] = [lacking.slice(0, most), lacking.length - most];
  return [
    {
      en: `No unit is known for: ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}. Declare it in the metadata (1 for a pure number).`,
      zh: `单位未知的字段：${shown.join('、')}${more > 0 ? `等 ${lacking.length} 个` : ''}。请在元数据中声明（无量纲写 1）。`,
    },
  ];
}
