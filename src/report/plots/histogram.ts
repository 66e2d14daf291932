import { type Html, html } from '../html.ts';
import { formatNumber } from '../numbers.ts';
import { axisOver } from './axis.ts';
import { figure, plotWidth } from './figure.ts';

/** Counts between edges (one edge more than counts), upright. */
export function histogram(title: string, edges: readonly number[], counts: readonly number[]): Html {
  const left = 64;
  const bottom = 170;
  const across = axisOver(edges, left, plotWidth - 16, 8);
  const up = axisOver([0, ...counts], bottom, 8, 4);
  const first = edges[0] ?? 0;
  const last = edges.at(-1) ?? 0;
  const described = `${title}. ${formatNumber(first)} – ${formatNumber(last)}: ${counts.join(', ')}`;
  return figure(
    title,
    described,
    bottom + 26,
    html`${up.ticks.map(
      (tick) =>
        html`<line class="grid" x1="${left}" x2="${plotWidth - 16}" y1="${up.at(tick).toFixed(1)}" y2="${up.at(tick).toFixed(1)}"/><text class="muted" x="${left - 8}" y="${(up.at(tick) + 4).toFixed(1)}" text-anchor="end">${formatNumber(tick)}</text>`,
    )}${counts.map((count, place) => {
      const from = across.at(edges[place] ?? 0);
      const to = across.at(edges[place + 1] ?? 0);
      return html`<rect class="bar" x="${(from + 0.5).toFixed(1)}" y="${up.at(count).toFixed(1)}" width="${Math.max(0.5, to - from - 1).toFixed(1)}" height="${(bottom - up.at(count)).toFixed(1)}"><title>${formatNumber(edges[place])} – ${formatNumber(edges[place + 1])}: ${count}</title></rect>`;
    })}<line class="axis" x1="${left}" x2="${plotWidth - 16}" y1="${bottom}" y2="${bottom}"/>${across.ticks.map(
      (tick) =>
        html`<text class="muted" x="${across.at(tick).toFixed(1)}" y="${bottom + 16}" text-anchor="middle">${formatNumber(tick)}</text>`,
    )}`,
  );
}
