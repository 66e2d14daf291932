import { damagedCells } from './damaged-cells.ts';
import { drawPlace, type TableDefect } from './defect.ts';
import { severities } from './severities.ts';
import { drawBlock, drawStretch, stretchesOf, wholeStretch } from './stretch.ts';
import { columnOf, fieldsOfRole, rowCount } from './table.ts';
import { movedTime, timesOf, usualStep } from './times.ts';

const hour = 3_600_000;

/** A clock is wrong: for a while in all records, or always in those of one machine among three or more. */
export const clockShift: TableDefect = {
  kind: 'clock_shift',
  places: (table) =>
    rowCount(table) >= 200 && stretchesOf(table).length > 0
      ? fieldsOfRole(table, 'time')
          .filter(({ id }) => timesOf(columnOf(table, id)).every((time) => time !== null))
          .map(({ id }) => id)
      : [],
  inject(table, options) {
    const field = drawPlace(this, table, options);
    const { rng, severity } = options;
    const { hours, steps, share } = severities.clock_shift[severity];
    const column = columnOf(table, field);
    const times = timesOf(column);
    const stretches = stretchesOf(table);
    const machine = drawStretch(rng, stretches);
    const step = usualStep(times, machine.places);
    const size =
      typeof column[0] === 'number' ? steps * step : Math.ceil(Math.max(hours, (steps * step) / hour)) * hour;
    const offset = rng() < 0.5 ? -size : size;
    const whole = wholeStretch(table);
    const ofMachine = rng() < 0.5 && stretches.length >= 3;
    const chosen = ofMachine
      ? machine.places
      : drawBlock(rng, whole, Math.max(20, Math.round(whole.places.length * share)));
    return damagedCells(
      table,
      new Map(chosen.map((place) => [place, movedTime(column[place] ?? null, offset)])),
      {
        kind: this.kind,
        severity,
        field,
        parameters: { offset, of: ofMachine ? 'machine' : 'stretch' },
        stretch: ofMachine ? machine : whole,
      },
    );
  },
};
