import { binOf, sizeBins } from './size-bins.ts';

/** Bins that are held beyond those that are asked for, so that a new size seldom moves them. */
const margin = 24;

/** How many positive sizes fell into each bin, see `binOf`; it holds the bins between the smallest and the largest size. */
export class SizeHistogram {
  /** The first bin held, and the one behind the last. */
  from = 0;
  #counts = new Uint32Array();

  get to(): number {
    return this.from + this.#counts.length;
  }

  count(bin: number): number {
    return this.#counts[bin - this.from] ?? 0;
  }

  /** Counts one size. */
  add(size: number): void {
    const bin = binOf(size);
    let at = bin - this.from;
    if (at < 0 || at >= this.#counts.length) {
      this.#hold(bin, bin + 1);
      at = bin - this.from;
    }
    this.#counts[at] = (this.#counts[at] as number) + 1;
  }

  /** Sizes in `bin` and above. */
  atLeast(bin: number): number {
    let sum = 0;
    for (let at = Math.max(0, bin - this.from); at < this.#counts.length; at += 1) {
      sum += this.#counts[at] as number;
    }
    return sum;
  }

  static sum(all: readonly SizeHistogram[]): SizeHistogram {
    const whole = new SizeHistogram();
    for (const one of all) {
      if (one.#counts.length === 0) continue;
      whole.#hold(one.from, one.to);
      const shift = one.from - whole.from;
      for (let at = 0; at < one.#counts.length; at += 1) {
        whole.#counts[at + shift] = (whole.#counts[at + shift] as number) + (one.#counts[at] as number);
      }
    }
    return whole;
  }

  #hold(low: number, high: number): void {
    const empty = this.#counts.length === 0;
    if (!empty && low >= this.from && high <= this.to) return;
    const from = Math.max(0, Math.min(low - margin, empty ? low - margin : this.from));
    const to = Math.min(sizeBins, Math.max(high + margin, empty ? 0 : this.to));
    const counts = new Uint32Array(to - from);
    if (!empty) counts.set(this.#counts, this.from - from);
    [this.from, this.#counts] = [from, counts];
  }
}
