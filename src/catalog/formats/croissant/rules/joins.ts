import { nameOf, nodesOf } from '../access.ts';
import type { Report } from '../finding.ts';
import { type CroissantModel, type FieldModel, referencesOf } from '../model.ts';

/** The file or record set that a field takes its values from. */
function rootsOf(model: CroissantModel, field: FieldModel, property: string): string[] {
  const nodes = [field.node, ...nodesOf(field.node, 'cr:parentField')];
  return nodes.flatMap((node) =>
    referencesOf(node, property).flatMap(({ target }) => {
      const found = model.targets.get(target);
      return found ? [found.kind === 'field' ? found.recordSet.key : found.key] : [];
    }),
  );
}

/** Sets of names, some of which are one. */
function components(pairs: readonly (readonly [string, string])[]): (name: string) => string {
  const parents = new Map<string, string>();
  const find = (name: string): string => {
    let root = name;
    for (let up = parents.get(root); up !== undefined; up = parents.get(root)) root = up;
    return root;
  };
  for (const [a, b] of pairs) if (find(a) !== find(b)) parents.set(find(a), find(b));
  return find;
}

/** Fields of one record set that come from several places need `references` that join these. */
export function checkJoins(model: CroissantModel, report: Report): void {
  for (const recordSet of model.recordSets) {
    const sources = new Set(recordSet.allFields.flatMap((field) => rootsOf(model, field, 'cr:source')));
    if (sources.size < 2) continue;
    const pairs = recordSet.allFields.flatMap((field) =>
      rootsOf(model, field, 'cr:source').flatMap((from) =>
        rootsOf(model, field, 'cr:references').map((to) => [from, to] as const),
      ),
    );
    const find = components(pairs);
    if (new Set([...sources].map(find)).size < 2) continue;
    const names = [...sources].map((name) => `"${name}"`).join(', ');
    report.error(
      'join',
      recordSet.node.pointer,
      {
        en: `The fields of "${nameOf(recordSet.node)}" come from ${names}, but no "references" declares a join between them`,
        zh: `"${nameOf(recordSet.node)}" 的字段来自 ${names}，但没有 "references" 声明它们之间的连接`,
      },
      {
        en: 'Add "references" to the field that both have, or split the RecordSet.',
        zh: '请为两者共有的字段补充 "references"，或拆分 RecordSet。',
      },
    );
  }
}
