import { sampleWithout } from '../../methods/random.ts';
import { withCopies } from './copies.ts';
import { drawPlace, type TableDefect, wholeRecords } from './defect.ts';
import { severities } from './severities.ts';
import { rowsOf } from './stretch.ts';
import { rowCount } from './table.ts';

/** Records come twice: at once where the table has an order, as a repeated message would, else anywhere behind. */
export const duplicates: TableDefect = {
  kind: 'duplicates',
  places: (table) => (rowCount(table) >= 100 ? [wholeRecords] : []),
  inject(table, options) {
    drawPlace(this, table, options);
    const { rng, severity } = options;
    const { share } = severities.duplicates[severity];
    const places = Array.from({ length: rowCount(table) }, (_, place) => place);
    const copied = withCopies(rng, table, sampleWithout(rng, places, Math.ceil(places.length * share)));
    return {
      table: copied.table,
      truth: {
        kind: this.kind,
        severity,
        fields: [],
        rows: rowsOf(copied.added),
        intervals: [],
        parameters: { share },
        origin: copied.origin.map((place) => place + 1),
      },
    };
  },
};
