import type { MeasureDefinition, MeasureResult } from './measure.ts';
import type { Scalar, TableQuery } from './tables.ts';
import type { Text } from './text.ts';

export const verdicts = ['fit', 'fit_with_conditions', 'unfit', 'unknown'] as const;
export type Verdict = (typeof verdicts)[number];

export interface Gate {
  readonly id: string;
  readonly name: Text;
  readonly passed: boolean | null;
  readonly reason: Text;
}

export type Severity = 'info' | 'minor' | 'major' | 'critical';

/** A stretch of neighbouring records. */
export interface Interval {
  /** Source rows of the first and the last record. */
  readonly from: number;
  readonly to: number;
  /** Their times, where the record set has a time field: ISO 8601, or a number in its unit. */
  readonly start?: string | number;
  readonly end?: string | number;
  /** The series it lies in, e.g. `machine M3`, where the record set has several. */
  readonly series?: string;
}

export const repairActions = [
  'drop_records',
  'drop_repeats',
  'set_missing',
  'convert_unit',
  'sort_by_time',
  'shift_time',
  'drop_field',
  'set_value',
] as const;
export type RepairAction = (typeof repairActions)[number];

/** A remedy that `zhuji repair` can apply; a new version comes of it, and nothing changes in place. */
export interface Repair {
  readonly action: RepairAction;
  /** What is lost by it. */
  readonly loses: Text;
  /** The repaired data still show what was there. */
  readonly reversible: boolean;
  /** E.g. `factor` and `offset` of a conversion. */
  readonly parameters?: Readonly<Record<string, Scalar>>;
}

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
  /** At most ten, longest first, where the records lie together. */
  readonly intervals?: readonly Interval[];
  /** How strong it is, e.g. 4.2 standard deviations, a factor of 1000, 3600 s. */
  readonly magnitude?: { readonly value: number; readonly unit: string };
  /** How sure, from 0 to 1, where it was inferred and not counted. */
  readonly confidence?: number;
  readonly message: Text;
  readonly remedy: Text;
  readonly repair?: Repair;
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
    readonly value?: Scalar | readonly Scalar[];
  }[];
}

/** How a scenario's demand is met. */
export interface RequirementResult {
  /** Id of the requirement. */
  readonly id: string;
  readonly kind: string;
  readonly level: 'required' | 'wanted';
  readonly description: Text;
  readonly source: string;
  readonly status: 'met' | 'partly' | 'missing' | 'not_measured';
  /** `record_set.field` that meets it, or nearly does. */
  readonly by?: string;
  readonly target?: { readonly op: string; readonly value: number; readonly unit: string };
  readonly actual?: number;
  readonly reason: Text;
}

/** Something nobody declared and the values suggest; it counts for nothing until it is accepted. */
export interface Proposal {
  /** E.g. `unit:records.temp`. */
  readonly id: string;
  readonly recordSet: string;
  /** Absent: of the record set. */
  readonly field?: string;
  readonly property: 'unit' | 'role' | 'range' | 'interval' | 'values' | 'key' | 'rule' | 'references';
  /** In the form of a declaration. */
  readonly value: unknown;
  /** From 0 to 1. */
  readonly confidence: number;
  readonly reason: Text;
}

/** Parts of one record set to look at: up to 60 windows of equally many records, in order. */
export interface TablePicture {
  readonly recordSet: string;
  readonly rows: number;
  /** First row of each window. */
  readonly windows: readonly number[];
  readonly distributions: readonly {
    readonly field: string;
    /** Of numbers: one more edge than counts; equal widths within the robust limits, the tails in the outer bins. */
    readonly edges?: readonly number[];
    /** Of the rest: the most frequent values. */
    readonly values?: readonly string[];
    readonly counts: readonly number[];
    /** Records that have another value than `values`. */
    readonly others?: number;
  }[];
  /** Share of missing values per window, of fields that miss any. */
  readonly missing: readonly { readonly field: string; readonly shares: readonly number[] }[];
  /** Mean per window, of measurements; `null` where there is no value. */
  readonly levels: readonly { readonly field: string; readonly means: readonly (number | null)[] }[];
  /** Records per equal stretch of time, of each of the first 30 series. */
  readonly coverage?: {
    readonly field: string;
    readonly start: string | number;
    readonly end: string | number;
    readonly series: readonly { readonly name: string; readonly counts: readonly number[] }[];
  };
}

export interface QualityReport {
  readonly schemaVersion: '2';
  readonly dataset: string;
  /** Content hash of the dataset version that was measured. */
  readonly hash: string;
  /** Scenario that the verdict is for; `null`: for general use. */
  readonly scenario: string | null;
  readonly verdict: Verdict;
  /** How the scenario's demands are met; empty for general use. */
  readonly requirements: readonly RequirementResult[];
  readonly gates: readonly Gate[];
  readonly measures: readonly MeasureResult[];
  readonly findings: readonly Finding[];
  readonly proposals: readonly Proposal[];
  readonly pictures: readonly TablePicture[];
  readonly brief: AgentBrief;
  /** Program and version that measured. */
  readonly tool: string;
  readonly seconds: number;
  /** ISO 8601, UTC. */
  readonly measuredAt: string;
  /** Name of the profile of thresholds that was applied. */
  readonly profile: string;
  /** The thresholds themselves. */
  readonly thresholds: Readonly<Record<string, number>>;
  /** Of indicators within a dimension, for the assessment forms; a verdict rests on none of them. */
  readonly weights: Readonly<Record<string, number>>;
  readonly definitions: readonly MeasureDefinition[];
}

export interface QualityOptions {
  /** Id of the scenario that the verdict is for; default: general use. */
  readonly scenario?: string;
}

/** Quality reports of a workspace. A report that is stale is measured anew. Errors: `not_found` (dataset, scenario). */
export interface Quality {
  report(dataset: string, options?: QualityOptions): Promise<QualityReport>;
}
