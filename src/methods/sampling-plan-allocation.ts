/**
 * `size` records shared out among classes in proportion to their records, by largest remainders (W. G. Cochran, Sampling
 * Techniques, section 5.5), then raised to `least` of each class, or all that it has: the total may exceed `size`.
 */
export function allocate(
  strata: readonly { readonly records: number }[],
  size: number,
  least: number,
): number[] {
  const all = strata.reduce((sum, { records }) => sum + records, 0);
  const shares = strata.map(({ records }) => (size * records) / all);
  const sizes = shares.map(Math.floor);
  const byRemainder = shares
    .map((share, index) => ({ index, remainder: share - Math.floor(share) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  const left = Math.round(size - sizes.reduce((sum, one) => sum + one, 0));
  for (const { index } of byRemainder.slice(0, left)) sizes[index] = (sizes[index] ?? 0) + 1;
  return strata.map(({ records }, index) => Math.min(records, Math.max(1, least, sizes[index] ?? 0)));
}
