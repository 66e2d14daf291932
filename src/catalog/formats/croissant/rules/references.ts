import { nearest } from '../../../../workspace/index.ts';
import { nameOf } from '../access.ts';
import type { Report } from '../finding.ts';
import type { CroissantModel, Reference } from '../model.ts';
import type { Node } from '../node.ts';

/** What a node refers to must be in the file. */
export function checkReference(
  model: CroissantModel,
  owner: Node,
  property: string,
  reference: Reference,
  kinds: readonly ('resource' | 'recordSet' | 'field')[],
  report: Report,
): void {
  const target = model.targets.get(reference.target);
  if (target && kinds.includes(target.kind)) return;
  const candidates = [...model.targets.values()]
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ key }) => key);
  const meant = nearest(reference.target, candidates);
  const offer = (meant.length > 0 ? meant : candidates.slice(0, 10)).join(', ') || '–';
  const what = { resource: 'FileObject/FileSet', recordSet: 'RecordSet', field: 'Field' };
  const asked = kinds.map((kind) => what[kind]).join(', ');
  report.error(
    'dangling_reference',
    reference.pointer,
    {
      en: `"${property}" of "${nameOf(owner)}" refers to "${reference.target}", ${target ? 'which is something else' : 'which does not exist'}; it must name a ${asked}`,
      zh: `"${nameOf(owner)}" 的 "${property}" 指向 "${reference.target}"，${target ? '但其类型不符' : '但它不存在'}；须指向 ${asked}`,
    },
    { en: `Name one of: ${offer}.`, zh: `可选：${offer}。` },
  );
}
