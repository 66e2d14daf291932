import { type DocumentPart, ZhujiError } from '../workspace/index.ts';
import { nearest } from '../workspace/nearest.ts';
import type { IndexedDocument, OutlineSection } from './documents/indexed.ts';
import { separator } from './passages/outline.ts';

export interface PartWanted {
  readonly section?: string;
  readonly start?: number;
  readonly end?: number;
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
const pathOf = (section: OutlineSection): string => section.path.join(separator);

function findSection(document: Omit<IndexedDocument, 'terms'>, wanted: string): OutlineSection {
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

function checkSpan(document: Omit<IndexedDocument, 'terms'>, start: number, end: number): void {
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

/** A part of a document, verbatim. A section comes with its subsections; a span within a section counts from the document's start. */
export function readPart(document: Omit<IndexedDocument, 'terms'>, wanted: PartWanted = {}): DocumentPart {
  const { entry, text, outline } = document;
  const part = (section: readonly string[], start: number, end: number): DocumentPart => ({
    document: entry.id,
    hash: entry.hash,
    section,
    start,
    end,
    length: text.length,
    text: text.slice(start, end),
  });
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
  if (!spanned) return part([], 0, text.length);
  const [start, end] = [wanted.start ?? 0, wanted.end ?? text.length];
  checkSpan(document, start, end);
  const around = outline.findLast((section) => section.start <= start && end <= section.end);
  return part(around?.path ?? [], start, end);
}
