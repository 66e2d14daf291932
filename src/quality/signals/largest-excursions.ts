import { quickselect } from 'simple-statistics';

/** A value that stands off from the values before it and from those after it. */
export interface Excursion {
  readonly row: number;
  readonly time: number;
  readonly value: number;
  /** Distance to the nearer of both sides' medians, signed. */
  readonly residual: number;
}

const parts = 4;
const [rowPart, timePart, valuePart, residualPart] = [0, 1, 2, 3];

/** The `most` largest excursions of a series; of those of one size the first. */
export class LargestExcursions {
  /** Excursions of this size or less are no longer among the largest. */
  least = 0;
  #most: number;
  #size = 0;
  #numbers = new Float64Array();

  constructor(most: number) {
    this.#most = most;
  }

  get size(): number {
    return this.#size;
  }

  add(row: number, time: number, value: number, residual: number): void {
    const at = this.#size * parts;
    if (at === this.#numbers.length) this.#grow();
    this.#numbers[at + rowPart] = row;
    this.#numbers[at + timePart] = time;
    this.#numbers[at + valuePart] = value;
    this.#numbers[at + residualPart] = residual;
    this.#size += 1;
    if (this.#size === 2 * this.#most) this.trim();
  }

  /** Those of which `wanted` holds, in the order of the series. */
  where(wanted: (value: number, residual: number) => boolean): readonly Excursion[] {
    const found: Excursion[] = [];
    for (let at = 0; at < this.#size * parts; at += parts) {
      const value = this.#numbers[at + valuePart] as number;
      const residual = this.#numbers[at + residualPart] as number;
      if (!wanted(value, residual)) continue;
      found.push({
        row: this.#numbers[at + rowPart] as number,
        time: this.#numbers[at + timePart] as number,
        value,
        residual,
      });
    }
    return found;
  }

  /** Lets go of all but the largest, and of the room for more. */
  trim(): void {
    if (this.#size <= this.#most) return;
    const sizes = new Float64Array(this.#size);
    for (let place = 0; place < this.#size; place += 1) sizes[place] = this.#sizeAt(place);
    const first = this.#size - this.#most;
    quickselect(sizes as unknown as number[], first);
    this.least = sizes[first] as number;
    let larger = 0;
    for (let place = first; place < this.#size; place += 1)
      if ((sizes[place] as number) > this.least) larger += 1;
    let equal = this.#most - larger;
    let kept = 0;
    for (let place = 0; place < this.#size; place += 1) {
      const size = this.#sizeAt(place);
      if (size < this.least || (size === this.least && equal === 0)) continue;
      if (size === this.least) equal -= 1;
      this.#numbers.copyWithin(kept * parts, place * parts, (place + 1) * parts);
      kept += 1;
    }
    this.#size = kept;
  }

  #sizeAt(place: number): number {
    return Math.abs(this.#numbers[place * parts + residualPart] as number);
  }

  #grow(): void {
    const numbers = new Float64Array(
      Math.min(2 * this.#most * parts, Math.max(16 * parts, 2 * this.#numbers.length)),
    );
    numbers.set(this.#numbers);
    this.#numbers = numbers;
  }
}
