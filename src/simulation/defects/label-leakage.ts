import { normal } from '../../methods/random.ts';
import type { Cell } from '../../workspace/index.ts';
import { drawPlace, type TableDefect } from './defect.ts';
import { classesOf } from './label-noise.ts';
import { severities } from './severities.ts';
import { spreadOf } from './spread.ts';
import { columnOf, fieldsOfRole, isNumeric, numbersOf, rowCount } from './table.ts';

const mostClasses = 20;

function freeId(taken: readonly string[]): string {
  let id = 'inspection_result';
  for (let n = 2; taken.includes(id); n += 1) id = `inspection_result_${n}`;
  return id;
}

/**
 * A column that was filled in when the label was known: a code for each class, or, for a label that is a quantity, the
 * quantity on another scale with little noise. It agrees with the label in a share of the records, else it is drawn.
 */
export const labelLeakage: TableDefect = {
  kind: 'label_leakage',
  places: (table) =>
    fieldsOfRole(table, 'label')
      .filter((field) => {
        const { length } = classesOf(table, field.id);
        return rowCount(table) >= 100 && length >= 2 && (length <= mostClasses || isNumeric(field));
      })
      .map(({ id }) => id),
  inject(table, options) {
    const label = drawPlace(this, table, options);
    const { rng, severity } = options;
    const { agreement } = severities.label_leakage[severity];
    const column = columnOf(table, label);
    const classes = classesOf(table, label);
    const discrete = classes.length <= mostClasses;
    const id = freeId(table.fields.map((field) => field.id));
    const codes = new Map(classes.map((name, index) => [name, `R${index + 1}`]));
    const scale = discrete ? 0 : spreadOf(numbersOf(column)).sd;
    const tell = (cell: Cell): Cell => {
      if (cell === null) return null;
      const source = rng() < agreement ? cell : (column[Math.floor(rng() * column.length)] ?? cell);
      if (discrete) return codes.get(source) ?? null;
      return typeof source === 'number'
        ? Number((2 * source + normal(rng, 0, 0.02 * scale)).toPrecision(6))
        : null;
    };
    return {
      table: {
        ...table,
        fields: [
          ...table.fields,
          { id, type: discrete ? 'string' : 'number', role: discrete ? 'status' : 'measurement', unit: null },
        ],
        columns: [...table.columns, column.map(tell)],
      },
      truth: {
        kind: this.kind,
        severity,
        fields: [id],
        rows: [...column.keys()].map((place) => place + 1),
        intervals: [],
        parameters: { label, agreement },
      },
    };
  },
};
