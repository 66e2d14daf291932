import { type Content, type Html, html } from './html.ts';

export interface Column {
  readonly title: Content;
  /** Numbers stand to the right. */
  readonly number?: boolean;
}

/** A table that scrolls by itself where the page is narrow. A plain text as column is its title. */
export function table(
  columns: readonly (Column | string)[],
  rows: readonly (readonly Content[])[],
  caption?: string,
): Html {
  const all = columns.map((column) => (typeof column === 'string' ? { title: column } : column));
  const kind = (place: number) => (all[place]?.number ? 'number' : 'text');
  return html`<div class="scroll" tabindex="0" role="group"${caption !== undefined && html` aria-label="${caption}"`}>
<table>${caption !== undefined && html`<caption>${caption}</caption>`}
<thead><tr>${all.map(({ title }, place) => html`<th scope="col" class="${kind(place)}">${title}</th>`)}</tr></thead>
<tbody>${rows.map(
    (row) =>
      html`<tr>${row.map((cell, place) => html`<td class="${kind(place)}">${cell}</td>`)}</tr>
`,
  )}</tbody></table></div>`;
}
