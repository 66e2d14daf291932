import type { DatasetEntry, QualityReport, ScenarioEntry, Sentence, Text } from '../../../workspace/index.ts';
import type { LabelAccuracy } from '../../annotation/index.ts';

/** What one comparison of an evaluation says, with the dataset (`after`) and without it (`before`). */
export interface EvaluationEvidence {
  readonly scenario: string;
  readonly agent: string;
  readonly model: { readonly kind: string; readonly name: string };
  readonly before: { readonly arm: string; readonly score: number | null };
  readonly after: { readonly arm: string; readonly score: number | null };
  readonly difference: EstimateInterval | null;
  readonly items: number;
  readonly verdict: string;
  readonly startedAt: string;
}

export interface EstimateInterval {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  readonly level: number;
}

/** What an assessment rests on beside the report. */
export interface AssessmentInputs {
  /** Inspected labels, for indicator 0304. */
  readonly inspection?: LabelAccuracy;
  /** For indicator 0305. */
  readonly evaluation?: EvaluationEvidence;
  /** Why an evaluation that there is does not count, e.g. that it is of another version. */
  readonly noEvaluation?: Sentence;
  /** The register, for the scenarios that name the dataset. */
  readonly scenarios?: readonly ScenarioEntry[];
}

export interface AssessmentSource extends AssessmentInputs {
  readonly report: QualityReport;
  readonly entry: DatasetEntry;
}

export type IndicatorResult =
  | {
      readonly status: 'measured';
      readonly value: number;
      readonly numerator: number;
      readonly denominator: number;
      readonly interval?: EstimateInterval;
    }
  /** `with` − `without` the dataset, on a scale of the evaluation's scores from 0 to 1. */
  | {
      readonly status: 'difference';
      readonly value: number;
      readonly with: number | null;
      readonly without: number | null;
      readonly interval: EstimateInterval;
    }
  | {
      readonly status: 'not_measured';
      readonly reason: string;
      readonly why: Text;
      /** What has to be there for it to be measured. */
      readonly missing: readonly Text[];
    };

/** Where a figure is from: a place in a file of the evidence bundle. */
export interface EvidenceReference {
  readonly what: Text;
  /** File and JSON pointer, e.g. `report.json#/measures/3`. */
  readonly place: string;
}

/** One of the five things that documentation should say. */
export interface DocumentedAspect {
  readonly name: Sentence;
  readonly known: boolean;
  /** Property of the metadata that says it; `''` where the metadata have no place for it. */
  readonly from: string;
}

export interface IndicatorFinding {
  readonly result: IndicatorResult;
  readonly evidence: readonly EvidenceReference[];
  readonly note?: Sentence;
  readonly aspects?: readonly DocumentedAspect[];
}

export interface FormIndicator extends IndicatorFinding {
  readonly id: string;
  readonly name: Sentence;
  readonly formula: Sentence;
  /** Where id and meaning of the indicator are from. */
  readonly source: Sentence;
  readonly basis: 'reported' | 'unverified';
  /** Share in its dimension, by the profile. */
  readonly weight: number;
  /** Whether it counts towards the dimension's score. */
  readonly scored: boolean;
}

export interface FormDimension {
  readonly id: string;
  readonly name: Sentence;
  /** From one submission's plan. */
  readonly weight: { readonly value: number; readonly basis: 'unverified' };
  readonly indicators: readonly FormIndicator[];
  /** Weighted mean of what was measured, 0 to 100; `null` where nothing was. */
  readonly score: number | null;
  /** Share of the weights that was measured. */
  readonly covered: number;
  /** What the score would be if all that was not measured were at its worst, and at its best. */
  readonly bounds: { readonly low: number; readonly high: number };
  /** Against the convention of 90; `null` where what was not measured decides. */
  readonly reaches: boolean | null;
}

export interface AssessmentForm {
  readonly formVersion: '1';
  readonly standard: 'TC609-5-2025-04';
  readonly dataset: {
    readonly id: string;
    readonly title: Text;
    readonly version: string;
    readonly hash: string;
    readonly license: string | null;
    readonly records: number;
    readonly files: number;
  };
  readonly scenario: string | null;
  readonly verdict: QualityReport['verdict'];
  readonly tool: string;
  readonly measuredAt: string;
  readonly profile: string;
  /** Score of each dimension from which a dataset passes, by one submission; no text of the specification was at hand. */
  readonly convention: { readonly score: 90; readonly basis: 'unverified' };
  readonly dimensions: readonly FormDimension[];
  readonly notes: readonly Sentence[];
}
