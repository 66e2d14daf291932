import { z } from 'zod';
import {
  coverages,
  crosswalk,
  inputs,
  measureDefinitions,
  reasonCodes,
  type StandardName,
  standards,
} from '../../quality/index.ts';

const text = z.object({ zh: z.string(), en: z.string() });
const standard = z.enum(Object.values(standards));
const basis = z.enum(['reported', 'unverified']);
const direction = z.enum(['higher_is_better', 'lower_is_better']);

/** What `zhuji measures --json` prints. */
export const measureListing = z.object({
  measures: z.array(
    z.object({
      id: z.string(),
      version: z.int(),
      name: text,
      formula: text,
      direction,
      standards: z.array(z.object({ standard, id: z.string(), basis })),
      requires: z.array(z.string()),
    }),
  ),
  indicators: z.array(
    z.object({
      standard,
      id: z.string(),
      part: z.enum(['annex', 'extension']).nullable(),
      name: text,
      dimension: text,
      formula: text,
      direction,
      inputs: z.array(text),
      reasons: z.array(z.string()),
      basis,
      source: text,
      coverage: z.enum(coverages),
      reason: z.string().nullable(),
      reason_text: text.nullable(),
      measures: z.array(z.object({ id: z.string(), basis })),
      counterparts: z.array(z.object({ standard, id: z.string() })),
    }),
  ),
});
export type MeasureListing = z.output<typeof measureListing>;

const both = ({
  zh = '',
  en = '',
}: {
  readonly zh?: string | undefined;
  readonly en?: string | undefined;
}) => ({
  zh,
  en,
});

/** Measures and indicators of one standard, or of all. */
export function listMeasures(name: StandardName | undefined): MeasureListing {
  const wanted = name === undefined ? undefined : standards[name];
  const rows = crosswalk().filter(({ indicator }) => wanted === undefined || indicator.standard === wanted);
  const computing = new Set(rows.flatMap((row) => row.measures.map(({ id }) => id)));
  return {
    measures: measureDefinitions
      .filter(({ id }) => wanted === undefined || computing.has(id))
      .map((one) => ({
        id: one.id,
        version: one.version,
        name: both(one.name),
        formula: both(one.formula),
        direction: one.direction,
        standards: one.standards.map((reference) => ({ ...reference })),
        requires: [...one.requires],
      })),
    indicators: rows.map(({ indicator, coverage, reason, ...row }) => ({
      standard: indicator.standard,
      id: indicator.id,
      part: indicator.part ?? null,
      name: indicator.name,
      dimension: indicator.dimension,
      formula: indicator.formula,
      direction: indicator.direction,
      inputs: indicator.inputs.map((code) => inputs[code]),
      reasons: [...indicator.reasons],
      basis: indicator.basis,
      source: indicator.source,
      coverage,
      reason,
      reason_text: reason === null ? null : both(reasonCodes[reason] ?? { zh: reason, en: reason }),
      measures: row.measures.map((one) => ({ ...one })),
      counterparts: row.counterparts.map((one) => ({ ...one })),
    })),
  };
}
