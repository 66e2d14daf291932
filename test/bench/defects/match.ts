import type { DefectInterval, DefectTruth } from '../../../src/simulation/defects/index.ts';
import type { Finding, Interval } from '../../../src/workspace/index.ts';
import { kindPlans } from './kinds.ts';

/** One (kind, fields) of a report; a report of the undamaged data that has it excuses it. */
export const keyOf = ({ kind, fields }: Finding): string => `${kind}:${fields.toSorted().join('+')}`;

const sameSeries = ({ series }: Interval, { group }: DefectInterval): boolean =>
  series === undefined || group === undefined || series.split(/[\s,;·]+/).includes(String(group.value));

/** Whether the finding points into the damaged stretch: by an interval, or else by a row. */
function overlaps({ intervals = [], rows }: Finding, truth: DefectTruth): boolean {
  if (intervals.length === 0) {
    const damaged = new Set(truth.rows);
    return rows.some((row) => damaged.has(row));
  }
  return intervals.some((own) =>
    truth.intervals.some((other) => own.from <= other.to && other.from <= own.to && sameSeries(own, other)),
  );
}

function namesPlace(finding: Finding, truth: DefectTruth): boolean {
  return truth.fields.length === 0 || truth.fields.some((field) => finding.fields.includes(field));
}

/** `found`: the defect by its name, at its place; `follows`: true of it; `elsewhere`: neither. */
export function matchOf(finding: Finding, truth: DefectTruth): 'found' | 'follows' | 'elsewhere' {
  const { finds, follows, stretch } = kindPlans[truth.kind];
  const here = namesPlace(finding, truth);
  if (here && finds.includes(finding.kind) && !(stretch && !overlaps(finding, truth))) return 'found';
  // What was done to whole records shows in every field.
  const near = here || truth.origin !== undefined;
  return near && follows.includes(finding.kind) ? 'follows' : 'elsewhere';
}

/** Whether a report of the undamaged data says already what would be looked for, so that finding it proves nothing. */
export function saidBefore(findings: readonly Finding[], truth: DefectTruth): boolean {
  return findings.some((finding) => matchOf(finding, truth) === 'found');
}

/** Share of the rows that a finding names which were damaged; `null` where it names none. */
export function rowShare({ rows }: Finding, truth: DefectTruth): number | null {
  const damaged = new Set(truth.rows);
  return rows.length === 0 ? null : rows.filter((row) => damaged.has(row)).length / rows.length;
}
