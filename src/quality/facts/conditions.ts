import { featuresOf } from './label-features.ts';
import { type RepeatedGroup, repeatedGroups } from './repeated-groups.ts';
import type { TableFacts } from './types.ts';

/** Records made under the same conditions, and what they say of a label. */
export interface RepeatedConditions {
  /** Fields that make the condition. */
  readonly fields: readonly string[];
  readonly groups: readonly RepeatedGroup[];
}

/**
 * Records that repeat a condition: equal in the fields that are set and their groups where some are declared, else in all
 * fields that may tell the label. Nothing where records repeat anyway: a table so coarse has no conditions.
 */
export async function repeatedConditions(
  table: TableFacts,
  label: string,
  all: boolean,
): Promise<RepeatedConditions | null> {
  const features = featuresOf(table).map(({ field }) => field);
  const set = all ? [] : features.filter(({ role }) => role === 'setpoint');
  const made =
    set.length > 0 ? features.filter(({ role }) => role === 'setpoint' || role === 'group') : features;
  const fields = made.map(({ id }) => id);
  if (fields.length === 0) return null;
  const { count } = await table.repeats(fields);
  const { repeats_natural, repeats_chance } = table.thresholds;
  if (count === 0 || count > (all ? repeats_chance : repeats_natural) * table.rows) return null;
  return { fields, groups: await repeatedGroups(table, fields, [label], { complete: true }) };
}
