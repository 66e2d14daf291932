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

/** A place in a standard that a measure answers to. `unverified`: one secondary source, or our own assignment. */
export interface StandardReference {
  readonly standard: 'TC609-5-2025-04' | 'GB/T 36344-2018' | 'ISO/IEC 5259-2:2024';
  readonly id: string;
  readonly basis: 'reported' | 'unverified';
}

/** What a measure means: printed with its values. */
export interface MeasureDefinition {
  readonly id: string;
  /** Goes up when the same data would give another value. */
  readonly version: number;
  readonly name: Text;
  readonly formula: Text;
  readonly direction: 'higher_is_better' | 'lower_is_better';
  readonly standards: readonly StandardReference[];
  /** What must be known for it to be measured. */
  readonly requires: readonly string[];
}

export interface MeasureResult {
  readonly id: string;
  readonly name: Text;
  /** `''`: the dataset as a whole. */
  readonly recordSet: string;
  readonly field?: string;
  readonly result: MeasureValue;
  /** Records read, where not all of them were. */
  readonly scanned?: number;
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
  /** `''`: the dataset as a whole. */
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
  /** The thresholds themselves. */
  readonly thresholds: Readonly<Record<string, number>>;
  readonly definitions: readonly MeasureDefinition[];
}

/** Quality reports of a workspace. A report that is stale is measured anew. Errors: `not_found`. */
export interface Quality {
  report(dataset: string): Promise<QualityReport>;
}
