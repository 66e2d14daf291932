import type { Cell } from '../../workspace/index.ts';
import type { DefectTruth, TableDefectKind } from './defect.ts';
import type { DefectSeverity } from './severities.ts';
import { intervalOf, rowsOf, type Stretch } from './stretch.ts';
import { type DefectTable, withCells } from './table.ts';

interface About {
  readonly kind: TableDefectKind;
  readonly severity: DefectSeverity;
  readonly field: string;
  readonly parameters: DefectTruth['parameters'];
  /** Where the cells lie together. */
  readonly stretch?: Stretch;
}

/** The table with these cells of one field, by place, and the truth about them. */
export function damagedCells(
  table: DefectTable,
  cells: ReadonlyMap<number, Cell>,
  { kind, severity, field, parameters, stretch }: About,
): { readonly table: DefectTable; readonly truth: DefectTruth } {
  return {
    table: withCells(table, field, cells),
    truth: {
      kind,
      severity,
      fields: [field],
      rows: rowsOf(cells.keys()),
      intervals: stretch ? [intervalOf(cells.keys(), stretch)] : [],
      parameters,
    },
  };
}
