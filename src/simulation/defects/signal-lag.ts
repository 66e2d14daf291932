import { sampleCorrelation } from 'simple-statistics';
import type { Cell } from '../../workspace/index.ts';
import { damagedCells } from './damaged-cells.ts';
import { drawPlace, type TableDefect } from './defect.ts';
import { severities } from './severities.ts';
import { drawStretch, type Stretch, stretchesOf } from './stretch.ts';
import { columnOf, type DefectTable, fieldsOfRole, isNumeric, presence } from './table.ts';

/** Correlation of the changes from which two signals are seen to move together. */
const together = 0.4;

/** Changes from record to record; a missing value changes nothing. */
function changes(column: readonly Cell[], { places }: Stretch): number[] {
  const values = places.map((place) => column[place]);
  return values.slice(1).map((value, index) => {
    const before = values[index];
    return typeof value === 'number' && typeof before === 'number' ? value - before : 0;
  });
}

/** Stretches in which another signal moves with this one at the same moment, so that the lag can be seen at all. */
function accompanied(table: DefectTable, field: string): readonly Stretch[] {
  const others = fieldsOfRole(table, 'measurement', 'setpoint').filter(
    (other) => other.id !== field && isNumeric(other),
  );
  return stretchesOf(table).filter((stretch) => {
    const own = changes(columnOf(table, field), stretch);
    return others.some(
      ({ id }) => Math.abs(sampleCorrelation(own, changes(columnOf(table, id), stretch))) >= together,
    );
  });
}

/** From some moment on one signal of one machine comes late. Without times nothing says that records follow evenly. */
export const signalLag: TableDefect = {
  kind: 'signal_lag',
  places: (table) =>
    table.ordered && fieldsOfRole(table, 'time').length > 0
      ? fieldsOfRole(table, 'measurement')
          .filter((field) => isNumeric(field) && presence(columnOf(table, field.id)) === 1)
          .filter(({ id }) => accompanied(table, id).length > 0)
          .map(({ id }) => id)
      : [],
  inject(table, options) {
    const field = drawPlace(this, table, options);
    const { rng, severity } = options;
    const { samples } = severities.signal_lag[severity];
    const stretch = drawStretch(rng, accompanied(table, field));
    const start = Math.floor(stretch.places.length * (0.3 + 0.3 * rng()));
    const column = columnOf(table, field);
    const late = stretch.places.slice(start);
    const cells = new Map<number, Cell>(
      late.map((place, index) => [place, column[stretch.places[start + index - samples] ?? -1] ?? null]),
    );
    return damagedCells(table, cells, { kind: this.kind, severity, field, parameters: { samples }, stretch });
  },
};
