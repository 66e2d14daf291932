import { nameOf, textOf, valuesOf } from '../access.ts';
import type { Report } from '../finding.ts';
import { type CroissantModel, type FieldModel, type RecordSetModel, referencesOf } from '../model.ts';
import { checkTexts } from './dataset.ts';
import { checkField } from './fields.ts';

function hasMember(record: object, field: FieldModel): boolean {
  return field.key in record || (textOf(field.node, 'sc:name') ?? '') in record;
}

/** Data within the file: a list of objects (or one) that have the fields and nothing else. */
function checkInlineData(recordSet: RecordSetModel, report: Report): void {
  for (const data of valuesOf(recordSet.node, 'cr:data')) {
    const records: unknown[] =
      data.kind !== 'json' ? [] : Array.isArray(data.value) ? data.value : [data.value];
    const bad = records.findIndex(
      (record) =>
        typeof record !== 'object' ||
        record === null ||
        !recordSet.fields.every((field) => hasMember(record, field)),
    );
    if (records.length > 0 && bad < 0) continue;
    report.error(
      'inline_data',
      data.pointer,
      {
        en: `"data" of "${nameOf(recordSet.node)}" must be a list of objects with its fields${bad >= 0 ? `; record ${bad + 1} is not` : ''}`,
        zh: `"${nameOf(recordSet.node)}" 的 "data" 须为含其全部字段的对象列表${bad >= 0 ? `；第 ${bad + 1} 条不符` : ''}`,
      },
      {
        en: `Give each record: ${recordSet.fields.map(({ key }) => key).join(', ')}.`,
        zh: `每条记录须含：${recordSet.fields.map(({ key }) => key).join('、')}。`,
      },
    );
  }
}

/** Record sets: type, name, key, inline data, and their fields. */
export function checkRecordSets(model: CroissantModel, report: Report): void {
  for (const recordSet of model.recordSets) {
    const { node } = recordSet;
    checkTexts(node, report);
    if (!node.types.includes('cr:RecordSet') && !node.types.includes('sc:RecordSet')) {
      report.error(
        'record_set_type',
        `${node.pointer}/@type`,
        {
          en: `"${nameOf(node)}" in "recordSet" must be a RecordSet, but its @type is ${node.types.join(', ') || 'absent'}`,
          zh: `"recordSet" 中的 "${nameOf(node)}" 须为 RecordSet，实际 @type 为 ${node.types.join('、') || '空'}`,
        },
        { en: 'Set "@type" to "cr:RecordSet".', zh: '请将 "@type" 设为 "cr:RecordSet"。' },
      );
    }
    if (model.version === '0.8' ? textOf(node, 'sc:name') === undefined : node.id === undefined) {
      const property = model.version === '0.8' ? 'name' : '@id';
      report[model.version === '0.8' ? 'error' : 'strict'](
        'name',
        node.pointer,
        { en: `A RecordSet has no "${property}"`, zh: `某 RecordSet 缺少 "${property}"` },
        { en: `Add "${property}".`, zh: `请补充 "${property}"。` },
      );
    }
    for (const { target, pointer } of referencesOf(node, 'cr:key', 'sc:key')) {
      const known = recordSet.allFields.some(
        (field) => field.key === target || textOf(field.node, 'sc:name') === target,
      );
      if (known) continue;
      report.strict(
        'key',
        pointer,
        {
          en: `"key" of "${nameOf(node)}" names "${target}", which is none of its fields`,
          zh: `"${nameOf(node)}" 的 "key" 指向 "${target}"，不是其字段`,
        },
        {
          en: `Name one of: ${recordSet.fields.map(({ key }) => key).join(', ')}.`,
          zh: `可选：${recordSet.fields.map(({ key }) => key).join('、')}。`,
        },
      );
    }
    for (const field of recordSet.allFields) checkField(model, recordSet, field, report);
    checkInlineData(recordSet, report);
  }
}
