import { type Content, type Html, html } from '../html.ts';

export const plotWidth = 992;

/** A plot with its title; `description` is what a reader who cannot see it is told. */
export function figure(title: string, description: string, height: number, drawing: Content): Html {
  return html`<figure class="figure"><figcaption>${title}</figcaption><div class="scroll" tabindex="0" role="group" aria-label="${title}">
<svg viewBox="0 0 ${plotWidth} ${height}" width="${plotWidth}" height="${height}" role="img" aria-label="${description}">${drawing}</svg></div></figure>`;
}

/** Width in em of text at the plots' size: Han letters are one em wide, others about 0.56. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text)
    width += /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(character) ? 1 : 0.56;
  return width;
}

/** `text` cut with `…` to fit `pixels` at 13 px. */
export function fitted(text: string, pixels: number): string {
  const most = pixels / 13;
  if (widthOf(text) <= most) return text;
  let kept = '';
  for (const character of text) {
    if (widthOf(`${kept}${character}…`) > most) break;
    kept += character;
  }
  return `${kept}…`;
}

/** A name cut in its middle to fit `pixels` at 13 px: long names often differ at the end only. */
export function fittedName(name: string, pixels: number): string {
  if (fitted(name, pixels) === name) return name;
  const end = fitted([...name].reverse().join(''), pixels / 2.5).replace(/…$/, '');
  const tail = [...end].reverse().join('');
  return `${fitted(name, pixels - widthOf(tail) * 13)}${tail}`;
}

/** Room in pixels for the longest of `labels`, between 80 and `most`. */
export function labelRoom(labels: readonly string[], most = 330): number {
  const widest = labels.reduce((room, label) => Math.max(room, widthOf(label) * 13 + 14), 80);
  return Math.ceil(Math.min(widest, most));
}
