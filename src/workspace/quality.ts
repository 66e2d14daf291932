import type { TableQuery } from './tables.ts';
import type { Text } from './text.ts';

export const verdicts = ['fit', 'fit_with_conditions', 'unfit', 'unknown'] as const;
export type Verdict = (typeof verdicts)[number];

/** A measure's value, or why there is none. */
export type MeasureValue =
  | {
      readonly status: 'measured';
      readonly value: number;
      readonly numerator: number;
      readonly denominator: number;
    }
  | {
      readonly status: 'not_measured';
      readonly reason: string;
      readonly missing: readonly string[];
    };

export interface MeasureResult {
  readonly id: string;
  readonly name: Text;
  readonly recordSet: string;
  readonly field?: string;
  readonly result: MeasureValue;
}

export interface Gate {
  readonly id: string;
  readonly name: Text;
  readonly passed: boolean | null;
  readonly reason: Text;
}

export type Severity = 'info' | 'minor' | 'major' | 'critical';

export interface Finding {
  /** Stable within a dataset version, e.g. `duplicate_rows:records`. */
  readonly id: string;
  readonly kind: string;
  readonly severity: Severity;
  readonly recordSet: string;
  readonly fields: readonly string[];
  /** How many records are concerned. */
  readonly count: number;
  /** At most ten source row numbers. */
  readonly rows: readonly number[];
  readonly message: Text;
  readonly remedy: Text;
  /** A query that shows the records concerned, where one can be put as a structured query. */
  readonly query?: TableQuery;
}

/** What an agent must know before it uses the dataset. */
export interface AgentBrief {
  readonly use_for: readonly Text[];
  readonly do_not_use_for: readonly Text[];
  readonly must_mention: readonly Text[];
  /** Conditions that leave out the records with findings. */
  readonly safe_filters: readonly {
    readonly recordSet: string;
    readonly field: string;
    readonly op: string;
    readonly value?: string | number | boolean;
  }[];
}

export interface QualityReport {
  readonly schemaVersion: '1';
  readonly dataset: string;
  /** Content hash of the dataset version that was measured. */
  readonly hash: string;
  /** Scenario that the verdict is for; `null`: for general use. */
  readonly scenario: string | null;
  readonly verdict: Verdict;
  readonly gates: readonly Gate[];
  readonly measures: readonly MeasureResult[];
  readonly findings: readonly Finding[];
  readonly brief: AgentBrief;
  /** ISO 8601, UTC. */
  readonly measuredAt: string;
  /** Name of the profile of thresholds that was applied. */
  readonly profile: string;
}

/** Quality reports of a workspace. A report that is stale is measured anew. Errors: `not_found`. */
export interface Quality {
  report(dataset: string): Promise<QualityReport>;
}
