import type { Rng } from '../../methods/random.ts';
import { medianInPlace } from './median.ts';

/**
 * How much a quantity differs between neighbours of a feature, relative to records drawn at random: near 0 where the feature
 * tells it, whatever the form of the relation, near 1 where it does not. Medians, so that a part of wrong records does not
 * count. NaN where there are too few values, or most of them are equal.
 */
export function neighbourDifference(feature: Float64Array, quantity: Float64Array, rng: Rng): number {
  const places: number[] = [];
  for (let place = 0; place < feature.length; place += 1) {
    if (!Number.isNaN(feature[place]) && !Number.isNaN(quantity[place])) places.push(place);
  }
  if (places.length < 50) return Number.NaN;
  // Ties in random order: a feature of few values tells little.
  const drawn = Float64Array.from(feature, () => rng());
  places.sort((a, b) => (feature[a] ?? 0) - (feature[b] ?? 0) || (drawn[a] ?? 0) - (drawn[b] ?? 0));
  const at = (index: number): number => quantity[places[index] ?? 0] ?? Number.NaN;
  const near = new Float64Array(places.length - 1);
  const far = new Float64Array(places.length - 1);
  for (let index = 0; index < near.length; index += 1) {
    near[index] = Math.abs(at(index + 1) - at(index));
    const other = Math.floor(rng() * places.length);
    far[index] = Math.abs(at(other) - at(index));
  }
  const usual = medianInPlace(far);
  return usual > 0 ? medianInPlace(near) / usual : Number.NaN;
}
