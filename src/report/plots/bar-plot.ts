import { type Html, html } from '../html.ts';
import { formatNumber } from '../numbers.ts';
import type { Tone } from '../parts.ts';
import { axisOver, gridLines } from './axis.ts';
import { figure, fitted, labelRoom, plotWidth } from './figure.ts';

export interface BarRow {
  readonly label: string;
  /** `null`: not measured. */
  readonly value: number | null;
  readonly tone?: Tone;
  /** Shown at the right; the value where left out. */
  readonly text?: string;
}

/** Horizontal bars from zero. `most`: the value at the far end, where it is known (1 for shares). */
export function barPlot(title: string, rows: readonly BarRow[], most?: number): Html {
  const textOf = (row: BarRow) => row.text ?? formatNumber(row.value);
  const left = labelRoom(rows.map(({ label }) => label));
  const right = labelRoom(rows.map(textOf), 200);
  const bottom = rows.length * 22 + 8;
  const values = rows.flatMap(({ value }) => (value === null ? [] : [value]));
  const axis = axisOver([0, ...values, ...(most === undefined ? [] : [most])], left, plotWidth - right - 12);
  const described = rows.map((row) => `${row.label}: ${textOf(row)}`).join('; ');
  const zero = axis.at(0);
  return figure(
    title,
    `${title}. ${described}`,
    bottom + 26,
    html`${gridLines(axis, 4, bottom)}${rows.map((row, place) => {
      const y = place * 22 + 8;
      const end = row.value === null ? zero : axis.at(row.value);
      return html`<text x="0" y="${y + 12}">${fitted(row.label, left - 14)}<title>${row.label}</title></text><rect class="bar ${row.tone}" x="${Math.min(zero, end).toFixed(1)}" y="${y}" width="${Math.abs(end - zero).toFixed(1)}" height="15"/><text x="${plotWidth}" y="${y + 12}" text-anchor="end">${fitted(textOf(row), right)}</text>`;
    })}<line class="axis" x1="${zero.toFixed(1)}" x2="${zero.toFixed(1)}" y1="2" y2="${bottom}"/>`,
  );
}
