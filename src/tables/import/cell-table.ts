import type { Notice, Reading } from '../types.ts';
import type { PlainColumns } from './plain-columns.ts';

/** A table whose cells are texts, before their types are known. */
export interface CellTable {
  /** Item of a FROM clause with a VARCHAR column `c0`, `c1`, … for each name; in source order. */
  readonly relation: string;
  /** Names in the source; `''` where it has none. */
  readonly names: readonly string[];
  /** True where columns `k0`, `k1`, … hold the JSON type of each cell: then texts of digits stay texts. */
  readonly typed: boolean;
  /** True where a comma may be a decimal mark, because it is no delimiter. */
  readonly decimalComma: boolean;
  /** Where the records were counted, the columns were looked at in the same pass. */
  readonly plain?: PlainColumns | undefined;
  readonly reading: Reading;
  readonly notices: readonly Notice[];
}
