import type { FieldRole, Proposal } from '../../workspace/index.ts';
import type { TableFacts } from '../facts/types.ts';
import { intervalProposals } from './intervals.ts';
import { keyProposals } from './keys.ts';
import { rangeProposals } from './ranges.ts';
import { referenceProposals } from './references.ts';
import { roleProposals } from './roles.ts';
import { ruleProposals } from './rules.ts';
import { unitProposals } from './units.ts';
import { valueProposals } from './values.ts';

/** Proposals of one record set, the surest of them. */
const mostProposals = 200;

/** What the values suggest and nobody declared, the surest first. No measure heeds it; it rests on samples of large tables. */
export async function proposalsOf(tables: readonly TableFacts[]): Promise<readonly Proposal[]> {
  const references = await referenceProposals(tables);
  const all: Proposal[] = [];
  for (const table of tables) {
    const { id } = table.recordSet;
    const own = [
      ...(table.rows > 0 ? await ofTable(table) : []),
      ...references.filter(({ recordSet }) => recordSet === id),
    ];
    all.push(...own.toSorted((a, b) => b.confidence - a.confidence).slice(0, mostProposals));
  }
  return all;
}

async function ofTable(table: TableFacts): Promise<readonly Proposal[]> {
  const proposed = await roleProposals(table);
  const roles = new Map<string, FieldRole>();
  for (const { field } of table.fields) if (field.role !== null) roles.set(field.id, field.role);
  for (const { field, value } of proposed) if (field !== undefined) roles.set(field, value as FieldRole);
  return [
    ...proposed,
    ...(await unitProposals(table, roles)),
    ...(await rangeProposals(table, roles)),
    ...(await intervalProposals(table)),
    ...(await valueProposals(table, roles)),
    ...(await keyProposals(table, roles)),
    ...(await ruleProposals(table)),
  ];
}
