import { type Content, type Html, html } from './html.ts';

/** How something is meant, where colour helps the eye; the words must say it too. */
export type Tone = 'good' | 'warning' | 'bad' | 'info' | 'neutral';

export function badge(tone: Tone, text: string): Html {
  return html`<span class="badge ${tone}">${text}</span>`;
}

/** A chapter (`level` 2) or a part of one (3). */
export function section(title: Content, body: Content, level: 2 | 3 = 2): Html {
  return level === 2
    ? html`<section><h2>${title}</h2>${body}</section>`
    : html`<section><h3>${title}</h3>${body}</section>`;
}

export function paragraph(body: Content): Html {
  return html`<p>${body}</p>`;
}

/** A passage set apart by a coloured edge. */
export function note(tone: Tone, body: Content): Html {
  return html`<div class="note ${tone}">${body}</div>`;
}

export function bullets(items: readonly Content[]): Html {
  return html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`;
}

export function code(text: string): Html {
  return html`<code>${text}</code>`;
}

/** Lines of text as they are, e.g. a query. */
export function codeBlock(text: string): Html {
  return html`<pre tabindex="0"><code>${text}</code></pre>`;
}

/** Names and values side by side. */
export function keyValues(pairs: readonly (readonly [name: Content, value: Content])[]): Html {
  return html`<dl>${pairs.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

/** A link, or only its text where the address is not http(s), mailto, zhuji, or within the page. */
export function link(address: string, text: Content): Html {
  if (!/^(https?:|mailto:|zhuji:|#)/i.test(address)) return html`${text}`;
  return html`<a href="${address}" rel="noreferrer">${text}</a>`;
}
