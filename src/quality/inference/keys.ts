import type { Proposal } from '../../workspace/index.ts';
import type { Sample } from '../facts/sample.ts';
import type { TableFacts } from '../facts/types.ts';
import { isUnique, propose, type Roles } from './proposal.ts';

/** Fields of which each pair is tried. */
const mostFields = 8;

/** One field, or else two, that tell every record apart, where no key is declared. */
export async function keyProposals(table: TableFacts, roles: Roles): Promise<readonly Proposal[]> {
  if (table.recordSet.key || table.rows < 20) return [];
  const one = table.fields.find(
    (facts) => isUnique(facts, table) && roles.get(facts.field.id) === 'identifier',
  );
  if (one) {
    const { id } = one.field;
    return [
      propose(table, undefined, 'key', [id], 0.9, {
        zh: `\`${id}\` 的值各不相同`,
        en: `no two values of \`${id}\` are the same`,
      }),
    ];
  }
  const tried = table.fields
    .filter(
      ({ field, present, constant }) =>
        present === table.rows &&
        !constant &&
        ['group', 'time', 'identifier'].includes(roles.get(field.id) ?? ''),
    )
    .map(({ field }) => field.id)
    .slice(0, mostFields);
  const sample = await table.sample();
  for (const [place, first] of tried.entries()) {
    for (const second of tried.slice(place + 1)) {
      if (!apart(sample, first, second)) continue;
      return [
        propose(table, undefined, 'key', [first, second], sample.whole ? 0.85 : 0.6, {
          zh: `\`${first}\` 与 \`${second}\` 合起来没有重复${sample.whole ? '' : '（抽样）'}`,
          en: `no two records share \`${first}\` and \`${second}\`${sample.whole ? '' : ' (in a sample)'}`,
        }),
      ];
    }
  }
  return [];
}

function apart(sample: Sample, first: string, second: string): boolean {
  const [a, b] = [sample.column(first), sample.column(second)];
  const seen = new Map<number, Set<number>>();
  for (let place = 0; place < sample.size; place += 1) {
    const [left = Number.NaN, right = Number.NaN] = [a[place], b[place]];
    const known = seen.get(left) ?? new Set<number>();
    if (known.has(right)) return false;
    seen.set(left, known.add(right));
  }
  return sample.size > 0;
}
