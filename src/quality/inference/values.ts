import type { Proposal } from '../../workspace/index.ts';
import { frequentTexts } from '../facts/frequent.ts';
import { textsOf } from '../facts/texts.ts';
import type { TableFacts } from '../facts/types.ts';
import { propose, type Roles } from './proposal.ts';

const mostValues = 20;
/** Records that each value must have: one that is seen once shows that others may follow. */
const fewest = 5;

/** Closed lists of texts: few, and each of them often. */
export async function valueProposals(table: TableFacts, roles: Roles): Promise<readonly Proposal[]> {
  const { byField, size } = await textsOf(table);
  return table.fields.flatMap(({ field, distinct }) => {
    const counts = [...(byField.get(field.id) ?? [])].toSorted((a, b) => b[1] - a[1]);
    const role = roles.get(field.id);
    if (field.values || field.pattern !== undefined || field.codeSystem || field.references) return [];
    if (counts.length < 2 || counts.length > mostValues || counts.length !== distinct) return [];
    if (counts.some(([, count]) => count < fewest) || role === 'identifier') return [];
    const closed = role === 'label' || role === 'status' || role === 'split';
    const confidence = (closed ? 0.9 : 0.7) - (size < 1000 ? 0.1 : 0);
    return [
      propose(
        table,
        field.id,
        'values',
        counts.map(([text]) => text).toSorted(),
        Number(confidence.toFixed(2)),
        {
          zh: `只有 ${counts.length} 种取值：${frequentTexts(counts)}`,
          en: `only ${counts.length} values: ${frequentTexts(counts)}`,
        },
      ),
    ];
  });
}
