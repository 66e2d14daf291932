import type { AgentBrief, Finding, Repair, Severity, Text } from '../../workspace/index.ts';
import type { RowSet } from '../facts/rows.ts';
import type { TableFacts } from '../facts/types.ts';
import type { Evidence, Observation } from '../measures/measure.ts';

export type SafeFilter = AgentBrief['safe_filters'][number];

export interface Found {
  readonly finding: Finding;
  /** Conditions that leave the records out, where leaving them out is safe. */
  readonly filters: readonly SafeFilter[];
  /** All records concerned, for a repair; absent where they are not known one by one. */
  readonly affected?: RowSet;
}

/** Turns what a measure saw into findings, and these into advice for an agent. */
export interface FindingRule {
  readonly kind: string;
  /** Id of the measure. */
  readonly measure: string;
  find(observations: readonly Observation[], table: TableFacts): readonly Found[] | Promise<readonly Found[]>;
  /** `false`: a condition on the use, and nothing that an answer must say. */
  readonly mention?: boolean;
  /** What the data should not be used for, given the findings of this kind. */
  avoid?(findings: readonly Finding[]): Text;
}

export interface Parts {
  readonly severity: Severity;
  readonly fields: readonly string[];
  /** Tells findings of one kind apart in their ids, where their one field does not. */
  readonly key?: string;
  readonly message: Text;
  readonly remedy: Text;
  readonly repair?: Repair;
  readonly filters?: readonly Omit<SafeFilter, 'recordSet'>[];
}

/** A finding in the record set of `table`; its id is made of kind, record set and field. */
export function found(kind: string, table: TableFacts, evidence: Evidence, parts: Parts): Found {
  const { filters = [], key, ...rest } = parts;
  const recordSet = table.recordSet.id;
  const [only] = key !== undefined ? [key] : parts.fields.length === 1 ? parts.fields : [];
  return {
    finding: {
      id: [kind, recordSet, ...(only === undefined ? [] : [only])].join(':'),
      kind,
      recordSet,
      count: evidence.count,
      rows: evidence.rows.slice(0, 10),
      ...(evidence.intervals && { intervals: evidence.intervals.slice(0, 10) }),
      ...(evidence.magnitude && { magnitude: evidence.magnitude }),
      ...(evidence.confidence !== undefined && { confidence: evidence.confidence }),
      ...(evidence.query && { query: evidence.query }),
      ...rest,
    },
    ...(evidence.affected && { affected: evidence.affected }),
    filters: filters.map((filter) => ({ recordSet, ...filter })),
  };
}

/** Observations of single fields that have evidence. */
export function withEvidence(observations: readonly Observation[]) {
  return observations.flatMap(({ field, value, evidence }) =>
    field !== undefined && evidence ? [{ field, value, evidence }] : [],
  );
}

/** Cases of all observations, with the field of the observation where they name none. */
export function casesOf(observations: readonly Observation[]) {
  return observations.flatMap(({ field, value, cases = [] }) =>
    cases.map((evidence) => ({
      fields: evidence.fields ?? (field === undefined ? [] : [field]),
      value,
      evidence,
    })),
  );
}
