import { type Content, type Html, html } from '../html.ts';
import { formatNumber } from '../numbers.ts';
import { fitted } from './figure.ts';
import { smallPlot } from './small-plot.ts';

export interface SmallBar {
  readonly label: string;
  readonly count: number;
  /** Of many values together. */
  readonly quiet?: boolean;
}

const width = 300;
const labels = 110;
const numbers = 64;
const step = 18;

/** Counts of a few values, one bar each. */
export function smallBars(title: Content, name: string, bars: readonly SmallBar[]): Html {
  const most = bars.reduce((high, { count }) => Math.max(high, count), 1);
  const room = width - labels - numbers;
  return smallPlot({
    title,
    description: `${name}. ${bars.map(({ label, count }) => `${label}: ${count}`).join('; ')}`,
    width,
    height: bars.length * step + 4,
    drawing: bars.map(({ label, count, quiet }, place) => {
      const y = place * step + 2;
      const length = count > 0 ? Math.max(1, (count / most) * room) : 0;
      return html`<text x="0" y="${y + 11}"${quiet === true && html` class="muted"`}>${fitted(label, labels - 8)}<title>${label}</title></text><rect class="bar${quiet === true && ' neutral'}" x="${labels}" y="${y}" width="${length.toFixed(1)}" height="13"/><text class="muted" x="${width}" y="${y + 11}" text-anchor="end">${formatNumber(count, 12)}</text>`;
    }),
  });
}
