import { blockMeans } from './block-means.ts';

/** Blocks in which a cycle is looked for. */
const blocks = 256;
/** Periods of a cycle in the series, fewest and most. */
const [fewest, most] = [3, 64];
/** Share of the variance that is a cycle. */
const share = 0.4;

/**
 * The strongest sine in a series without a trend, where it is most of what moves there, e.g. the day in a temperature: its value by place.
 * `null`: no such cycle. Periodogram of block means, refined to a tenth of a period.
 */
export function cycleOf(values: Float64Array): ((place: number) => number) | null {
  const count = Math.min(blocks, Math.floor(values.length / 4));
  const means = blockMeans(values, count);
  const total = means.reduce((sum, value) => sum + value * value, 0);
  let best = { periods: 0, power: 0, cosine: 0, sine: 0 };
  const look = (periods: number): void => {
    const fit = sineOf(means, periods);
    if (fit.power > best.power) best = { periods, ...fit };
  };
  for (let periods = fewest; periods <= Math.min(most, count / 4); periods += 0.5) look(periods);
  const around = best.periods;
  for (let part = -4; part <= 4; part += 1) look(around + part / 10);
  if (best.periods < fewest - 0.5 || best.power < share * total) return null;
  const { periods, cosine, sine } = best;
  const step = (2 * Math.PI * periods) / values.length;
  return (place) => cosine * Math.cos(step * (place + 0.5)) + sine * Math.sin(step * (place + 0.5));
}

/** Least squares of a sine with so many periods, and how much of the sum of squares it explains. */
function sineOf(means: Float64Array, periods: number) {
  const step = (2 * Math.PI * periods) / means.length;
  let [cc, cs, ss, cy, sy] = [0, 0, 0, 0, 0];
  // Each sine from the one before: a rotation costs less than two library calls.
  const [turnCosine, turnSine] = [Math.cos(step), Math.sin(step)];
  let [c, s] = [Math.cos(step / 2), Math.sin(step / 2)];
  for (let place = 0; place < means.length; place += 1) {
    const value = means[place] ?? 0;
    cc += c * c;
    cs += c * s;
    ss += s * s;
    cy += c * value;
    sy += s * value;
    const next = c * turnCosine - s * turnSine;
    s = c * turnSine + s * turnCosine;
    c = next;
  }
  const determinant = cc * ss - cs * cs;
  const cosine = (cy * ss - sy * cs) / determinant;
  const sine = (sy * cc - cy * cs) / determinant;
  return { cosine, sine, power: cosine * cy + sine * sy };
}
