import type { Block, ContentBlock, HeadingBlock, LoadedDocument } from '../loaders/loader.ts';

export const separator = ' › ';

/** One section of a document: its own content, and the span that also holds its subsections. */
export interface Section {
  /** Titles from the outermost section inwards; empty for what stands before the first heading. */
  readonly path: readonly string[];
  readonly level: number;
  readonly start: number;
  /** End of the section with its subsections, exclusive. */
  readonly end: number;
}

export interface SectionContent extends Section {
  readonly heading: HeadingBlock | null;
  readonly blocks: readonly ContentBlock[];
  /** End of the section's own blocks, exclusive. */
  readonly ownEnd: number;
}

function grouped(blocks: readonly Block[]): { heading: HeadingBlock | null; blocks: ContentBlock[] }[] {
  const groups: { heading: HeadingBlock | null; blocks: ContentBlock[] }[] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (block.kind === 'heading') groups.push({ heading: block, blocks: [] });
    else if (last) last.blocks.push(block);
    else groups.push({ heading: null, blocks: [block] });
  }
  return groups;
}

/** The sections in the order of the text. */
export function sectionsOf(document: LoadedDocument): SectionContent[] {
  const groups = grouped(document.blocks);
  const starts = groups.map((group) => group.heading?.start ?? group.blocks[0]?.start ?? 0);
  const stack: HeadingBlock[] = [];
  return groups.map(({ heading, blocks }, i) => {
    const level = heading?.level ?? 0;
    while (heading && (stack.at(-1)?.level ?? 0) >= level) stack.pop();
    if (heading) stack.push(heading);
    const next = groups.findIndex((other, j) => j > i && (other.heading?.level ?? 0) <= level);
    const ownEnd = starts[i + 1] ?? document.text.length;
    return {
      path: stack.map((h) => h.title),
      level,
      start: starts[i] ?? 0,
      end: heading ? (starts[next] ?? document.text.length) : ownEnd,
      ownEnd,
      heading,
      blocks,
    };
  });
}
