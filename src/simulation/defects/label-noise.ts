import { sampleWithout } from '../../methods/random.ts';
import type { Cell, Scalar } from '../../workspace/index.ts';
import { damagedCells } from './damaged-cells.ts';
import { drawPlace, type TableDefect } from './defect.ts';
import { severities } from './severities.ts';
import { columnOf, type DefectTable, fieldsOfRole } from './table.ts';

const mostClasses = 20;

export function classesOf(table: DefectTable, field: string): readonly Scalar[] {
  return [...new Set(columnOf(table, field))].filter((cell): cell is Scalar => cell !== null);
}

/** Records are given another class. It can be found only where the other fields tell the class; who injects knows that. */
export const labelNoise: TableDefect = {
  kind: 'label_noise',
  places: (table) =>
    fieldsOfRole(table, 'label')
      .filter(({ id }) => {
        const { length } = classesOf(table, id);
        return length >= 2 && length <= mostClasses;
      })
      .map(({ id }) => id),
  inject(table, options) {
    const field = drawPlace(this, table, options);
    const { rng, severity } = options;
    const { share } = severities.label_noise[severity];
    const classes = classesOf(table, field);
    const column = columnOf(table, field);
    const labelled = [...column.entries()].flatMap(([place, cell]) => (cell === null ? [] : [place]));
    const cells = new Map<number, Cell>();
    for (const place of sampleWithout(rng, labelled, Math.ceil(labelled.length * share))) {
      const others = classes.filter((name) => name !== column[place]);
      cells.set(place, others[Math.floor(rng() * others.length)] ?? null);
    }
    return damagedCells(table, cells, { kind: this.kind, severity, field, parameters: { share } });
  },
};
