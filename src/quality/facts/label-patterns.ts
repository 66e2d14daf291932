import type { FieldFacts, TableFacts } from './types.ts';

/** Labels that are almost exactly set where one of others is. */
export interface Implication {
  readonly label: string;
  readonly causes: readonly string[];
  /** Records with the label and no cause, and with a cause and no label. */
  readonly without: readonly number[];
  readonly unmarked: readonly number[];
  readonly records: number;
}

/** Fields in a pattern; more of them do not fit a number's bits. */
const mostFlags = 24;

/** Fields of two values that are 0 and 1, false and true. */
export function flagsOf({ fields }: TableFacts): readonly FieldFacts[] {
  return fields
    .filter(
      ({ field, distinct, min, max }) =>
        distinct === 2 &&
        (field.role === 'label' || field.role === null) &&
        (field.type === 'boolean' || (field.type === 'integer' && min === 0 && max === 1)),
    )
    .slice(0, mostFlags);
}

/** Looks for labels that others make up; over all records, in two scans. */
export async function implicationsOf(table: TableFacts): Promise<readonly Implication[]> {
  const flags = flagsOf(table).map(({ field }) => field.id);
  if (flags.length < 3) return [];
  const patterns = new Map<number, number>();
  for await (const { rows, columns } of table.scan({ fields: flags })) {
    for (let place = 0; place < rows.length; place += 1) {
      const pattern = patternAt(columns, place);
      if (pattern >= 0) patterns.set(pattern, (patterns.get(pattern) ?? 0) + 1);
    }
  }
  const found = flags.flatMap((_, label) => causesOf(patterns, flags.length, label, table) ?? []);
  if (found.length === 0) return [];
  const rows = found.map(() => ({ without: [] as number[], unmarked: [] as number[] }));
  let records = 0;
  for await (const batch of table.scan({ fields: flags })) {
    for (let place = 0; place < batch.rows.length; place += 1) {
      const pattern = patternAt(batch.columns, place);
      if (pattern < 0) continue;
      records += 1;
      found.forEach(({ label, causes }, one) => {
        const [set, caused] = [(pattern >> label) & 1, (pattern & causes) === 0 ? 0 : 1];
        if (set === caused) return;
        (set === 1 ? rows[one]?.without : rows[one]?.unmarked)?.push(batch.rows[place] ?? Number.NaN);
      });
    }
  }
  return found.map(({ label, causes }, one) => ({
    label: flags[label] ?? '',
    causes: flags.filter((_, bit) => (causes >> bit) & 1),
    without: rows[one]?.without ?? [],
    unmarked: rows[one]?.unmarked ?? [],
    records,
  }));
}

/** A bit for each field; -1 where one is missing. */
function patternAt(columns: readonly Float64Array[], place: number): number {
  let pattern = 0;
  for (let bit = 0; bit < columns.length; bit += 1) {
    const value = columns[bit]?.[place] ?? Number.NaN;
    if (Number.isNaN(value)) return -1;
    if (value !== 0) pattern |= 1 << bit;
  }
  return pattern;
}

/** The others of which one is set where `label` is, but for a few records; those that fit worst are left out one by one. */
function causesOf(
  patterns: ReadonlyMap<number, number>,
  flags: number,
  label: number,
  { thresholds }: TableFacts,
): { readonly label: number; readonly causes: number } | null {
  const total = (test: (pattern: number) => boolean): number =>
    [...patterns].reduce((sum, [pattern, count]) => (test(pattern) ? sum + count : sum), 0);
  const isSet = (pattern: number): boolean => ((pattern >> label) & 1) === 1;
  const set = total(isSet);
  const rarer = Math.min(
    set,
    total((pattern) => !isSet(pattern)),
  );
  const errors = (causes: number): number =>
    total((pattern) => isSet(pattern) !== ((pattern & causes) !== 0));
  const bits = Array.from({ length: flags }, (_, bit) => 1 << bit).filter((_, bit) => bit !== label);
  let causes = bits.reduce((mask, bit) => mask | bit, 0);
  let wrong = errors(causes);
  while (wrong > thresholds.implication_errors * rarer) {
    const fewer = bits
      .filter((bit) => (causes & bit) !== 0)
      .map((bit) => ({ mask: causes & ~bit, wrong: errors(causes & ~bit) }))
      .toSorted((a, b) => a.wrong - b.wrong)[0];
    if (!fewer || fewer.mask === 0 || fewer.wrong >= wrong) return null;
    ({ mask: causes, wrong } = fewer);
  }
  // Two causes at least that each set it alone: one would be the label under another name.
  const alone = bits.filter((bit) => total((pattern) => isSet(pattern) && (pattern & causes) === bit) > 0);
  return wrong > 0 && alone.length >= 2 ? { label, causes } : null;
}
