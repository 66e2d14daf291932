/** Median of some numbers; NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

export interface Timed {
  readonly name: string;
  /** Median, s. */
  readonly seconds: number;
  readonly runs: readonly number[];
}

/**
 * Times several things in turns, `rounds` times each, so that what else the machine does falls on all of them alike.
 * The order turns round from round to round. The first round warms caches and is not counted where `warmUp`.
 */
export async function interleaved(
  things: Readonly<Record<string, () => Promise<unknown>>>,
  rounds: number,
  { warmUp = true }: { readonly warmUp?: boolean } = {},
): Promise<readonly Timed[]> {
  const names = Object.keys(things);
  const runs = new Map<string, number[]>(names.map((name) => [name, []]));
  for (let round = warmUp ? -1 : 0; round < rounds; round += 1) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const start = performance.now();
      await things[name]?.();
      if (round >= 0) runs.get(name)?.push((performance.now() - start) / 1000);
    }
  }
  return [...runs].map(([name, seconds]) => ({ name, seconds: median(seconds), runs: seconds }));
}
