import type { Binned } from '../../methods/forest/index.ts';

/** Wrong guesses by the most frequent class of each bin, each half of the records told by the other. */
export function errorsAlone({ bins, count: binCount }: Binned, classes: Uint8Array, count: number): number {
  const halves = [0, 1].map(() => new Float64Array(binCount * count));
  const totals = [0, 1].map(() => new Float64Array(count));
  for (let at = 0; at < bins.length; at += 1) {
    const [half, one] = [at & 1, classes[at] ?? 0];
    const place = (bins[at] ?? 0) * count + one;
    const [counts, all] = [halves[half], totals[half]];
    if (counts) counts[place] = (counts[place] ?? 0) + 1;
    if (all) all[one] = (all[one] ?? 0) + 1;
  }
  const guesses = halves.map((counts, half) =>
    Array.from({ length: binCount }, (_, bin) => {
      const own = counts.subarray(bin * count, (bin + 1) * count);
      return largest(own.some((one) => one > 0) ? own : (totals[half] ?? own));
    }),
  );
  let errors = 0;
  for (let at = 0; at < bins.length; at += 1) {
    if (guesses[1 - (at & 1)]?.[bins[at] ?? 0] !== classes[at]) errors += 1;
  }
  return errors;
}

/** Place of the largest. */
export function largest(values: Float64Array): number {
  let best = 0;
  for (let one = 1; one < values.length; one += 1) if ((values[one] ?? 0) > (values[best] ?? 0)) best = one;
  return best;
}
