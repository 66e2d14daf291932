import type { Report } from '../finding.ts';
import type { CroissantModel } from '../model.ts';
import type { Node } from '../node.ts';

/** Ids are unique within a file, and hold no blanks. */
export function checkIds(model: CroissantModel, report: Report): void {
  const nodes: Node[] = [
    ...model.resources.map(({ node }) => node),
    ...model.recordSets.flatMap(({ node, allFields }) => [node, ...allFields.map((field) => field.node)]),
  ];
  const first = new Map<string, string>();
  for (const { id, pointer } of nodes) {
    if (id === undefined) continue;
    const before = first.get(id);
    if (before !== undefined) {
      report.error(
        'duplicate_id',
        `${pointer}/@id`,
        {
          en: `The id "${id}" is used twice, first at ${before}`,
          zh: `标识 "${id}" 重复使用，首次出现于 ${before}`,
        },
        { en: 'Give each part an id of its own.', zh: '请为每个部分使用不同的标识。' },
      );
    } else first.set(id, pointer);
    if (/\s/.test(id)) {
      report.strict(
        'blank_in_id',
        `${pointer}/@id`,
        { en: `The id "${id}" holds a blank, which no IRI may`, zh: `标识 "${id}" 含空白字符，IRI 不允许` },
        { en: 'Replace it, e.g. by "_".', zh: '请替换，例如改为 "_"。' },
      );
    }
  }
}
