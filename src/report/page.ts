import type { Language } from '../workspace/index.ts';
import { type Content, Html, html } from './html.ts';
import { style } from './style.ts';

export interface Page {
  readonly title: string;
  readonly language: Language;
  readonly subtitle?: Content;
  readonly body: Content;
  /** Last line of the page, e.g. what made it and when. */
  readonly footer?: Content;
}

/** One HTML file that needs nothing else: no script, no font and no picture is fetched, and none could be. */
export function page({ title, language, subtitle, body, footer }: Page): string {
  const lang = language === 'zh' ? 'zh-CN' : 'en';
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${title}</title>
<style>${new Html(style)}</style>
</head>
<body>
<header><h1>${title}</h1>${subtitle !== undefined && html`<p class="subtitle">${subtitle}</p>`}</header>
<main>${body}</main>
${footer !== undefined && html`<footer>${footer}</footer>`}
</body>
</html>
`.toString();
}
