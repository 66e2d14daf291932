import type { Text } from './text.ts';

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
  readonly standard: 'TC609-5-2025-04' | 'GB/T 36344-2018' | 'ISO/IEC 5259-2:2024' | 'ISO/IEC 25024:2015';
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
