import { mean } from 'simple-statistics';
import { damagedCells } from './damaged-cells.ts';
import { drawPlace, type TableDefect } from './defect.ts';
import { type DefectSeverity, severities } from './severities.ts';
import { decimalsOf, rounded, spreadOf } from './spread.ts';
import { drawStretch, type Stretch, stretchesOf } from './stretch.ts';
import { columnOf, type DefectTable, fieldsOfRole, isNumeric, numbersOf } from './table.ts';

const windows = 10;

/** The field keeps its level over the stretch: the means of ten windows differ by half of the drift at most. */
function level(table: DefectTable, field: string, { places }: Stretch, size: number): boolean {
  const column = columnOf(table, field);
  const cells = places.map((place) => column[place] ?? null);
  const values = numbersOf(cells);
  if (values.length < 10 * windows) return false;
  const { scale } = spreadOf(values);
  const means = Array.from({ length: windows }, (_, window) => {
    const [from, to] = [window, window + 1].map((edge) => Math.floor((edge * cells.length) / windows));
    const part = numbersOf(cells.slice(from, to));
    return part.length === 0 ? Number.NaN : mean(part);
  });
  return scale > 0 && Math.max(...means) - Math.min(...means) <= (size / 2) * scale;
}

function levelStretches(table: DefectTable, field: string, severity: DefectSeverity): readonly Stretch[] {
  const { size } = severities.drift[severity];
  return stretchesOf(table).filter((stretch) => level(table, field, stretch, size));
}

/** A sensor of one machine creeps away, evenly, from some moment to the end. */
export const drift: TableDefect = {
  kind: 'drift',
  places: (table, severity) =>
    table.ordered
      ? fieldsOfRole(table, 'measurement')
          .filter((field) => isNumeric(field) && levelStretches(table, field.id, severity).length > 0)
          .map(({ id }) => id)
      : [],
  inject(table, options) {
    const field = drawPlace(this, table, options);
    const { rng, severity } = options;
    const stretch = drawStretch(rng, levelStretches(table, field, severity));
    const column = columnOf(table, field);
    const values = numbersOf(stretch.places.map((place) => column[place] ?? null));
    const { size } = severities.drift[severity];
    const end = (rng() < 0.5 ? -1 : 1) * size * spreadOf(values).scale;
    const start = Math.floor(stretch.places.length * (0.3 + 0.3 * rng()));
    const block = stretch.places.slice(start);
    const decimals = decimalsOf(values);
    const cells = new Map(
      block.flatMap((place, step) => {
        const cell = column[place];
        if (typeof cell !== 'number') return [];
        return [[place, rounded(cell + (end * (step + 1)) / block.length, decimals)] as const];
      }),
    );
    return damagedCells(table, cells, {
      kind: this.kind,
      severity,
      field,
      parameters: { size, change: end },
      stretch,
    });
  },
};
