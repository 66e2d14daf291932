import type { MeasureDefinition, Sentence, StandardReference } from '../../workspace/index.ts';
import type { InputCode } from './inputs.ts';

/** One indicator of a standard, in our own words. */
export interface Indicator {
  readonly standard: StandardReference['standard'];
  readonly id: string;
  /** Of the list it stands in: the standard's annex of finer items, or our own extension for tables and time series. */
  readonly part?: 'annex' | 'extension';
  readonly name: Sentence;
  readonly dimension: Sentence;
  readonly formula: Sentence;
  readonly direction: MeasureDefinition['direction'];
  /** What must be known for it to be measured. */
  readonly inputs: readonly InputCode[];
  /** Codes of `reasonCodes` for why there is no value, the weightiest first. */
  readonly reasons: readonly string[];
  /** Where id and meaning are from. */
  readonly source: Sentence;
  /** `reported`: two independent sources or more agree on id and meaning. */
  readonly basis: StandardReference['basis'];
  /** Id of the same indicator in ISO/IEC 25024, from which ISO/IEC 5259-2 took it over. */
  readonly origin?: string;
  /** Of an extension: the measures that compute it. */
  readonly measures?: readonly string[];
}

type Shared = Pick<Indicator, 'standard' | 'dimension' | 'basis' | 'source'> &
  Partial<Pick<Indicator, 'part'>>;
type Row = Omit<Indicator, keyof Shared | 'direction'> & Partial<Indicator>;

/** The indicators of one dimension; a row may overrule what they share. Higher is better unless it says otherwise. */
export function dimensionOf(shared: Shared, rows: readonly Row[]): readonly Indicator[] {
  return rows.map((row) => ({ direction: 'higher_is_better', ...shared, ...row }));
}
