import type { RepairAction, Text } from '../workspace/index.ts';

/** A remedy that was applied. */
export interface AppliedRemedy {
  /** Id of the finding. */
  readonly finding: string;
  readonly action: RepairAction;
  readonly recordSet: string;
  readonly fields: readonly string[];
  /** Records that it left out, or in which it changed a cell; of a sort, those that were out of order. */
  readonly records: number;
  /** Cells that it changed; of a field that was left out, all of them. */
  readonly cells: number;
  /** Cells that it would have emptied, and that another remedy corrected. */
  readonly left: number;
  readonly loses: Text;
  readonly reversible: boolean;
}

export interface RepairedTable {
  readonly recordSet: string;
  readonly rowsBefore: number;
  readonly rows: number;
  /** Field that holds each record's row in the source; `null`: every record is where it was. */
  readonly sourceRow: string | null;
}

export interface RepairResult {
  /** The dataset version that was repaired. */
  readonly source: { readonly id: string; readonly hash: string };
  /** The new one; its hash is `null` where nothing was written. */
  readonly dataset: { readonly id: string; readonly version: string; readonly hash: string | null };
  readonly applied: readonly AppliedRemedy[];
  readonly tables: readonly RepairedTable[];
}
