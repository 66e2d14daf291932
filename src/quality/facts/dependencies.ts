import { seeded, shuffle } from '../../methods/random.ts';
import { breathe } from '../breathe.ts';
import { isNumeric } from './field-facts.ts';
import type { FieldFacts, TableFacts } from './types.ts';

/** One field follows from another, but for a few records. */
export interface Dependency {
  readonly from: string;
  readonly to: string;
}

interface Coded {
  readonly id: string;
  readonly codes: Int32Array;
  readonly count: number;
  readonly leads: boolean;
}

/**
 * Fields of few values that follow from another one in the sample: the share of records that would have to go (g3 of Kivinen and
 * Mannila, Theor. Comput. Sci. 149 (1995) 129–149) is small, and small beside what always naming the most frequent value,
 * and what chance, would leave.
 */
export async function dependenciesOf(table: TableFacts): Promise<readonly Dependency[]> {
  const sample = await table.sample();
  const fields: Coded[] = [];
  for (const facts of candidates(table)) {
    fields.push(coded(facts, sample.column(facts.field.id)));
    await breathe();
  }
  const rng = seeded(5);
  const order = Int32Array.from(shuffle(rng, [...sample.rows.keys()]));
  const found: (Dependency & { readonly errors: number })[] = [];
  for (const from of fields) {
    if (!from.leads) continue;
    for (const to of fields) {
      if (to === from) continue;
      const errors = errorsOf(from, to, null, table);
      if (
        errors !== null &&
        errors <= table.thresholds.dependency_strength * (errorsOf(from, to, order, table) ?? 0)
      ) {
        found.push({ from: from.id, to: to.id, errors });
      }
    }
    await breathe();
  }
  // Of two fields that follow from each other, one direction says it.
  return found.filter(
    (one) =>
      !found.some(
        (other) =>
          other.from === one.to &&
          other.to === one.from &&
          (other.errors < one.errors || (other.errors === one.errors && other.from < one.from)),
      ),
  );
}

function candidates({ fields, rows, thresholds }: TableFacts): readonly FieldFacts[] {
  const { dependency_values, dependency_records, most_dependency_fields } = thresholds;
  return fields
    .filter(
      ({ field, distinct }) =>
        distinct !== null &&
        distinct > 1 &&
        distinct <= Math.min(dependency_values, rows / dependency_records) &&
        !['label', 'split', 'time'].includes(field.role ?? '') &&
        !['date', 'datetime', 'time', 'structure'].includes(field.type),
    )
    .slice(0, most_dependency_fields);
}

function coded({ field, distinct }: FieldFacts, column: Float64Array): Coded {
  const names = new Map<number, number>();
  const codes = Int32Array.from(column, (value) => {
    if (Number.isNaN(value)) return -1;
    const known = names.get(value) ?? names.size;
    names.set(value, known);
    return known;
  });
  // What is measured is no key to anything, and a number that nobody explains only where it has few values.
  const named = ['group', 'status', 'identifier'].includes(field.role ?? '');
  const leads =
    !isNumeric(field) || named || (field.role === null && field.type === 'integer' && (distinct ?? 0) <= 50);
  return { id: field.id, codes, count: names.size, leads };
}

/** Records that do not have the most frequent value of their group; `null` where that is no dependency. With `order`: as chance makes it. */
function errorsOf(
  from: Coded,
  to: Coded,
  order: Int32Array | null,
  { thresholds }: TableFacts,
): number | null {
  const counts = new Int32Array(from.count * to.count);
  const totals = new Int32Array(to.count);
  let size = 0;
  for (let place = 0; place < from.codes.length; place += 1) {
    const one = from.codes[place] ?? -1;
    const other = to.codes[order ? (order[place] ?? 0) : place] ?? -1;
    if (one < 0 || other < 0) continue;
    const at = one * to.count + other;
    counts[at] = (counts[at] ?? 0) + 1;
    totals[other] = (totals[other] ?? 0) + 1;
    size += 1;
  }
  let kept = 0;
  for (let one = 0; one < from.count; one += 1) {
    let most = 0;
    for (let other = 0; other < to.count; other += 1)
      most = Math.max(most, counts[one * to.count + other] ?? 0);
    kept += most;
  }
  const errors = size - kept;
  if (order) return errors;
  const base = size - totals.reduce((most, one) => Math.max(most, one), 0);
  const { dependency_errors, dependency_strength } = thresholds;
  return errors <= dependency_errors * size && errors <= dependency_strength * base && base > 0
    ? errors
    : null;
}

/** Rows of the records that break each dependency, over the whole table: those without the most frequent value of their group. */
export async function violationsOf(
  table: TableFacts,
  dependencies: readonly Dependency[],
): Promise<readonly (readonly number[])[]> {
  if (dependencies.length === 0) return [];
  const fields = [...new Set(dependencies.flatMap(({ from, to }) => [from, to]))];
  const places = dependencies.map(({ from, to }) => [fields.indexOf(from), fields.indexOf(to)] as const);
  const tallies = dependencies.map(() => new Map<number, Map<number, number>>());
  for await (const { rows, columns } of table.scan({ fields })) {
    places.forEach(([from, to], one) => {
      const tally = tallies[one];
      for (let place = 0; place < rows.length; place += 1) {
        const [group, value] = [columns[from]?.[place] ?? Number.NaN, columns[to]?.[place] ?? Number.NaN];
        if (Number.isNaN(group) || Number.isNaN(value)) continue;
        const known = tally?.get(group) ?? new Map<number, number>();
        tally?.set(group, known.set(value, (known.get(value) ?? 0) + 1));
      }
    });
  }
  const usual = tallies.map(
    (tally) => new Map([...tally].map(([group, counts]) => [group, mostFrequent(counts)] as const)),
  );
  const violations: number[][] = dependencies.map(() => []);
  for await (const { rows, columns } of table.scan({ fields })) {
    places.forEach(([from, to], one) => {
      for (let place = 0; place < rows.length; place += 1) {
        const [group, value] = [columns[from]?.[place] ?? Number.NaN, columns[to]?.[place] ?? Number.NaN];
        if (Number.isNaN(group) || Number.isNaN(value) || usual[one]?.get(group) === value) continue;
        violations[one]?.push(rows[place] ?? Number.NaN);
      }
    });
  }
  return violations;
}

const mostFrequent = (counts: ReadonlyMap<number, number>): number | undefined =>
  [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0];
