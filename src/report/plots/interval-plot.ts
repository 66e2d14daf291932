import { type Html, html } from '../html.ts';
import { formatNumber } from '../numbers.ts';
import type { Tone } from '../parts.ts';
import { axisOver, gridLines } from './axis.ts';
import { figure, fitted, labelRoom, plotWidth } from './figure.ts';

export interface IntervalRow {
  readonly label: string;
  /** `null`: not measured; the row then shows `text` only. */
  readonly point: number | null;
  readonly low?: number | null;
  readonly high?: number | null;
  readonly tone?: Tone;
  /** Shown at the right; the numbers where left out. */
  readonly text?: string;
}

function numbers({ point, low, high }: IntervalRow): string {
  if (point === null) return '–';
  const interval =
    low === null || low === undefined || high === null || high === undefined
      ? ''
      : ` [${formatNumber(low, 3)}, ${formatNumber(high, 3)}]`;
  return `${formatNumber(point, 3)}${interval}`;
}

/** Points with their intervals, one row each, and a line at zero. All values in one unit. */
export function intervalPlot(title: string, rows: readonly IntervalRow[], zero = true): Html {
  const left = labelRoom(rows.map(({ label }) => label));
  const right = labelRoom(
    rows.map((row) => row.text ?? numbers(row)),
    240,
  );
  const bottom = rows.length * 26 + 8;
  const values = rows.flatMap(({ point, low, high }) =>
    [point, low, high].filter((value) => value !== null && value !== undefined),
  );
  const axis = axisOver(zero ? [...values, 0] : values, left, plotWidth - right - 12);
  const described = rows.map((row) => `${row.label}: ${row.text ?? numbers(row)}`).join('; ');
  return figure(
    title,
    `${title}. ${described}`,
    bottom + 26,
    html`${gridLines(axis, 4, bottom)}${
      zero &&
      html`<line class="axis" x1="${axis.at(0).toFixed(1)}" x2="${axis.at(0).toFixed(1)}" y1="2" y2="${bottom}"/>`
    }${rows.map((row, place) => {
      const y = place * 26 + 18;
      const tone = row.tone ?? '';
      const { low, high, point } = row;
      const hasInterval = low !== null && low !== undefined && high !== null && high !== undefined;
      return html`<text x="0" y="${y + 4}">${fitted(row.label, left - 14)}<title>${row.label}</title></text>${
        hasInterval &&
        html`<line class="line ${tone}" x1="${axis.at(low).toFixed(1)}" x2="${axis.at(high).toFixed(1)}" y1="${y}" y2="${y}"/>${[
          low,
          high,
        ].map(
          (end) =>
            html`<line class="line ${tone}" x1="${axis.at(end).toFixed(1)}" x2="${axis.at(end).toFixed(1)}" y1="${y - 4}" y2="${y + 4}"/>`,
        )}`
      }${point !== null && html`<circle class="dot ${tone}" cx="${axis.at(point).toFixed(1)}" cy="${y}" r="4.5"/>`}<text x="${plotWidth}" y="${y + 4}" text-anchor="end">${fitted(row.text ?? numbers(row), right)}</text>`;
    })}`,
  );
}
