import type { ComparedReport, QualityReport } from '../../workspace/index.ts';

export function headOf(report: QualityReport): ComparedReport {
  const { dataset, hash, verdict, scenario, profile, tool, measuredAt } = report;
  return { dataset, hash, verdict, scenario, profile, tool, measuredAt };
}

/** Records of each record set that was read. */
export function rowsOf({ pictures }: QualityReport): Readonly<Record<string, number>> {
  return Object.fromEntries(pictures.map(({ recordSet, rows }) => [recordSet, rows]));
}
