import { type Content, type Html, html } from '../html.ts';
import { formatNumber } from '../numbers.ts';
import type { Tone } from '../parts.ts';
import { smallPlot } from './small-plot.ts';

export interface Stretch {
  /** Shares of the way from left to right. */
  readonly from: number;
  readonly to: number;
  readonly tone: Tone;
  readonly text: string;
}

export interface LevelPlot {
  readonly title: Content;
  readonly note?: Content;
  readonly name: string;
  /** Equally far apart; `null`: nothing there. */
  readonly values: readonly (number | null)[];
  /** Shaded, narrow ones wide enough to be seen. */
  readonly stretches?: readonly Stretch[];
  readonly format?: (value: number) => string;
  /** A dot at each value, where there are few. */
  readonly dots?: boolean;
}

const width = 480;
const top = 16;
const bottom = 92;
const narrowest = 3;

/** A line through values, with gaps where there are none, and with the lowest and the highest named. */
export function levelPlot({
  title,
  note,
  name,
  values,
  stretches = [],
  dots = false,
  ...rest
}: LevelPlot): Html {
  const { format = (value: number) => formatNumber(value) } = rest;
  const known = values.filter((value) => value !== null);
  const low = known.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const high = known.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const step = width / Math.max(1, values.length);
  const xOf = (place: number) => (place + 0.5) * step;
  const yOf = (value: number) =>
    high > low ? bottom - ((value - low) / (high - low)) * (bottom - top) : (top + bottom) / 2;
  const range = known.length > 0 ? `${format(low)} – ${format(high)}` : '–';
  const marked = stretches.map(({ text }) => text).join('; ');
  return smallPlot({
    title,
    ...(note !== undefined && { note }),
    description: `${name}. ${range}${marked && `. ${marked}`}`,
    width,
    height: bottom + 20,
    drawing: html`${stretches.map(({ from, to, tone, text }) => {
      const span = Math.max(narrowest, (to - from) * width);
      const x = Math.min(Math.max(0, from * width), width - span);
      return html`<rect class="stretch ${tone}" x="${x.toFixed(2)}" y="${top - 6}" width="${span.toFixed(2)}" height="${bottom - top + 12}"><title>${text}</title></rect>`;
    })}<line class="grid" x1="0" x2="${width}" y1="${bottom + 4}" y2="${bottom + 4}"/>${linesOf(values).map(
      (line) =>
        line.length === 1
          ? html`<circle class="dot" cx="${xOf(line[0]?.place ?? 0).toFixed(1)}" cy="${yOf(line[0]?.value ?? 0).toFixed(1)}" r="2"/>`
          : html`<polyline class="level" points="${line.map(({ place, value }) => `${xOf(place).toFixed(1)},${yOf(value).toFixed(1)}`).join(' ')}"/>`,
    )}${
      dots &&
      values.map(
        (value, place) =>
          value !== null &&
          html`<circle class="dot" cx="${xOf(place).toFixed(1)}" cy="${yOf(value).toFixed(1)}" r="3"><title>${format(value)}</title></circle>`,
      )
    }${
      known.length > 0 &&
      html`<text class="muted" x="0" y="11">${format(high)}</text><text class="muted" x="0" y="${bottom + 18}">${format(low)}</text>`
    }`,
  });
}

/** The values between gaps. */
function linesOf(values: readonly (number | null)[]) {
  const lines: { place: number; value: number }[][] = [];
  let open: { place: number; value: number }[] | undefined;
  values.forEach((value, place) => {
    if (value === null) {
      open = undefined;
      return;
    }
    if (!open) {
      open = [];
      lines.push(open);
    }
    open.push({ place, value });
  });
  return lines;
}
