import { examineDataset } from '../../../src/quality/check-dataset.ts';
import type { TestVector } from '../../../src/quality/index.ts';
import type { Cell, Finding, QualityReport } from '../../../src/workspace/index.ts';
import { madeDataset } from '../made-dataset.ts';

export type Fields = TestVector['fields'];

/** Report of a made table, with all rows that each finding concerns. */
export async function examined(
  fields: Fields,
  rows: readonly (readonly Cell[])[],
  recordSet: TestVector['recordSet'] = {},
) {
  const { report, found } = await examineDataset('made', await madeDataset({ fields, rows, recordSet }));
  const affected = (kind: string) => found.find(({ finding }) => finding.kind === kind)?.affected;
  return { report, affected, ...findingsOf(report) };
}

export function findingsOf(report: QualityReport) {
  return {
    finding: (kind: string): Finding | undefined => report.findings.find((one) => one.kind === kind),
    kinds: report.findings.map(({ kind }) => kind),
  };
}
