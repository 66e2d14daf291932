import { type Language, languageOf } from '../../workspace/index.ts';
import { analyse } from '../analysis/analyse.ts';
import type { DocumentLoader, LoadedDocument } from '../loaders/loader.ts';
import { cutPassages, type Span } from '../passages/cut.ts';
import { sectionsOf } from '../passages/outline.ts';
import { sha256 } from '../store/sha256.ts';
import { documentEntry, documentLanguage } from './entry.ts';
import type { DocumentFile } from './files.ts';
import type { IndexedDocument, IndexedPassage, TermCounts } from './indexed.ts';

/** What a term counts in the titles above a passage, beside 1 in the passage. */
const aboveWeight = 0.5;
/** With fewer letters than this a passage does not show its language. */
const fewestLetters = 20;

function counted(body: string, above: string): TermCounts {
  const counts = new Map<string, number>();
  const count = (text: string, weight: number) => {
    for (const { term } of analyse(text)) counts.set(term, (counts.get(term) ?? 0) + weight);
  };
  count(body, 1);
  count(above, aboveWeight);
  return { terms: [...counts.keys()], counts: [...counts.values()] };
}

function languageIn(text: string, document: Language): Language {
  return (text.match(/\p{L}/gu)?.length ?? 0) < fewestLetters ? document : languageOf(text);
}

function pageAt(pages: readonly number[], start: number): number {
  return Math.max(1, pages.filter((page) => page <= start).length);
}

function indexPassage(loaded: LoadedDocument, span: Span): IndexedPassage {
  const { text, declared, pages } = loaded;
  const { start, end, section, header } = span;
  const body = text.slice(start, end);
  const columns = header ? text.slice(...header) : '';
  const above = [declared.title?.zh, declared.title?.en, ...section, columns].filter(Boolean).join('\n');
  return {
    start,
    end,
    section,
    language: declared.language ?? languageIn(body, languageOf(text)),
    ...(pages && { page: pageAt(pages, start) }),
    ...counted(body, above),
  };
}

/** Reads one document. Errors: `unreadable_file`, `invalid_metadata`. */
export async function indexDocument(
  file: DocumentFile,
  loader: DocumentLoader,
  bytes: Uint8Array,
): Promise<IndexedDocument> {
  const loaded = await loader.load(bytes, file.path);
  const sections = sectionsOf(loaded);
  const passages = cutPassages(loaded).map((span) => indexPassage(loaded, span));
  const language = documentLanguage(loaded.declared.language, passages);
  return {
    path: file.path,
    entry: documentEntry(file, sha256(bytes), loader, loaded, sections, language),
    text: loaded.text,
    outline: sections.flatMap(({ heading, path, start, end }) => (heading ? [{ path, start, end }] : [])),
    passages,
  };
}
