import type { FieldType, Finding, RecordSet, Repair, RepairAction } from '../../workspace/index.ts';
import type { RowSet } from '../facts/rows.ts';

/** What a remedy does to a table. Rows are those of the source, whatever else is done. */
export type Change =
  | {
      readonly kind: 'cells';
      readonly field: string;
      readonly rows: RowSet;
      /** The new text of a cell; see `Batch.texts`. */
      readonly to: (text: string | null) => string | null;
      /** A cell that one remedy corrects is not emptied by another. */
      readonly empties: boolean;
      /** Type of the field from then on, where it is another one. */
      readonly type?: FieldType;
    }
  | { readonly kind: 'drop'; readonly rows: RowSet }
  | { readonly kind: 'sort'; readonly by: readonly string[] }
  | { readonly kind: 'drop_field'; readonly field: string };

/** A remedy to apply. */
export interface Remedy {
  readonly finding: Finding;
  readonly repair: Repair;
  readonly recordSet: RecordSet;
  /** All records concerned, where they are known one by one. */
  readonly affected: RowSet | undefined;
}

/** Turns a remedy into what it changes. Errors: `invalid_argument` where it does not say enough. */
export interface Action {
  readonly action: RepairAction;
  changes(remedy: Remedy): readonly Change[];
}
