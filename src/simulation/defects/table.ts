import { type Cell, type FieldRole, type FieldType, ZhujiError } from '../../workspace/index.ts';

export interface DefectField {
  readonly id: string;
  readonly type: FieldType;
  readonly role: FieldRole | null;
  /** Symbol; `null` where there is none or it is unknown. */
  readonly unit: string | null;
}

/** A table as defects are put into it. Dates and times are ISO 8601 text. */
export interface DefectTable {
  readonly fields: readonly DefectField[];
  /** One for each field, all of the same length. */
  readonly columns: readonly (readonly Cell[])[];
  /** The records stand in the order in which they were taken, with or without a time field. */
  readonly ordered: boolean;
}

export const rowCount = ({ columns }: DefectTable): number => columns[0]?.length ?? 0;

/** Errors: `not_found`. */
export function columnOf(table: DefectTable, field: string): readonly Cell[] {
  const column = table.columns[table.fields.findIndex(({ id }) => id === field)];
  if (column) return column;
  const known = table.fields.map(({ id }) => id);
  throw new ZhujiError(
    'not_found',
    { en: `There is no field "${field}".`, zh: `没有字段“${field}”。` },
    {
      recovery: { en: `Fields: ${known.join(', ')}.`, zh: `可用的字段：${known.join('、')}。` },
      details: { valid_values: known },
    },
  );
}

/** The table with some cells of one field changed; `cells` by place, from 0. */
export function withCells(table: DefectTable, field: string, cells: ReadonlyMap<number, Cell>): DefectTable {
  const place = table.fields.findIndex(({ id }) => id === field);
  const changed = columnOf(table, field).map((cell, row) =>
    cells.has(row) ? (cells.get(row) ?? null) : cell,
  );
  return { ...table, columns: table.columns.map((column, index) => (index === place ? changed : column)) };
}

/** The table made of these records of it, by place; a record may come twice. */
export function withRecords(table: DefectTable, places: readonly number[]): DefectTable {
  return {
    ...table,
    columns: table.columns.map((column) => places.map((place) => column[place] ?? null)),
  };
}

export function fieldsOfRole(table: DefectTable, ...roles: readonly FieldRole[]): readonly DefectField[] {
  return table.fields.filter(({ role }) => role !== null && roles.includes(role));
}

export const isNumeric = ({ type }: DefectField): boolean => type === 'number' || type === 'integer';

/** The numbers of a column, without what is missing. */
export function numbersOf(cells: readonly Cell[]): number[] {
  return cells.filter((cell): cell is number => typeof cell === 'number' && Number.isFinite(cell));
}

/** Share of records with a value. */
export function presence(cells: readonly Cell[]): number {
  return cells.length === 0 ? 0 : cells.filter((cell) => cell !== null).length / cells.length;
}
