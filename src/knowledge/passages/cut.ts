import type { LoadedDocument } from '../loaders/loader.ts';
import { type SectionContent, sectionsOf } from './outline.ts';
import { lengths, sectionUnits, trimmedEnd, type Unit } from './units.ts';

/** Where a passage lies; its text is the slice. */
export interface Span {
  readonly section: readonly string[];
  readonly start: number;
  readonly end: number;
  /** Header row of the table that the passage continues. */
  readonly header?: readonly [number, number];
}

function pack(units: readonly Unit[], from: number, section: readonly string[]): Span[] {
  const spans: Span[] = [];
  let open: Unit[] = [];
  let start = from;
  const close = () => {
    const last = open.at(-1);
    const header = open[0]?.header;
    if (last) spans.push({ section, start, end: last.end, ...(header && { header }) });
    open = [];
  };
  for (const unit of units) {
    const last = open.at(-1);
    if (last) {
      const joined = unit.end - start;
      const short = last.end - start < lengths.least;
      const fits = joined <= lengths.target || (short && joined <= lengths.most);
      if (!fits || unit.header || unit.alone || open.at(-1)?.alone) close();
    }
    if (open.length === 0 && spans.length > 0) start = unit.start;
    open.push(unit);
  }
  close();
  return spans;
}

const isParent = (section: SectionContent, next: SectionContent | undefined): boolean =>
  next !== undefined && section.blocks.length === 0 && next.level > section.level;

/**
 * Cuts a document along its structure: sections apart, a heading with what follows it, tables between rows, steps and
 * clauses whole. Every character that is not blank lies in exactly one passage.
 */
export function cutPassages(document: LoadedDocument): Span[] {
  const { text } = document;
  const sections = sectionsOf(document);
  const spans: Span[] = [];
  let carried: number | undefined;
  for (const [i, section] of sections.entries()) {
    const start = carried ?? section.start;
    carried = undefined;
    if (isParent(section, sections[i + 1])) {
      carried = start;
      continue;
    }
    const units = sectionUnits(text, section.blocks, section.ownEnd);
    if (units.length > 0) spans.push(...pack(units, start, section.path));
    else spans.push({ section: section.path, start, end: trimmedEnd(text, start, section.ownEnd) });
  }
  return spans.filter((span) => span.end > span.start);
}
