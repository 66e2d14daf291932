import type { FieldFacts, Fold, Series, SeriesBlock, TableFacts } from '../facts/types.ts';

export type { Fold, FoldState, Series, SeriesBlock, SeriesResult } from '../facts/types.ts';

export interface FieldState<R> {
  /** Values of one field of one series: NaN where there is none. */
  push(values: Float64Array, block: SeriesBlock): void;
  finish(): R;
}

/** A fold that looks at each field by itself; results by field id. */
export function fieldFold<R>(fold: {
  readonly id: string;
  readonly order: Fold<R>['order'];
  /** Which fields it looks at. */
  fields(table: TableFacts): readonly FieldFacts[];
  /** What must be known of a field before the pass, then its state in each series; `null`: not this field. */
  prepare(facts: FieldFacts, table: TableFacts): Promise<((series: Series) => FieldState<R>) | null>;
}): Fold<ReadonlyMap<string, R>> {
  return {
    id: fold.id,
    order: fold.order,
    async prepare(table) {
      const starters: [string, (series: Series) => FieldState<R>][] = [];
      for (const facts of fold.fields(table)) {
        const start = await fold.prepare(facts, table);
        if (start) starters.push([facts.field.id, start]);
      }
      if (starters.length === 0) return null;
      return (series) => {
        const states = starters.map(([id, start]) => [id, start(series)] as const);
        return {
          push(block) {
            for (const [id, state] of states) state.push(block.column(id), block);
          },
          finish: () => new Map(states.map(([id, state]) => [id, state.finish()])),
        };
      };
    },
  };
}
