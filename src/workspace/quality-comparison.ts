import type { MeasureDefinition } from './measure.ts';
import type { Finding, QualityReport, Severity } from './quality.ts';
import type { Text } from './text.ts';

/** One of two reports that are compared. */
export type ComparedReport = Pick<
  QualityReport,
  'dataset' | 'hash' | 'verdict' | 'scenario' | 'profile' | 'tool' | 'measuredAt'
>;

/** A measure that has another value than before. */
export interface MovedMeasure {
  readonly id: string;
  readonly name: Text;
  readonly recordSet: string;
  readonly field?: string;
  /** `null`: not measured. */
  readonly before: number | null;
  readonly after: number | null;
  /** By the measure's direction; `null` where one of the values is missing. */
  readonly better: boolean | null;
}

/** What is different between two reports of a dataset, e.g. of two versions, or of a dataset and its repair. */
export interface ReportComparison {
  readonly before: ComparedReport;
  readonly after: ComparedReport;
  /** The largest change first; measures that are there only once come last. */
  readonly moved: readonly MovedMeasure[];
  /** Measures with the same value in both. */
  readonly unmoved: number;
  readonly gone: readonly Finding[];
  readonly appeared: readonly Finding[];
  readonly kept: readonly { readonly before: Finding; readonly after: Finding }[];
  /** Records of each record set; `null`: it is not there, or could not be read. */
  readonly rows: readonly {
    readonly recordSet: string;
    readonly before: number | null;
    readonly after: number | null;
  }[];
  /** Why the numbers may differ for another reason than the data. */
  readonly cautions: readonly Text[];
}

/** A report in the history of a dataset, in short. */
export interface TrendPoint extends ComparedReport {
  readonly findings: Readonly<Record<Severity, number>>;
  /** Records of each record set. */
  readonly rows: Readonly<Record<string, number>>;
  /** Of each record set; of a measure of fields, the worst of its values. */
  readonly measures: readonly {
    readonly id: string;
    readonly version: number;
    readonly name: Text;
    readonly direction: MeasureDefinition['direction'];
    readonly recordSet: string;
    readonly value: number;
  }[];
}
