import { flagOf, nameOf, nodesOf, textOf, valuesOf } from '../access.ts';
import type { Report } from '../finding.ts';
import { type CroissantModel, type FieldModel, type RecordSetModel, referencesOf } from '../model.ts';
import { checkTexts } from './dataset.ts';
import { checkReference } from './references.ts';

/** Whether a field, or one that it takes its values from, says what type it has. */
function hasType(model: CroissantModel, field: FieldModel, seen: ReadonlySet<string> = new Set()): boolean {
  if (valuesOf(field.node, 'cr:dataType').length > 0) return true;
  if (seen.has(field.key)) return false;
  return [...referencesOf(field.node, 'cr:source'), ...referencesOf(field.node, 'cr:references')].some(
    ({ target }) => {
      const source = model.targets.get(target);
      return source?.kind === 'field' && hasType(model, source.field, new Set([...seen, field.key]));
    },
  );
}

function checkArray(field: FieldModel, report: Report): void {
  const shape = textOf(field.node, 'cr:arrayShape');
  if (shape === undefined) return;
  const pointer = `${field.node.pointer}/arrayShape`;
  if (!flagOf(field.node, 'cr:isArray')) {
    report.error(
      'array',
      pointer,
      {
        en: `The field "${nameOf(field.node)}" has an "arrayShape", but "isArray" is not true`,
        zh: `字段 "${nameOf(field.node)}" 定义了 "arrayShape"，但 "isArray" 不为 true`,
      },
      {
        en: 'Add "isArray": true, or leave "arrayShape" out.',
        zh: '请补充 "isArray": true，或删去 "arrayShape"。',
      },
    );
  } else if (!/^\s*\(?\s*(-1|\d+)(\s*,\s*(-1|\d+))*\s*,?\s*\)?\s*$/.test(shape)) {
    report.error(
      'array',
      pointer,
      { en: `"arrayShape" is ${JSON.stringify(shape)}`, zh: `"arrayShape" 为 ${JSON.stringify(shape)}` },
      {
        en: 'Write whole numbers with commas, -1 for any length: "-1,3".',
        zh: '请写逗号分隔的整数，任意长度写 -1，例如 "-1,3"。',
      },
    );
  }
}

/** A field: name, type, and where its values come from. */
export function checkField(
  model: CroissantModel,
  recordSet: RecordSetModel,
  field: FieldModel,
  report: Report,
): void {
  const { node } = field;
  const named = model.version === '0.8' ? textOf(node, 'sc:name') : node.id;
  if (named === undefined) {
    const property = model.version === '0.8' ? 'name' : '@id';
    report[model.version === '0.8' ? 'error' : 'strict'](
      'name',
      node.pointer,
      {
        en: `A field of "${nameOf(recordSet.node)}" has no "${property}"`,
        zh: `"${nameOf(recordSet.node)}" 的某字段缺少 "${property}"`,
      },
      { en: `Add "${property}".`, zh: `请补充 "${property}"。` },
    );
  }
  checkTexts(node, report);
  if (field.subFields.length === 0 && !hasType(model, field)) {
    report.error(
      'data_type',
      node.pointer,
      {
        en: `The field "${nameOf(node)}" has no Croissant "dataType" (http://mlcommons.org/croissant/dataType), nor has any field that it draws from`,
        zh: `字段 "${nameOf(node)}" 没有 Croissant 的 "dataType"（http://mlcommons.org/croissant/dataType），其来源字段也没有`,
      },
      {
        en: 'Add "dataType", e.g. "sc:Float", and see that the @context maps it to Croissant.',
        zh: '请补充 "dataType"（例如 "sc:Float"），并确认 @context 将其映射到 Croissant。',
      },
    );
  }
  checkArray(field, report);
  for (const reference of referencesOf(node, 'cr:references')) {
    checkReference(model, node, 'references', reference, ['field', 'recordSet', 'resource'], report);
  }
  const sources = referencesOf(node, 'cr:source');
  for (const source of sources) {
    checkReference(model, node, 'source', source, ['resource', 'field', 'recordSet'], report);
  }
  for (const parent of nodesOf(node, 'cr:parentField')) {
    for (const reference of [
      ...referencesOf(parent, 'cr:source'),
      ...referencesOf(parent, 'cr:references'),
    ]) {
      checkReference(model, node, 'parentField', reference, ['resource', 'field', 'recordSet'], report);
    }
  }
  const given =
    sources.length > 0 ||
    valuesOf(node, 'cr:value', 'sc:value').length > 0 ||
    field.subFields.length > 0 ||
    valuesOf(recordSet.node, 'cr:data').length > 0;
  if (!given) {
    report.error(
      'source',
      node.pointer,
      {
        en: `The field "${nameOf(node)}" has no source: neither "source" nor "value", and its RecordSet has no "data"`,
        zh: `字段 "${nameOf(node)}" 没有来源：既无 "source" 或 "value"，其 RecordSet 也没有 "data"`,
      },
      { en: 'Add "source".', zh: '请补充 "source"。' },
    );
  }
}
