import { sampleWithout } from '../../methods/random.ts';
import { damagedCells } from './damaged-cells.ts';
import { drawPlace, type TableDefect } from './defect.ts';
import { severities } from './severities.ts';
import { columnOf, fieldsOfRole, presence } from './table.ts';

/** Values of one field are gone, each with the same chance. */
export const missingAtRandom: TableDefect = {
  kind: 'missing_at_random',
  places: (table) =>
    fieldsOfRole(table, 'measurement', 'setpoint', 'label')
      .filter(({ id }) => presence(columnOf(table, id)) > 0.99)
      .map(({ id }) => id),
  inject(table, options) {
    const field = drawPlace(this, table, options);
    const { share } = severities.missing_at_random[options.severity];
    const present = [...columnOf(table, field).entries()].flatMap(([place, cell]) =>
      cell === null ? [] : [place],
    );
    const gone = sampleWithout(options.rng, present, Math.ceil(present.length * share));
    return damagedCells(table, new Map(gone.map((place) => [place, null])), {
      kind: this.kind,
      severity: options.severity,
      field,
      parameters: { share },
    });
  },
};
