import type { Nodes, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { decodeText } from './decode.ts';
import { frontMatter } from './front-matter.ts';
import type { Block, ContentBlock, DocumentLoader } from './loader.ts';

const startOf = (node: Nodes): number => node.position?.start.offset ?? 0;
const endOf = (node: Nodes): number => node.position?.end.offset ?? 0;

function plain(node: Nodes): string {
  if ('value' in node) return node.type === 'html' ? '' : node.value;
  if ('alt' in node) return node.alt ?? '';
  return 'children' in node ? node.children.map(plain).join('') : '';
}

/** Cut points within a node, relative to the parsed text. */
function content(node: RootContent): ContentBlock {
  const start = startOf(node);
  switch (node.type) {
    case 'table': {
      const [header, ...rows] = node.children;
      const span = header && ([startOf(header), endOf(header)] as const);
      return { kind: 'table', start, cuts: rows.map(startOf), ...(span && { header: span }) };
    }
    case 'list':
      return { kind: node.ordered ? 'steps' : 'list', start, cuts: node.children.slice(1).map(startOf) };
    case 'code':
      return { kind: 'code', start, cuts: [] };
    default:
      return { kind: 'text', start, cuts: [] };
  }
}

function block(node: RootContent): Block {
  if (node.type !== 'heading') return content(node);
  const title = plain(node).replace(/\s+/g, ' ').trim();
  return title ? { kind: 'heading', start: startOf(node), level: node.depth, title } : content(node);
}

function moved(block: Block, by: number): Block {
  const start = block.start + by;
  if (block.kind === 'heading') return { ...block, start };
  const cuts = block.cuts.map((cut) => cut + by);
  const { header } = block;
  return { ...block, start, cuts, ...(header && { header: [header[0] + by, header[1] + by] as const }) };
}

export const markdownLoader: DocumentLoader = {
  id: 'markdown',
  mediaType: 'text/markdown',
  extensions: ['.md', '.markdown'],
  async load(bytes, path) {
    const text = decodeText(bytes, path);
    const { declared, end } = frontMatter(text, path);
    const tree = fromMarkdown(text.slice(end), {
      extensions: [gfmTable()],
      mdastExtensions: [gfmTableFromMarkdown()],
    });
    return { text, declared, blocks: tree.children.map((node) => moved(block(node), end)) };
  },
};
