import type {
  Cell,
  Field,
  FieldRole,
  FieldType,
  Finding,
  Interval,
  MeasureDefinition,
  MeasureValue,
  RecordSet,
  StandardReference,
  TableQuery,
} from '../../workspace/index.ts';
import type { RepeatedExtreme } from '../facts/repeated-extreme.ts';
import { type RowSet, rowSet } from '../facts/rows.ts';
import type { TableFacts } from '../facts/types.ts';
import type { Fold } from '../folds/fold.ts';

/** Which records a value rests on, for a finding to name them. */
export interface Evidence {
  readonly count: number;
  /** Source rows; a finding shows the first ten. */
  readonly rows: readonly number[];
  /** All of them, for a repair; absent where they are not known one by one. */
  readonly affected?: RowSet;
  readonly intervals?: readonly Interval[];
  readonly magnitude?: Finding['magnitude'];
  readonly confidence?: number;
  readonly query?: TableQuery;
  /** What it concerns, where the observation is not of one field. */
  readonly fields?: readonly string[];
  /** What a message needs besides: limits, class names, intervals. */
  readonly detail?: Readonly<Record<string, string | number>>;
}

export interface Observation {
  /** Absent: the record set as a whole. */
  readonly field?: string;
  readonly value: MeasureValue;
  readonly scanned?: number;
  readonly evidence?: Evidence;
  readonly repeated?: RepeatedExtreme;
  /** Several things found under one value, e.g. one for each rule: each is a finding of its own. */
  readonly cases?: readonly Evidence[];
}

/** A small table and what the measure must say of it, by hand or from the cited source. Any engine must agree. */
export interface TestVector {
  readonly fields: readonly {
    readonly id: string;
    readonly type: FieldType;
    readonly role?: FieldRole;
    readonly range?: { readonly min?: number; readonly max?: number };
    readonly unit?: string;
    /** What else is declared of it. */
    readonly declared?: Partial<Field>;
  }[];
  /** What is declared of the record set. */
  readonly recordSet?: Partial<RecordSet>;
  readonly rows: readonly (readonly Cell[])[];
  readonly expected: readonly { readonly field?: string; readonly value: number | string }[];
  readonly source: string;
}

/** One measure of one record set; the vectors' `expected` are values, or reasons why there is none. */
export interface Measure extends MeasureDefinition {
  /** What it asks of the pass over the records. */
  readonly folds?: readonly Fold<unknown>[];
  observe(table: TableFacts): Promise<readonly Observation[]>;
  readonly vector: TestVector;
}

/** `rows` with a query that shows them, the first thousand where there are more. */
export function placed(table: TableFacts, rows: readonly number[]) {
  const where = [{ field: 'row', op: 'in', value: rows.slice(0, 1000) } as const];
  return { rows, affected: rowSet(rows), query: table.question({ where }) };
}

/** `numerator / denominator`, not measured where there is nothing to count. */
export function ratio(numerator: number, denominator: number): MeasureValue {
  return denominator > 0
    ? { status: 'measured', value: numerator / denominator, numerator, denominator }
    : notMeasured('no_values', ['values']);
}

/** `reason` is a code; `missing` names what would have to be known. */
export function notMeasured(reason: string, missing: readonly string[]): MeasureValue {
  return { status: 'not_measured', reason, missing };
}

export function tc609(id: string, basis: StandardReference['basis'] = 'unverified'): StandardReference {
  return { standard: 'TC609-5-2025-04', id, basis };
}

export function gbt36344(id: string, basis: StandardReference['basis'] = 'reported'): StandardReference {
  return { standard: 'GB/T 36344-2018', id, basis };
}

export function iso5259(id: string, basis: StandardReference['basis'] = 'unverified'): StandardReference {
  return { standard: 'ISO/IEC 5259-2:2024', id, basis };
}

export function iso25024(id: string, basis: StandardReference['basis'] = 'unverified'): StandardReference {
  return { standard: 'ISO/IEC 25024:2015', id, basis };
}
