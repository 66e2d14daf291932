import { type Html, html } from '../html.ts';
import { formatNumber } from '../numbers.ts';

export interface Axis {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
  /** Place in user units of a value. */
  at(value: number): number;
}

/** An axis over `values` from place `start` to `end`, widened to round ticks (steps of 1, 2 or 5). */
export function axisOver(values: readonly number[], start: number, end: number, count = 5): Axis {
  const known = values.filter(Number.isFinite);
  let low = known.length > 0 ? known.reduce((a, b) => Math.min(a, b)) : 0;
  let high = known.length > 0 ? known.reduce((a, b) => Math.max(a, b)) : 1;
  if (low === high) {
    const half = Math.abs(low) / 2 || 0.5;
    low -= half;
    high += half;
  }
  const rough = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough * 0.999) ?? 10) * power;
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  const ticks = Array.from({ length: last - first + 1 }, (_, place) => (first + place) * step);
  const from = first * step;
  const to = last * step;
  return {
    low: from,
    high: to,
    ticks,
    at: (value) => start + ((value - from) / (to - from)) * (end - start),
  };
}

/** Vertical grid lines with their numbers below. */
export function gridLines(axis: Axis, top: number, bottom: number): Html {
  return html`${axis.ticks.map((tick) => {
    const x = axis.at(tick).toFixed(1);
    return html`<line class="grid" x1="${x}" x2="${x}" y1="${top}" y2="${bottom}"/><text class="muted" x="${x}" y="${bottom + 16}" text-anchor="middle">${formatNumber(tick)}</text>`;
  })}`;
}
