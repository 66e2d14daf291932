import { type DocumentPart, ZhujiError } from '../workspace/index.ts';
import { nearest } from '../workspace/nearest.ts';
import type { IndexedDocument, OutlineSection } from './documents/indexed.ts';
import { separator } from './passages/outline.ts';

type Served = Omit<IndexedDocument, 'terms'>;

export interface PartWanted {
  readonly section?: string;
  readonly page?: number;
  readonly start?: number;
  readonly end?: number;
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
const pathOf = (section: OutlineSection): string => section.path.join(separator);

function findSection(document: Served, wanted: string): OutlineSection {
  const { outline, entry } = document;
  const name = fold(wanted);
  const ends = (section: OutlineSection) => fold(pathOf(section)).endsWith(fold(separator) + name);
  const whole = outline.filter((section) => fold(pathOf(section)) === name);
  const found =
    whole.length > 0 ? whole : outline.filter((s) => fold(s.path.at(-1) ?? '') === name || ends(s));
  const paths = [...new Set(found.map(pathOf))];
  const [section] = found;
  if (section && paths.length === 1) return section;
  const all = outline.map(pathOf);
  if (section) {
    throw new ZhujiError(
      'invalid_argument',
      {
        en: `\`${entry.id}\` has ${paths.length} sections \`${wanted}\`.`,
        zh: `\`${entry.id}\` 中有 ${paths.length} 个章节 \`${wanted}\`。`,
      },
      {
        recovery: {
          en: `Give the whole path, its titles joined with \`${separator}\`.`,
          zh: `请给出完整路径，各级标题用 \`${separator}\` 连接。`,
        },
        details: { argument: 'section', valid_values: paths },
      },
    );
  }
  const titles = outline.map((s) => s.path.at(-1) ?? '');
  throw new ZhujiError(
    'not_found',
    { en: `\`${entry.id}\` has no section \`${wanted}\`.`, zh: `\`${entry.id}\` 中没有章节 \`${wanted}\`。` },
    {
      recovery:
        all.length > 0
          ? { en: 'Give a title or a path of one of its sections.', zh: '请给出其中某一章节的标题或路径。' }
          : { en: 'It has no sections: read it whole.', zh: '该文档没有章节，请整篇阅读。' },
      details: { did_you_mean: nearest(wanted, [...titles, ...all]), valid_values: all.slice(0, 100) },
    },
  );
}

function checkSpan(document: Served, start: number, end: number): void {
  const { length } = document.text;
  if (Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= length) return;
  throw new ZhujiError(
    'invalid_argument',
    {
      en: `\`${document.entry.id}\` has ${length} characters; ${start} to ${end} is not a span of it.`,
      zh: `\`${document.entry.id}\` 共 ${length} 个字符，${start} 至 ${end} 不是其中的有效区间。`,
    },
    {
      recovery: {
        en: `Give whole numbers with 0 <= start < end <= ${length}.`,
        zh: `请给出满足 0 <= start < end <= ${length} 的整数。`,
      },
      details: { length },
    },
  );
}

const sectionAround = (outline: readonly OutlineSection[], start: number, end: number): readonly string[] =>
  outline.findLast((section) => section.start <= start && end <= section.end)?.path ?? [];

function pageSpan({ pages, text, entry }: Served, page: number): readonly [number, number] {
  const start = pages?.[page - 1];
  if (start !== undefined && start < text.length)
    return [start, Math.min(text.length, pages?.[page] ?? text.length)];
  throw new ZhujiError(
    'not_found',
    pages
      ? {
          en: `\`${entry.id}\` has ${pages.length} pages, and no text on page ${page}.`,
          zh: `\`${entry.id}\` 共 ${pages.length} 页，第 ${page} 页没有文字。`,
        }
      : { en: `\`${entry.id}\` has no pages.`, zh: `\`${entry.id}\` 不分页。` },
    {
      recovery: { en: 'Give a section or a span instead.', zh: '请改用章节或字符区间。' },
      details: { pages: pages?.length ?? 0 },
    },
  );
}

/** A part of a document, verbatim. A section comes with its subsections; a span within a section counts from the document's start. */
export function readPart(document: Served, wanted: PartWanted = {}): DocumentPart {
  const { entry, text, outline } = document;
  const { passages } = document;
  const part = (section: readonly string[], start: number, end: number): DocumentPart => {
    const before = passages.findLast((passage) => passage.end <= start);
    const after = passages.find((passage) => passage.start >= end);
    const page = passages.findLast((passage) => passage.start <= start)?.page;
    return {
      document: entry.id,
      hash: entry.hash,
      section,
      start,
      end,
      length: text.length,
      text: text.slice(start, end),
      ...(page !== undefined && { page }),
      ...(before && { before: [before.start, before.end] as const }),
      ...(after && { after: [after.start, after.end] as const }),
    };
  };
  const spanned = wanted.start !== undefined || wanted.end !== undefined;
  if (wanted.section?.trim()) {
    if (spanned) {
      throw new ZhujiError(
        'invalid_argument',
        { en: 'A section and a span exclude each other.', zh: '章节与字符区间不能同时给出。' },
        {
          recovery: {
            en: 'Give `section`, or `start` and `end`.',
            zh: '请只给出 `section`，或只给出 `start` 与 `end`。',
          },
        },
      );
    }
    const section = findSection(document, wanted.section);
    return part(
      section.path,
      section.start,
      section.start + text.slice(section.start, section.end).trimEnd().length,
    );
  }
  if (wanted.page !== undefined) {
    const [start, end] = pageSpan(document, wanted.page);
    return part(sectionAround(outline, start, end), start, end);
  }
  if (!spanned) return part([], 0, text.length);
  const [start, end] = [wanted.start ?? 0, wanted.end ?? text.length];
  checkSpan(document, start, end);
  return part(sectionAround(outline, start, end), start, end);
}
