import type { Rng } from '../../methods/random.ts';
import { type Scalar, ZhujiError } from '../../workspace/index.ts';
import type { DefectSeverity } from './severities.ts';
import type { DefectTable } from './table.ts';

export const tableDefectKinds = [
  'missing_at_random',
  'missing_block',
  'duplicates',
  'swapped_unit',
  'stuck',
  'spikes',
  'drift',
  'label_noise',
  'clock_shift',
  'signal_lag',
  'shuffled_rows',
  'label_leakage',
  'split_leakage',
] as const;
export type TableDefectKind = (typeof tableDefectKinds)[number];

export const fileDefectKinds = ['truncated_file', 'mixed_encodings'] as const;
export type FileDefectKind = (typeof fileDefectKinds)[number];

export type DefectKind = TableDefectKind | FileDefectKind;

/** A stretch of the damaged table. */
export interface DefectInterval {
  /** Rows of its first and last record, from 1. */
  readonly from: number;
  readonly to: number;
  /** Only the records in which this field has this value. */
  readonly group?: { readonly field: string; readonly value: Scalar };
}

/** What was done, and where. */
export interface DefectTruth {
  readonly kind: DefectKind;
  readonly severity: DefectSeverity;
  /** Fields that were damaged; empty for records as a whole. */
  readonly fields: readonly string[];
  /** Every row that was damaged, ascending, from 1, in the damaged table. */
  readonly rows: readonly number[];
  /** Where the damaged records lie together. */
  readonly intervals: readonly DefectInterval[];
  readonly parameters: Readonly<Record<string, Scalar>>;
  /** Where records were moved, added or lost: of each damaged record, its row in the table before, from 1. */
  readonly origin?: readonly number[];
}

export interface DefectOptions {
  readonly severity: DefectSeverity;
  readonly rng: Rng;
  /** Where to put it; default: drawn among the places that it can be in. */
  readonly field?: string;
}

/** Place of a defect of whole records. */
export const wholeRecords = '*';

export interface TableDefect {
  readonly kind: TableDefectKind;
  /** Fields where it makes sense at this severity, or {@link wholeRecords}; none: not in this table. */
  places(table: DefectTable, severity: DefectSeverity): readonly string[];
  /** The damaged table; the one given is left alone. Errors: `invalid_argument` where it makes no sense. */
  inject(
    table: DefectTable,
    options: DefectOptions,
  ): { readonly table: DefectTable; readonly truth: DefectTruth };
}

/** A defect of a CSV file as bytes (UTF-8, a header line, no line ends inside quotes). */
export interface FileDefect {
  readonly kind: FileDefectKind;
  applies(file: Uint8Array): boolean;
  /** Rows of the truth are records of the damaged file. Errors: `invalid_argument` where it makes no sense. */
  inject(
    file: Uint8Array,
    options: DefectOptions,
  ): { readonly file: Uint8Array; readonly truth: DefectTruth };
}

export function noPlace(kind: DefectKind, field?: string): ZhujiError {
  const where = field === undefined ? '' : ` in "${field}"`;
  return new ZhujiError(
    'invalid_argument',
    {
      en: `The defect ${kind} makes no sense${where} here.`,
      zh: `缺陷 ${kind} 不适用于${field === undefined ? '该表' : `字段“${field}”`}。`,
    },
    {
      recovery: {
        en: 'Ask for the places first, and choose one of them.',
        zh: '请先查询可注入的位置，再从中选择。',
      },
      details: { kind, ...(field !== undefined && { field }) },
    },
  );
}

/** The field asked for, or one drawn; the draw is made either way, so that what follows does not hang on it. */
export function drawPlace(defect: TableDefect, table: DefectTable, options: DefectOptions): string {
  const places = defect.places(table, options.severity);
  const drawn = places[Math.floor(options.rng() * places.length)];
  const { field = drawn } = options;
  if (field === undefined || !places.includes(field)) throw noPlace(defect.kind, options.field);
  return field;
}
