import { damagedCells } from './damaged-cells.ts';
import { drawPlace, type TableDefect } from './defect.ts';
import { severities } from './severities.ts';
import { drawBlock, drawStretch, stretchesOf } from './stretch.ts';
import { columnOf, fieldsOfRole, presence } from './table.ts';

/** One field of one machine is silent for a stretch. */
export const missingBlock: TableDefect = {
  kind: 'missing_block',
  places: (table) =>
    table.ordered && stretchesOf(table).length > 0
      ? fieldsOfRole(table, 'measurement', 'setpoint')
          .filter(({ id }) => presence(columnOf(table, id)) === 1)
          .map(({ id }) => id)
      : [],
  inject(table, options) {
    const field = drawPlace(this, table, options);
    const { share } = severities.missing_block[options.severity];
    const stretch = drawStretch(options.rng, stretchesOf(table));
    const block = drawBlock(options.rng, stretch, Math.max(10, Math.round(stretch.places.length * share)));
    return damagedCells(table, new Map(block.map((place) => [place, null])), {
      kind: this.kind,
      severity: options.severity,
      field,
      parameters: { records: block.length },
      stretch,
    });
  },
};
