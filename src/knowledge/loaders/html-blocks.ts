import { type DefaultTreeAdapterTypes as Html, parse } from 'parse5';
import type { DocumentWriter } from './document-writer.ts';

type Node = Html.Node;
type Element = Html.Element;

const isElement = (node: Node): node is Element => 'tagName' in node;
const childrenOf = (node: Node): readonly Node[] => ('childNodes' in node ? node.childNodes : []);

/** What is not shown, or is not part of what the page says. */
const silent = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'head',
  'nav',
  'iframe',
  'button',
  'select',
]);
const block = new Set(
  'address article aside blockquote body dd details dialog div dl dt fieldset figcaption figure footer form header html main p pre section summary'.split(
    ' ',
  ),
);

function hidden({ attrs }: Element): boolean {
  return attrs.some(
    ({ name, value }) =>
      name === 'hidden' || (name === 'style' && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(value)),
  );
}

const skipped = (node: Node): boolean => isElement(node) && (silent.has(node.tagName) || hidden(node));

function textOf(node: Node): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value.replace(/\s+/g, ' ');
  if (skipped(node)) return '';
  if (isElement(node) && node.tagName === 'br') return '\n';
  const inner = childrenOf(node).map(textOf).join('');
  return isElement(node) && (block.has(node.tagName) || node.tagName === 'li') ? `\n${inner}\n` : inner;
}

function rowsOf(table: Element): string[][] {
  const rows: string[][] = [];
  const visit = (node: Node): void => {
    if (isElement(node) && node.tagName === 'tr')
      rows.push(
        childrenOf(node).flatMap((cell) =>
          isElement(cell) && (cell.tagName === 'td' || cell.tagName === 'th') ? [textOf(cell)] : [],
        ),
      );
    else for (const child of childrenOf(node)) visit(child);
  };
  visit(table);
  return rows;
}

function itemsOf(list: Element): string[] {
  const items = list.childNodes.flatMap((node) =>
    isElement(node) && node.tagName === 'li' ? [textOf(node)] : [],
  );
  const first = Number(list.attrs.find(({ name }) => name === 'start')?.value ?? 1);
  return items.map((item, i) =>
    list.tagName === 'ol' ? `${first + i}. ${item.trim()}` : `- ${item.trim()}`,
  );
}

/** Writes what an HTML page shows. */
export function writeHtml(source: string, writer: DocumentWriter): void {
  let inline = '';
  const flush = () => {
    writer.paragraph(inline);
    inline = '';
  };
  const visit = (node: Node): void => {
    if (skipped(node)) return;
    if (!isElement(node)) {
      if (node.nodeName === '#text') inline += textOf(node);
      else for (const child of childrenOf(node)) visit(child);
      return;
    }
    const { tagName } = node;
    const level = /^h([1-6])$/.exec(tagName)?.[1];
    if (level || tagName === 'table' || tagName === 'ul' || tagName === 'ol') flush();
    if (level) writer.heading(Number(level), textOf(node));
    else if (tagName === 'table') writer.table(rowsOf(node));
    else if (tagName === 'ul' || tagName === 'ol')
      writer.list(itemsOf(node), tagName === 'ol' ? 'steps' : 'list');
    else if (block.has(tagName)) {
      flush();
      for (const child of childrenOf(node)) visit(child);
      flush();
    } else if (tagName === 'br') inline += '\n';
    else for (const child of childrenOf(node)) visit(child);
  };
  visit(parse(source));
  flush();
}

/** The title that the page's head gives. */
export function htmlTitle(source: string): string | undefined {
  const find = (node: Node): string | undefined => {
    if (isElement(node) && node.tagName === 'title')
      return childrenOf(node).map(textOf).join('').trim() || undefined;
    for (const child of childrenOf(node)) {
      const found = find(child);
      if (found) return found;
    }
    return undefined;
  };
  return find(parse(source));
}
