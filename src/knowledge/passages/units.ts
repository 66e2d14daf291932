import type { ContentBlock } from '../loaders/loader.ts';
import { sentenceEnds } from './sentences.ts';

/** In characters. A passage aims at `target`; prose ends at `most`; what belongs together may reach `whole`. */
export const lengths = { least: 200, target: 600, most: 900, whole: 1800 };

/** A piece of text that no passage divides. */
export interface Unit {
  readonly start: number;
  /** Exclusive; blank space at the end is not part of it. */
  readonly end: number;
  /** Shares its passage with no other. */
  readonly alone?: boolean;
  /** The header row of the table that this piece was cut from. */
  readonly header?: readonly [number, number];
}

const clause = /^\s*第[〇零一二三四五六七八九十百千\d]+条/;

/** The end of `text.slice(start, end)` without its trailing blank space. */
export function trimmedEnd(text: string, start: number, end: number): number {
  return start + text.slice(start, end).trimEnd().length;
}

/** Pieces as long as `limit` allows, cut only at `cuts`; a piece without a cut stays whole. */
function cutAt(text: string, start: number, end: number, cuts: readonly number[], limit: number): Unit[] {
  const units: Unit[] = [];
  const length = trimmedEnd(text, start, end) - start;
  // Pieces of about equal length, rather than a short one at the end.
  const even = Math.min(limit, (length / Math.ceil(length / limit)) * 1.15);
  let from = start;
  let last = start;
  for (const cut of [...cuts.filter((c) => c > start && c < end), end]) {
    if (trimmedEnd(text, from, cut) - from > even && last > from) {
      units.push({ start: from, end: trimmedEnd(text, from, last) });
      from = last;
    }
    last = cut;
  }
  units.push({ start: from, end: trimmedEnd(text, from, end) });
  return units.filter((unit) => unit.end > unit.start);
}

function prose(text: string, start: number, end: number): Unit[] {
  return cutAt(text, start, end, sentenceEnds(text, start, end, lengths.most), lengths.most);
}

function unitsOf(text: string, block: ContentBlock, end: number): Unit[] {
  const length = trimmedEnd(text, block.start, end) - block.start;
  if (block.kind === 'entry') {
    const units =
      length <= lengths.whole
        ? [{ start: block.start, end: block.start + length }]
        : prose(text, block.start, end);
    return units.map((unit) => ({ ...unit, alone: true }));
  }
  const together = block.kind === 'table' || block.kind === 'steps';
  if (length <= (together ? lengths.whole : lengths.most)) {
    return [{ start: block.start, end: block.start + length }];
  }
  if (block.kind === 'text') return prose(text, block.start, end);
  if (block.kind === 'code') {
    const lines = [...text.slice(block.start, end).matchAll(/\n/g)].map((m) => block.start + m.index + 1);
    return cutAt(text, block.start, end, lines, lengths.most);
  }
  // A header without a row would be found without its sense: the first row stays with it.
  const cuts = block.kind === 'table' ? block.cuts.slice(1) : block.cuts;
  const pieces = cutAt(text, block.start, end, cuts, lengths.most);
  if (block.kind === 'table') {
    return pieces.map((piece, i) => (i > 0 && block.header ? { ...piece, header: block.header } : piece));
  }
  return pieces.flatMap((piece) =>
    piece.end - piece.start > lengths.whole ? prose(text, piece.start, piece.end) : [piece],
  );
}

/** Blocks that make up one clause: from one 第…条 to the next. */
function byClause(text: string, blocks: readonly ContentBlock[]): ContentBlock[][] {
  const groups: ContentBlock[][] = [];
  let inClause = false;
  for (const block of blocks) {
    const begins = block.kind === 'text' && clause.test(text.slice(block.start, block.start + 20));
    inClause ||= begins;
    const last = groups.at(-1);
    if (inClause && !begins && last) last.push(block);
    else groups.push([block]);
  }
  return groups;
}

/** What may not be divided among the blocks of one section. */
export function sectionUnits(text: string, blocks: readonly ContentBlock[], sectionEnd: number): Unit[] {
  const endOf = new Map(blocks.map((block, i) => [block, blocks[i + 1]?.start ?? sectionEnd]));
  return byClause(text, blocks).flatMap((group) => {
    const start = group[0]?.start ?? 0;
    const last = group.at(-1);
    const end = trimmedEnd(text, start, (last && endOf.get(last)) ?? start);
    if (group.length > 1 && end - start <= lengths.whole) return [{ start, end }];
    return group.flatMap((block) => unitsOf(text, block, endOf.get(block) ?? block.start));
  });
}
