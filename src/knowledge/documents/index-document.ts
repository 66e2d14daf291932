import { type Language, languageOf } from '../../workspace/index.ts';
import { countWeighted } from '../analysis/count-terms.ts';
import { breather } from '../breathe.ts';
import { type TermCounts, termRows } from '../lexical/term-rows.ts';
import type { DocumentLoader, LoadedDocument } from '../loaders/loader.ts';
import { refuse } from '../loaders/refuse.ts';
import { cutPassages, type Span } from '../passages/cut.ts';
import { sectionsOf } from '../passages/outline.ts';
import { sha256 } from '../store/sha256.ts';
import { documentEntry, documentLanguage } from './entry.ts';
import type { DocumentFile } from './files.ts';
import type { IndexedDocument, IndexedPassage } from './indexed.ts';

/** What a term counts in the titles above a passage, beside 1 in the passage. */
const aboveWeight = 0.5;
/** With fewer letters than this a passage does not show its language. */
const fewestLetters = 20;

function languageIn(text: string, document: Language): Language {
  return (text.match(/\p{L}/gu)?.length ?? 0) < fewestLetters ? document : languageOf(text);
}

function pageAt(pages: readonly number[], start: number): number {
  return Math.max(1, pages.filter((page) => page <= start).length);
}

function describe(loaded: LoadedDocument, span: Span, document: Language): IndexedPassage {
  const { text, declared, pages } = loaded;
  const { start, end, section } = span;
  return {
    start,
    end,
    section,
    language: declared.language ?? languageIn(text.slice(start, end), document),
    ...(pages && { page: pageAt(pages, start) }),
  };
}

function count({ text, declared }: LoadedDocument, { start, end, section, header }: Span): TermCounts {
  const columns = header ? text.slice(...header) : '';
  const above = [declared.title?.zh, declared.title?.en, ...section, columns].filter(Boolean).join('\n');
  return countWeighted([
    [text.slice(start, end), 1],
    [above, aboveWeight],
  ]);
}

/** Reads one document. Errors: `unreadable_file`, `invalid_metadata`. */
export async function indexDocument(
  file: DocumentFile,
  loader: DocumentLoader,
  bytes: Uint8Array,
): Promise<IndexedDocument> {
  const loaded = await loader.load(bytes, file.path);
  if (loaded.text.trim() === '')
    throw refuse(
      file.path,
      { en: 'holds no text', zh: '没有文字内容' },
      { en: 'Check whether it is the right file.', zh: '请检查是否为正确的文件。' },
    );
  const sections = sectionsOf(loaded);
  const overall = languageOf(loaded.text);
  const breathe = breather();
  const passages: IndexedPassage[] = [];
  const counts: TermCounts[] = [];
  for (const span of cutPassages(loaded)) {
    passages.push(describe(loaded, span, overall));
    counts.push(count(loaded, span));
    await breathe();
  }
  const language = documentLanguage(loaded.declared.language, passages);
  return {
    path: file.path,
    entry: documentEntry(file, sha256(bytes), loader, loaded, sections, language),
    text: loaded.text,
    outline: sections.flatMap(({ heading, path, start, end }) => (heading ? [{ path, start, end }] : [])),
    passages,
    ...(loaded.pages && { pages: loaded.pages }),
    ...(loaded.withoutText && { withoutText: loaded.withoutText }),
    terms: termRows(counts),
  };
}
