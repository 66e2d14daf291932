import { z } from 'zod';
import { type QualityReport, verdicts } from '../../workspace/index.ts';
import { trendPointOf } from '../compare/index.ts';

/** Findings of one report that a line names at most. */
const mostFindings = 500;

const count = z.int().nonnegative();

/** What a line of a history holds. */
export const lineSchema = z.object({
  /** What the report depended on besides the data. */
  basis: z.string(),
  dataset: z.string(),
  hash: z.string(),
  /** As the publisher gives it; `''` where none was. */
  version: z.string(),
  measuredAt: z.iso.datetime(),
  tool: z.string(),
  profile: z.string(),
  verdict: z.enum(verdicts),
  scenario: z.string().nullable(),
  rows: z.record(z.string(), z.number()),
  severities: z.object({ critical: count, major: count, minor: count, info: count }),
  /** Of each record set; of a measure of fields, the worst of its values and its field. */
  measures: z.array(
    z.object({
      id: z.string(),
      version: z.int(),
      recordSet: z.string(),
      field: z.string().optional(),
      value: z.number(),
    }),
  ),
  findings: z.array(z.object({ id: z.string(), count })),
});
export type HistoryLine = z.infer<typeof lineSchema>;

/** A report in short. */
export function lineOf(report: QualityReport, version: string, basis: string): HistoryLine {
  const { findings: severities, measures, ...head } = trendPointOf(report);
  const fieldOf = ({ id, recordSet, value }: (typeof measures)[number]): string | undefined =>
    report.measures.find(
      (one) =>
        one.id === id &&
        one.recordSet === recordSet &&
        one.result.status === 'measured' &&
        one.result.value === value,
    )?.field;
  return {
    basis,
    ...head,
    version,
    severities,
    measures: measures.map((measure) => {
      const { id, version: definition, recordSet, value } = measure;
      const field = fieldOf(measure);
      return { id, version: definition, recordSet, ...(field !== undefined && { field }), value };
    }),
    findings: report.findings.slice(0, mostFindings).map(({ id, count }) => ({ id, count })),
  };
}
