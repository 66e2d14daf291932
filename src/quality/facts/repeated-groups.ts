import { rowHasher } from './row-hash.ts';
import type { TableFacts } from './types.ts';

/** Records that are equal in all fields of a key. */
export interface RepeatedGroup {
  readonly rows: readonly number[];
  /** Of each record, what it has in the fields that were asked for. */
  readonly values: readonly (readonly number[])[];
}

/**
 * The records that share the values of all `key` fields with another one, group by group, with their values in `wanted`.
 * At most those with 100,000 repeats. `complete`: only records that lack none of the key.
 */
export async function repeatedGroups(
  table: TableFacts,
  key: readonly string[],
  wanted: readonly string[],
  { complete = false }: { readonly complete?: boolean } = {},
): Promise<readonly RepeatedGroup[]> {
  const repeats = await table.repeats(key);
  if (repeats.count === 0) return [];
  const hash = rowHasher();
  const repeated = new Set(repeats.rows);
  const hashes = new Set<number>();
  for await (const { rows, columns } of table.scan({ fields: key })) {
    for (let place = 0; place < rows.length; place += 1) {
      if (repeated.has(rows[place] ?? 0)) hashes.add(hash(columns, place));
    }
  }
  const groups = new Map<number, { rows: number[]; values: number[][] }>();
  for await (const { rows, columns } of table.scan({ fields: [...key, ...wanted] })) {
    const [keys, others] = [columns.slice(0, key.length), columns.slice(key.length)];
    for (let place = 0; place < rows.length; place += 1) {
      const code = hash(keys, place);
      if (!hashes.has(code) || (complete && keys.some((column) => Number.isNaN(column[place])))) continue;
      const group = groups.get(code) ?? { rows: [], values: [] };
      groups.set(code, group);
      group.rows.push(rows[place] ?? Number.NaN);
      group.values.push(others.map((column) => column[place] ?? Number.NaN));
    }
  }
  return [...groups.values()].filter(({ rows }) => rows.length > 1);
}
