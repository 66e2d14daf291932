import { type Content, type Html, html } from '../html.ts';

export interface SmallPlot {
  readonly title: Content;
  /** What a reader who cannot see it is told. */
  readonly description: string;
  readonly width: number;
  readonly height: number;
  readonly drawing: Content;
  /** Line below the title. */
  readonly note?: Content;
}

/** One of many plots side by side; a long title is cut by the page, not by the plot. */
export function smallPlot({ title, description, width, height, drawing, note }: SmallPlot): Html {
  return html`<figure class="small"><figcaption>${title}${note !== undefined && html`<span class="muted">${note}</span>`}</figcaption>
<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${description}">${drawing}</svg></figure>`;
}

/** Small plots side by side, as many as the page is wide; `wide`: two at most. */
export function multiples(plots: readonly Html[], wide = false): Html {
  return html`<div class="${wide ? 'multiples wide' : 'multiples'}">${plots}</div>`;
}
