import { sampleWithout } from '../../methods/random.ts';
import { withCopies } from './copies.ts';
import { drawPlace, type TableDefect } from './defect.ts';
import { severities } from './severities.ts';
import { rowsOf } from './stretch.ts';
import { columnOf, type DefectTable, fieldsOfRole, withCells } from './table.ts';

function testPlaces(table: DefectTable, field: string): readonly number[] {
  return [...columnOf(table, field).entries()].flatMap(([place, cell]) => (cell === 'test' ? [place] : []));
}

/** Test records stand among the training records too: all fields the same but the split. */
export const splitLeakage: TableDefect = {
  kind: 'split_leakage',
  places: (table) =>
    fieldsOfRole(table, 'split')
      .filter(({ id }) => columnOf(table, id).includes('train') && testPlaces(table, id).length >= 50)
      .map(({ id }) => id),
  inject(table, options) {
    const field = drawPlace(this, table, options);
    const { rng, severity } = options;
    const { share } = severities.split_leakage[severity];
    const test = testPlaces(table, field);
    const copied = withCopies(rng, table, sampleWithout(rng, test, Math.ceil(test.length * share)));
    return {
      table: withCells(copied.table, field, new Map(copied.added.map((place) => [place, 'train']))),
      truth: {
        kind: this.kind,
        severity,
        fields: [field],
        rows: rowsOf(copied.added),
        intervals: [],
        parameters: { share },
        origin: copied.origin.map((place) => place + 1),
      },
    };
  },
};
