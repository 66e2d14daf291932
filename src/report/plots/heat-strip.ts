import { type Html, html } from '../html.ts';
import { formatShare } from '../numbers.ts';
import { figure, fittedName, labelRoom, plotWidth } from './figure.ts';

export interface StripRow {
  readonly label: string;
  /** Shares from 0 (blank) to 1 (full colour), from left to right. */
  readonly shares: readonly number[];
  readonly text?: string;
}

export interface StripOptions {
  /** `bad` where a full colour is bad. */
  readonly tone?: 'bad' | 'mark';
  /** What a cell says; its share as per cent where left out. */
  readonly tell?: (row: number, cell: number) => string;
}

/** Where something is: one strip per row, e.g. the share of missing values along a table. `ends` name both sides. */
export function heatStrip(
  title: string,
  rows: readonly StripRow[],
  ends: readonly [first: string, last: string],
  { tone = 'bad', tell }: StripOptions = {},
): Html {
  const left = labelRoom(rows.map(({ label }) => label));
  const right = labelRoom(
    rows.map(({ text }) => text ?? ''),
    160,
  );
  const width = plotWidth - left - right - 12;
  const bottom = rows.length * 22 + 6;
  const described = rows.map(({ label, text }) => `${label}${text ? `: ${text}` : ''}`).join('; ');
  return figure(
    title,
    `${title}. ${described}`,
    bottom + 20,
    html`${rows.map(({ label, shares, text }, place) => {
      const y = place * 22 + 6;
      const step = width / Math.max(1, shares.length);
      return html`<text x="0" y="${y + 12}">${fittedName(label, left - 14)}<title>${label}</title></text><rect class="frame" x="${left}" y="${y}" width="${width}" height="15"/>${shares.map(
        (share, cell) =>
          share > 0 &&
          html`<rect class="cell ${tone}" x="${(left + cell * step).toFixed(2)}" y="${y}" width="${step.toFixed(2)}" height="15" fill-opacity="${(0.2 + 0.8 * Math.min(1, share)).toFixed(2)}"><title>${tell ? tell(place, cell) : formatShare(share)}</title></rect>`,
      )}<text x="${plotWidth}" y="${y + 12}" text-anchor="end">${text}</text>`;
    })}<text class="muted" x="${left}" y="${bottom + 14}">${ends[0]}</text><text class="muted" x="${left + width}" y="${bottom + 14}" text-anchor="end">${ends[1]}</text>`,
  );
}
