import { damagedCells } from './damaged-cells.ts';
import { drawPlace, type TableDefect } from './defect.ts';
import { type DefectSeverity, severities } from './severities.ts';
import { drawBlock, drawStretch, type Stretch, stretchesOf } from './stretch.ts';
import { columnOf, type DefectTable, fieldsOfRole, isNumeric } from './table.ts';

/** Most records in a row with one value. */
function longestRun(table: DefectTable, field: string, { places }: Stretch): number {
  const column = columnOf(table, field);
  let longest = 0;
  let run = 0;
  let before: unknown;
  for (const place of places) {
    run = column[place] === before ? run + 1 : 1;
    before = column[place];
    longest = Math.max(longest, run);
  }
  return longest;
}

/** Stretches in which the field moves: never still for a third of the defect's length, which is a third of it at most. */
function moving(table: DefectTable, field: string, severity: DefectSeverity): readonly Stretch[] {
  const { records } = severities.stuck[severity];
  return stretchesOf(table).filter(
    (stretch) => stretch.places.length >= 3 * records && longestRun(table, field, stretch) <= records / 3,
  );
}

/** A sensor of one machine repeats its last value. */
export const stuck: TableDefect = {
  kind: 'stuck',
  places: (table, severity) =>
    table.ordered
      ? fieldsOfRole(table, 'measurement')
          .filter((field) => isNumeric(field) && moving(table, field.id, severity).length > 0)
          .map(({ id }) => id)
      : [],
  inject(table, options) {
    const field = drawPlace(this, table, options);
    const { rng, severity } = options;
    const stretch = drawStretch(rng, moving(table, field, severity));
    const block = drawBlock(rng, stretch, severities.stuck[severity].records);
    const column = columnOf(table, field);
    const value = block.map((place) => column[place]).find((cell) => typeof cell === 'number') ?? 0;
    return damagedCells(table, new Map(block.map((place) => [place, value])), {
      kind: this.kind,
      severity,
      field,
      parameters: { records: block.length, value },
      stretch,
    });
  },
};
