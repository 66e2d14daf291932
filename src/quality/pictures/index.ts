import type { Finding, TablePicture } from '../../workspace/index.ts';
import type { FieldFacts, TableFacts } from '../facts/types.ts';
import type { Fold } from '../folds/fold.ts';
import { edgesOf } from './bins.ts';
import { fewValues, followedFields, hasLevel, missesAny, mostShown } from './choose-fields.ts';
import { pictureFold, type Sketch, type Sketched } from './picture-fold.ts';
import { readCells } from './read-cells.ts';
import { firstRowsOf } from './windows.ts';

export const pictureFolds: readonly Fold<unknown>[] = [pictureFold];

/**
 * What there is to look at in a record set. Each part shows 40 fields at most: those with findings first, the gravest before the others,
 * then those that miss values, then those with a role, then the rest.
 */
export async function pictureOf(
  table: TableFacts,
  findings: readonly Pick<Finding, 'recordSet' | 'fields'>[],
): Promise<TablePicture> {
  const { recordSet, rows } = table;
  const picture = { recordSet: recordSet.id, rows, windows: firstRowsOf(rows) };
  const [first] = (await table.fold(pictureFold)) ?? [];
  if (!first) return { ...picture, distributions: [], missing: [], levels: [] };
  const sketch = first.result;
  const told = findings.filter((one) => one.recordSet === recordSet.id).flatMap(({ fields }) => fields);
  const facts = inOrder(followedFields(table), told);
  const shown = (of: (one: FieldFacts) => boolean) =>
    facts.flatMap((one) => {
      const sketched = sketch.fields.find(({ field }) => field.id === one.field.id);
      return sketched && of(one) ? [sketched] : [];
    });
  const drawn = shown(() => true)
    .filter(({ bins, tally }) => bins ?? tally)
    .slice(0, mostShown);
  const tops = drawn.map(({ tally }) => tally?.top(fewValues) ?? []);
  const series = (sketch.coverage?.series ?? []).filter((one) => one !== undefined);
  const cells = await readCells(table, drawn, [
    ...tops.flat().map(({ row }) => row),
    ...series.map(({ firstRow }) => firstRow),
  ]);
  return {
    ...picture,
    distributions: drawn.map((one, place) => distribution(one, tops[place] ?? [], cells.value)),
    missing: shown((one) => missesAny(one, rows))
      .flatMap(({ field, levels }) =>
        levels ? [{ field: field.id, shares: missingShares(sketch, levels.present) }] : [],
      )
      .slice(0, mostShown),
    levels: shown(hasLevel)
      .flatMap(({ field, levels }) => (levels ? [{ field: field.id, means: meansOf(levels) }] : []))
      .slice(0, mostShown),
    ...(sketch.coverage &&
      series.length > 0 && {
        coverage: {
          field: sketch.coverage.field,
          start: sketch.coverage.start,
          end: sketch.coverage.end,
          series: series.map(({ firstRow, counts }) => ({
            name: cells.series(firstRow),
            counts: [...counts],
          })),
        },
      }),
  };
}

function inOrder(facts: readonly FieldFacts[], told: readonly string[]): readonly FieldFacts[] {
  const places = new Map([...told].reverse().map((id, place) => [id, told.length - place]));
  const placeOf = ({ field }: FieldFacts) => places.get(field.id) ?? Number.POSITIVE_INFINITY;
  return facts.toSorted((a, b) => (placeOf(a) === placeOf(b) ? 0 : placeOf(a) - placeOf(b)));
}

function distribution(
  { field, bins, tally }: Sketched,
  top: readonly { readonly count: number; readonly row: number; readonly code: number }[],
  valueAt: (field: string, row: number) => string,
): TablePicture['distributions'][number] {
  if (bins) return { field: field.id, edges: edgesOf(bins), counts: [...bins.counts] };
  const numeric = field.type === 'integer' || field.type === 'number';
  const values = numeric ? top.toSorted((a, b) => a.code - b.code) : top;
  const others = (tally?.total() ?? 0) - values.reduce((sum, { count }) => sum + count, 0);
  return {
    field: field.id,
    values: values.map(({ row, code }) => (numeric ? String(code) : valueAt(field.id, row))),
    counts: values.map(({ count }) => count),
    ...(others > 0 && { others }),
  };
}

function missingShares({ seen }: Sketch, present: Float64Array): readonly number[] {
  return [...present].map((count, window) => {
    const all = seen[window] ?? 0;
    const share = all > 0 ? 1 - count / all : 0;
    return share > 0 ? Math.max(0.0001, Number(share.toFixed(4))) : 0;
  });
}

function meansOf({ sums, present }: NonNullable<Sketched['levels']>): readonly (number | null)[] {
  return [...sums].map((sum, window) => {
    const count = present[window] ?? 0;
    const mean = sum / count;
    return count > 0 && Number.isFinite(mean) ? Number(mean.toPrecision(9)) : null;
  });
}
