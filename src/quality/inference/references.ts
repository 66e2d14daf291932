import type { Proposal } from '../../workspace/index.ts';
import type { FieldFacts, TableFacts } from '../facts/types.ts';
import { isUnique, propose } from './proposal.ts';

/** Fields of one table that are held to the identifiers of others. */
const mostFields = 100;
const fewest = 3;

interface Target {
  readonly table: TableFacts;
  readonly facts: FieldFacts;
  readonly values: ReadonlySet<number>;
}

async function targetsOf(tables: readonly TableFacts[]): Promise<readonly Target[]> {
  const targets: Target[] = [];
  for (const table of tables) {
    const unique = table.fields.filter((facts) => isUnique(facts, table)).slice(0, 5);
    if (unique.length === 0) continue;
    const sample = await table.sample();
    // Of a part of the identifiers nobody can tell whether one is missing.
    if (!sample.whole) continue;
    for (const facts of unique)
      targets.push({ table, facts, values: new Set(sample.column(facts.field.id)) });
  }
  return targets;
}

/** Fields all of whose values are identifiers of another table. */
export async function referenceProposals(tables: readonly TableFacts[]): Promise<readonly Proposal[]> {
  if (tables.length < 2) return [];
  const found: Proposal[] = [];
  const targets = await targetsOf(tables);
  for (const table of targets.length > 0 ? tables : []) {
    const sample = await table.sample();
    for (const { field, distinct } of table.fields.slice(0, mostFields)) {
      if (field.references || (distinct ?? 0) < fewest || !['string', 'integer'].includes(field.type))
        continue;
      const target = targets.find(
        (one) =>
          one.table !== table &&
          one.facts.field.type === field.type &&
          (field.type === 'string' || one.facts.field.id === field.id) &&
          sample.column(field.id).every((value) => Number.isNaN(value) || one.values.has(value)),
      );
      if (!target) continue;
      const to = `${target.table.recordSet.id}.${target.facts.field.id}`;
      const confidence = target.facts.field.id === field.id ? 0.95 : 0.8;
      found.push(
        propose(table, field.id, 'references', to, sample.whole ? confidence : confidence - 0.1, {
          zh: `${distinct} 个取值都在 \`${to}\` 中`,
          en: `all of its ${distinct} values are among those of \`${to}\``,
        }),
      );
    }
  }
  return found;
}
