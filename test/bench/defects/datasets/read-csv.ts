import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { DefectField, DefectTable } from '../../../../src/simulation/defects/index.ts';
import type { Cell } from '../../../../src/workspace/index.ts';

export interface ColumnPlan extends DefectField {
  /** Name in the file's header. */
  readonly from: string;
  readonly read?: (text: string) => Cell;
}

export function measuredColumn(
  from: string,
  id: string,
  unit: string,
  type: 'number' | 'integer' = 'number',
): ColumnPlan {
  return { from, id, type, role: 'measurement', unit };
}

const plain = ({ type }: DefectField, text: string): Cell => {
  if (text === '') return null;
  return type === 'number' || type === 'integer' ? Number(text) : text;
};

/** Some columns of a CSV file. */
export async function readCsv(
  path: string,
  delimiter: string,
  plan: readonly ColumnPlan[],
): Promise<DefectTable> {
  const text = await readFile(path, 'utf8');
  const rows: Record<string, string>[] = parse(text, { columns: true, delimiter, bom: true });
  return {
    fields: plan.map(({ id, type, role, unit }) => ({ id, type, role, unit })),
    columns: plan.map((column) =>
      rows.map((row) => {
        const cell = row[column.from] ?? '';
        return column.read ? column.read(cell) : plain(column, cell);
      }),
    ),
    ordered: true,
  };
}
