import { sampleWithout } from '../../methods/random.ts';
import { damagedCells } from './damaged-cells.ts';
import { drawPlace, type TableDefect } from './defect.ts';
import { severities } from './severities.ts';
import { decimalsOf, rounded, spreadOf } from './spread.ts';
import { columnOf, fieldsOfRole, isNumeric, numbersOf } from './table.ts';

/** Single values far off, where the field has no such tails of its own: half as far at most. */
export const spikes: TableDefect = {
  kind: 'spikes',
  places: (table, severity) =>
    fieldsOfRole(table, 'measurement')
      .filter((field) => {
        const values = numbersOf(columnOf(table, field.id));
        if (!isNumeric(field) || values.length < 100) return false;
        return spreadOf(values).reach <= severities.spikes[severity].size / 2;
      })
      .map(({ id }) => id),
  inject(table, options) {
    const field = drawPlace(this, table, options);
    const { rng, severity } = options;
    const { share, size } = severities.spikes[severity];
    const column = columnOf(table, field);
    const values = numbersOf(column);
    const { median, scale } = spreadOf(values);
    const decimals = decimalsOf(values);
    const present = [...column.entries()].flatMap(([place, cell]) =>
      typeof cell === 'number' ? [place] : [],
    );
    const chosen = sampleWithout(rng, present, Math.max(3, Math.round(present.length * share)));
    const cells = new Map(
      chosen.map((place) => {
        const distance = (rng() < 0.5 ? -1 : 1) * size * scale * (1 + 0.5 * rng());
        return [place, rounded(median + distance, decimals)];
      }),
    );
    return damagedCells(table, cells, {
      kind: this.kind,
      severity,
      field,
      parameters: { records: chosen.length, size },
    });
  },
};
