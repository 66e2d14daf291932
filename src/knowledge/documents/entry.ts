import { basename } from 'node:path';
import { type DocumentEntry, type Language, languageOf, type Text } from '../../workspace/index.ts';
import { standardsIn } from '../analysis/identifiers.ts';
import type { DocumentLoader, LoadedDocument } from '../loaders/loader.ts';
import { type SectionContent, separator } from '../passages/outline.ts';
import type { DocumentFile } from './files.ts';
import { genreOf } from './genre.ts';

/** `mixed` where a fifth or more of the characters are in passages of the other language. */
export function documentLanguage(
  declared: Language | undefined,
  passages: readonly { readonly language: Language; readonly start: number; readonly end: number }[],
): DocumentEntry['language'] {
  if (declared) return declared;
  let zh = 0;
  let all = 0;
  for (const { language, start, end } of passages) {
    all += end - start;
    if (language === 'zh') zh += end - start;
  }
  if (zh >= all * 0.8 && all > 0) return 'zh';
  return zh <= all * 0.2 ? 'en' : 'mixed';
}

/** The catalog's entry of a document: what its author declared, and what the text itself shows. */
export function documentEntry(
  file: DocumentFile,
  hash: string,
  loader: DocumentLoader,
  loaded: LoadedDocument,
  sections: readonly SectionContent[],
  language: DocumentEntry['language'],
): DocumentEntry {
  const { declared } = loaded;
  const heading = sections.find((section) => section.heading)?.heading?.title;
  const named = heading ?? basename(file.path);
  const title: Text = declared.title ?? { [languageOf(named)]: named };
  const unknown = [
    ...(declared.title || heading ? [] : ['title']),
    ...(declared.description ? [] : ['description']),
    ...(declared.version ? [] : ['version']),
    ...(declared.license ? [] : ['license']),
    ...(declared.datasets.length > 0 ? [] : ['datasets']),
  ];
  return {
    kind: 'document',
    id: file.id,
    title,
    description: declared.description ?? {},
    keywords: declared.keywords,
    version: declared.version ?? '',
    hash,
    license: declared.license ?? null,
    links: declared.datasets.map((target) => ({ relation: 'describes', target })),
    unknown,
    language,
    mediaType: loader.mediaType,
    characters: loaded.text.length,
    genre:
      declared.genre ??
      genreOf(
        [title.zh, title.en].filter((one) => one !== undefined),
        file.path,
        loader.mediaType,
      ),
    standards: standardsIn(loaded.text),
    sections: sections.filter((section) => section.heading).map((section) => section.path.join(separator)),
  };
}
