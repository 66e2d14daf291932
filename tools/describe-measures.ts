import { z } from 'zod';
import { type Language, type MeasureResult, type QualityReport, textIn } from '../src/workspace/index.ts';

/** Fields named of a measure of fields. */
const mostWorst = 3;

export const measureSchema = z.object({
  id: z.string(),
  name: z.string(),
  record_set: z.string(),
  value: z.number().optional().describe('Of the record set as a whole'),
  numerator: z.number().optional(),
  denominator: z.number().optional(),
  fields: z.number().int().optional().describe('Fields with a value of their own'),
  worst: z
    .array(z.object({ field: z.string(), value: z.number() }))
    .optional()
    .describe('Of these, the worst three that fall short'),
  not_measured: z.record(z.string(), z.number().int()).optional().describe('How often, by reason'),
});
type Described = z.infer<typeof measureSchema>;

/** One item per measure and record set, those that fall short the most first, those that were not measured last. */
export function describeMeasures({ measures, definitions }: QualityReport, language: Language): Described[] {
  const groups = new Map<string, MeasureResult[]>();
  for (const one of measures) {
    const key = JSON.stringify([one.recordSet, one.id]);
    const group = groups.get(key) ?? [];
    group.push(one);
    groups.set(key, group);
  }
  const described = [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const up = definitions.find(({ id }) => id === first.id)?.direction !== 'lower_is_better';
    return [describeGroup(first, group, up, language)];
  });
  return described.toSorted((a, b) => b.shortfall - a.shortfall).map(({ measure }) => measure);
}

function describeGroup(
  { id, name, recordSet }: MeasureResult,
  group: readonly MeasureResult[],
  up: boolean,
  language: Language,
): { measure: Described; shortfall: number } {
  const shortfallOf = (value: number) => (up ? 1 - value : value);
  const values = group.flatMap(({ field, result }) =>
    field !== undefined && result.status === 'measured' ? [{ field, value: result.value }] : [],
  );
  const whole = group.find(({ field }) => field === undefined)?.result;
  const reasons: Record<string, number> = {};
  for (const { result } of group) {
    if (result.status === 'not_measured') reasons[result.reason] = (reasons[result.reason] ?? 0) + 1;
  }
  const worst = values
    .filter(({ value }) => shortfallOf(value) !== 0)
    .sort((a, b) => shortfallOf(b.value) - shortfallOf(a.value))
    .slice(0, mostWorst);
  const all = [...worst.map(({ value }) => value), ...(whole?.status === 'measured' ? [whole.value] : [])];
  const isMeasured = values.length > 0 || whole?.status === 'measured';
  return {
    measure: {
      id,
      name: textIn(name, language),
      record_set: recordSet,
      ...(whole?.status === 'measured' && {
        value: whole.value,
        numerator: whole.numerator,
        denominator: whole.denominator,
      }),
      ...(values.length > 0 && { fields: values.length }),
      ...(worst.length > 0 && { worst }),
      ...(Object.keys(reasons).length > 0 && { not_measured: reasons }),
    },
    shortfall: isMeasured ? all.reduce((most, value) => Math.max(most, shortfallOf(value)), 0) : -1,
  };
}
