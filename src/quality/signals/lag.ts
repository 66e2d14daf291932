export interface LagLimits {
  /** Records at most by which a signal can be found to be late. */
  readonly most_lag: number;
  /** Standard errors of the correlation from which two signals move together. */
  readonly lag_errors: number;
  /** Sum of products over the root of the sum of their squares, at least: no one or two steps decide. */
  readonly lag_strength: number;
  /** Correlation at the usual moment before, relative to what is left of it once the signal is late, at most. */
  readonly lag_contrast: number;
}

export interface Lag {
  /** Records by which the signal comes late. */
  readonly lag: number;
  /** Place from which on it does. */
  readonly start: number;
  /** Correlation of the changes with no lag before that, and with the lag after. */
  readonly before: number;
  readonly after: number;
}

/** Fewest records before and after. */
const fewest = 40;

/**
 * Whether a signal follows its partner at once up to some moment, and with a lag from there on. Changes from record to record of both;
 * NaN where a value is missing or the record before is not the neighbour. `sign`: of their usual correlation.
 */
export function lagOf(own: Float64Array, partner: Float64Array, sign: number, limits: LagLimits): Lag | null {
  if (own.length < 4 * fewest) return null;
  let best = { lag: 0, start: 0, gain: 0 };
  for (let lag = 1; lag <= limits.most_lag; lag += 1) {
    let gain = 0;
    // Sums from the end: what is won from there on by the lag.
    for (let place = own.length - 1; place >= fewest; place -= 1) {
      const mine = own[place] ?? Number.NaN;
      const won = sign * mine * ((partner[place - lag] ?? Number.NaN) - (partner[place] ?? Number.NaN));
      if (!Number.isNaN(won)) gain += won;
      if (gain > best.gain && own.length - place >= fewest) best = { lag, start: place, gain };
    }
  }
  if (best.lag === 0) return null;
  const { lag, start } = best;
  const before = together(own, partner, sign, 0, lag, start);
  const early = together(own, partner, sign, lag, lag, start);
  const after = together(own, partner, sign, lag, start, own.length);
  const late = together(own, partner, sign, 0, start, own.length);
  // Before, it is known that they belong together; after, the lag is the best of many.
  const strong =
    before.errors >= limits.lag_errors &&
    after.errors >= limits.lag_errors &&
    before.strength >= 0.7 * limits.lag_strength &&
    after.strength >= limits.lag_strength;
  const clear =
    late.correlation <= limits.lag_contrast * after.correlation &&
    early.correlation <= limits.lag_contrast * before.correlation &&
    after.correlation >= 0.5 * before.correlation &&
    before.correlation >= 0.25;
  return strong && clear ? { lag, start, before: before.correlation, after: after.correlation } : null;
}

function together(
  own: Float64Array,
  partner: Float64Array,
  sign: number,
  lag: number,
  from: number,
  to: number,
): { readonly correlation: number; readonly strength: number; readonly errors: number } {
  let [product, squares, mine, theirs, count] = [0, 0, 0, 0, 0];
  for (let place = from; place < to; place += 1) {
    const [a, b] = [own[place] ?? Number.NaN, partner[place - lag] ?? Number.NaN];
    if (Number.isNaN(a) || Number.isNaN(b)) continue;
    const one = sign * a * b;
    product += one;
    squares += one * one;
    mine += a * a;
    theirs += b * b;
    count += 1;
  }
  const correlation = mine > 0 && theirs > 0 ? product / Math.sqrt(mine * theirs) : 0;
  return {
    correlation,
    errors: correlation * Math.sqrt(count),
    strength: squares > 0 ? product / Math.sqrt(squares) : 0,
  };
}
