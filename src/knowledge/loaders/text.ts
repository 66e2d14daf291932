import { decodeText } from './decode.ts';
import { frontMatter } from './front-matter.ts';
import type { Block, DocumentLoader, HeadingBlock } from './loader.ts';
import { headingLevel, isEntryStart } from './text-marks.ts';

interface Line {
  readonly start: number;
  readonly text: string;
}

const longestHeading = 60;
const closing = /[。！？；，、：.!?;,:]$/;
const single = /^\d+[.、]?\s+\S/;
const underline = /^(={3,}|-{3,})$/;

function linesOf(text: string, from: number): Line[] {
  const found = text.slice(from).matchAll(/[^\r\n]*(?:\r\n|\r|\n|$)/g);
  return Array.from(found, (match) => ({ start: from + match.index, text: match[0].trim() }));
}

/** Plain text has no marks for headings: numbers, chapters, underlines and an opening line of its own count as such. */
function headingAt(lines: readonly Line[], i: number, opening: boolean): HeadingBlock | undefined {
  const line = lines[i];
  if (!line || line.text.length > longestHeading || closing.test(line.text)) return undefined;
  const heading = (level: number): HeadingBlock => ({
    kind: 'heading',
    start: line.start,
    level,
    title: line.text,
  });
  const before = !lines[i - 1]?.text;
  const next = lines[i + 1]?.text ?? '';
  const ruled = underline.exec(next);
  if (ruled && !underline.test(line.text)) return heading(ruled[1]?.startsWith('=') ? 1 : 2);
  const level = headingLevel(line.text);
  if (level !== undefined && (before || !/^\d/.test(line.text))) return heading(level);
  if (single.test(line.text) && before && !next) return heading(2);
  return opening && !next ? heading(1) : undefined;
}

function paragraph(lines: readonly Line[]): Block {
  const steps = lines.filter((line) => isEntryStart(line.text)).map((line) => line.start);
  const start = lines[0]?.start ?? 0;
  if (steps.length < 2) return { kind: 'text', start, cuts: [] };
  return { kind: 'steps', start, cuts: steps.filter((cut) => cut > start) };
}

function blocksOf(lines: readonly Line[]): Block[] {
  const blocks: Block[] = [];
  let open: Line[] = [];
  const close = () => {
    if (open.length > 0) blocks.push(paragraph(open));
    open = [];
  };
  for (const [i, line] of lines.entries()) {
    const heading = line.text ? headingAt(lines, i, blocks.length === 0 && open.length === 0) : undefined;
    if (heading || !line.text) close();
    if (heading) blocks.push(heading);
    else if (line.text && !(underline.test(line.text) && blocks.at(-1)?.start === lines[i - 1]?.start))
      open.push(line);
  }
  close();
  return blocks;
}

export const textLoader: DocumentLoader = {
  id: 'text',
  mediaType: 'text/plain',
  extensions: ['.txt', '.text'],
  async load(bytes, path) {
    const text = decodeText(bytes, path);
    const { declared, end } = frontMatter(text, path);
    return { text, declared, blocks: blocksOf(linesOf(text, end)) };
  },
};
