import type { StillRun, StillRuns } from '../folds/still-runs.ts';
import type { Thresholds } from '../profile.ts';

/** One series: what each field of it holds. */
export interface SeriesRuns {
  readonly firstRow: number;
  readonly fields: ReadonlyMap<string, StillRuns>;
}

export interface StuckRun {
  readonly field: string;
  readonly firstRow: number;
  readonly run: StillRun;
}

/** Stretches that one series of one field may be stuck for, before holding on counts as its nature. */
const mostStretches = 5;

/**
 * Runs that neither the field's own way of repeating itself explains, nor a standstill of the machine: with a share p of values equal to
 * the one before, n·p^(L−1) runs of L are expected, and the field's next longest run is `stuck_ratio` times shorter.
 */
export function stuckRuns(all: readonly SeriesRuns[], thresholds: Thresholds): readonly StuckRun[] {
  const tests = all.reduce((sum, { fields }) => sum + fields.size, 0);
  return all.flatMap(({ firstRow, fields }) =>
    [...fields].flatMap(([field, runs]) =>
      unexplained(runs, thresholds, tests)
        .filter((run) => !standstill(run, field, fields))
        .map((run) => ({ field, firstRow, run })),
    ),
  );
}

function unexplained(
  { values, runs, longest }: StillRuns,
  { chance, stuck_records, stuck_ratio }: Thresholds,
  tests: number,
): readonly StillRun[] {
  for (let count = Math.min(mostStretches, longest.length); count > 0; count -= 1) {
    const suspect = longest.slice(0, count);
    const shortest = suspect.at(-1)?.length ?? 0;
    const next = longest[count]?.length ?? 1;
    if (shortest < stuck_records || shortest < stuck_ratio * next) continue;
    const rest = values - suspect.reduce((sum, { length }) => sum + length, 0);
    const repeats = rest - (runs - count);
    const share = Math.max(repeats, 1) / Math.max(rest, 1);
    if (rest < 2 * stuck_records) continue;
    if (tests * values * share ** (shortest - 1) <= chance) return suspect;
  }
  return [];
}

/** Most other signals of the machine hold still at the same time: it stands. */
function standstill(run: StillRun, field: string, fields: ReadonlyMap<string, StillRuns>): boolean {
  const others = [...fields].filter(([id, { values }]) => id !== field && values > 0);
  if (others.length < 2) return false;
  const still = others.filter(([, { longest }]) =>
    longest.some((other) => overlap(other, run) >= (run.to - run.from) / 2),
  );
  return still.length * 2 > others.length;
}

function overlap(a: StillRun, b: StillRun): number {
  return Math.min(a.to, b.to) - Math.max(a.from, b.from);
}
