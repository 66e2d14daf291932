import { type Content, type Html, html } from '../html.ts';
import { formatNumber } from '../numbers.ts';
import { smallPlot } from './small-plot.ts';

const width = 300;
const bottom = 96;

/** Counts between equal edges, upright: the shape at a glance, with both ends and the highest count named. */
export function smallHistogram(
  title: Content,
  name: string,
  edges: readonly number[],
  counts: readonly number[],
): Html {
  const most = counts.reduce((a, b) => Math.max(a, b), 1);
  const step = width / Math.max(1, counts.length);
  const [first, last] = [edges[0], edges.at(-1)].map((edge) => formatNumber(edge));
  return smallPlot({
    title,
    description: `${name}. ${first} – ${last}: ${counts.join(', ')}`,
    width,
    height: bottom + 18,
    drawing: html`${counts.map((count, place) => {
      const height = count > 0 ? Math.max(1, (count / most) * (bottom - 16)) : 0;
      return html`<rect class="bar" x="${(place * step + 0.5).toFixed(2)}" y="${(bottom - height).toFixed(2)}" width="${Math.max(0.5, step - 1).toFixed(2)}" height="${height.toFixed(2)}"><title>${formatNumber(edges[place])} – ${formatNumber(edges[place + 1])}: ${formatNumber(count, 12)}</title></rect>`;
    })}<line class="axis" x1="0" x2="${width}" y1="${bottom}" y2="${bottom}"/><text class="muted" x="0" y="11">${formatNumber(most, 12)}</text><text class="muted" x="0" y="${bottom + 14}">${first}</text><text class="muted" x="${width}" y="${bottom + 14}" text-anchor="end">${last}</text>`,
  });
}
