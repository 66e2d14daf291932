/**
 * The fewest records that would have to change sides for all of one split to come before all of the other, as places in
 * `times`; from the earlier side to the later or the other way round, whichever is fewer.
 */
export function misplaced(times: Float64Array, isTest: readonly boolean[]): readonly number[] {
  const order: number[] = [];
  for (let place = 0; place < times.length; place += 1) if (!Number.isNaN(times[place])) order.push(place);
  order.sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0));
  const forward = cutOf(order, times, isTest, true);
  const backward = cutOf(order, times, isTest, false);
  return forward.length <= backward.length ? forward : backward;
}

/** Records on the wrong side of the best cut, where test records are to come `after` it. Equal times are not cut apart. */
function cutOf(
  order: readonly number[],
  times: Float64Array,
  isTest: readonly boolean[],
  after: boolean,
): readonly number[] {
  const early = (place: number): boolean => isTest[place] === !after;
  // Cut before the first record: all of them are late.
  let wrong = order.filter(early).length;
  let [best, cut] = [wrong, 0];
  for (let at = 0; at < order.length; at += 1) {
    const place = order[at] ?? 0;
    wrong += early(place) ? -1 : 1;
    const next = order[at + 1];
    if (next !== undefined && times[next] === times[place]) continue;
    if (wrong < best) [best, cut] = [wrong, at + 1];
  }
  return order.filter((place, at) => at < cut !== early(place));
}
