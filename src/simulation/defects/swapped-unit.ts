import { sampleWithout } from '../../methods/random.ts';
import { type Conversion, conversionsOf } from './conversions.ts';
import { damagedCells } from './damaged-cells.ts';
import { drawPlace, noPlace, type TableDefect } from './defect.ts';
import { severities } from './severities.ts';
import { decimalsOf, rounded, spreadOf } from './spread.ts';
import { drawBlock, drawStretch, type Stretch, stretchesOf } from './stretch.ts';
import { columnOf, type DefectTable, fieldsOfRole, isNumeric, numbersOf } from './table.ts';

/**
 * Conversions that show: the centre moves by three robust scales or more. 21 °C to 294 K does; a signal about zero that
 * is written in mA for A only does by its spread, which may be its own.
 */
function visible(table: DefectTable, field: string): readonly Conversion[] {
  const unit = table.fields.find(({ id }) => id === field)?.unit;
  const values = numbersOf(columnOf(table, field));
  if (!unit || values.length < 100) return [];
  const { median, scale } = spreadOf(values);
  if (!(scale > 0)) return [];
  return conversionsOf(unit).filter(
    ({ factor, offset }) => Math.abs(median * factor + offset - median) >= 3 * scale * Math.max(1, factor),
  );
}

/** One machine's values come in another unit for a while; in a table without an order, some of one group's values do. */
export const swappedUnit: TableDefect = {
  kind: 'swapped_unit',
  places: (table) =>
    stretchesOf(table).length === 0 || !(table.ordered || fieldsOfRole(table, 'group').length > 0)
      ? []
      : fieldsOfRole(table, 'measurement', 'setpoint')
          .filter((field) => isNumeric(field) && visible(table, field.id).length > 0)
          .map(({ id }) => id),
  inject(table, options) {
    const field = drawPlace(this, table, options);
    const { rng, severity } = options;
    const share = severities.swapped_unit[severity];
    const [conversion] = sampleWithout(rng, visible(table, field), 1);
    if (!conversion) throw noPlace(this.kind, field);
    const { from, to, factor, offset } = conversion;
    const stretch: Stretch = drawStretch(rng, stretchesOf(table));
    const { length } = stretch.places;
    const chosen = table.ordered
      ? drawBlock(rng, stretch, Math.max(10, Math.round(length * share.block)))
      : sampleWithout(rng, stretch.places, Math.max(10, Math.round(length * share.group)));
    const column = columnOf(table, field);
    // As many digits as a display would show: 21.3 °C is written 70.3 °F, and 12.5 mm 0.492 in.
    const digits = Math.max(0, Math.ceil(-Math.log10(factor)));
    const decimals = Math.min(12, decimalsOf(numbersOf(column)) + digits);
    const cells = new Map(
      chosen.flatMap((place) => {
        const cell = column[place];
        return typeof cell === 'number' ? [[place, rounded(cell * factor + offset, decimals)] as const] : [];
      }),
    );
    return damagedCells(table, cells, {
      kind: this.kind,
      severity,
      field,
      parameters: { from, to, factor, offset },
      stretch,
    });
  },
};
