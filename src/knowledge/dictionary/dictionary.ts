import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { type Names, termsOf } from '../glossary/index.ts';

/** General words of both languages: fewer traps than nothing, more than a glossary. */
export interface Dictionary {
  /** English terms of a Chinese word. */
  fromChinese(word: string): Names | undefined;
  /** Terms of Chinese words for English terms, joined by blanks. */
  fromEnglish(key: string): Names | undefined;
}

/** Chinese words that one English one may stand for, at most; the shorter ones are the more common. */
const mostWords = 12;

/** The file lies beside the sources, also where the build runs from `dist`. */
function file(): Buffer | undefined {
  for (const at of ['./cc-cedict/', '../../../../src/knowledge/dictionary/cc-cedict/']) {
    try {
      return readFileSync(new URL(`${at}zh-en.tsv.br`, import.meta.url));
    } catch {
      // Not here: the next place.
    }
  }
  return undefined;
}

function load(): Dictionary {
  const glosses = new Map<string, string>();
  const words = new Map<string, string[]>();
  const analysed = new Map<string, Names>();
  const bytes = file();
  for (const line of bytes ? brotliDecompressSync(bytes).toString('utf8').split('\n') : []) {
    const [word = '', list] = line.split('\t');
    if (!list) continue;
    glosses.set(word, list);
    for (const gloss of list.split(';')) {
      const known = words.get(gloss);
      if (known) known.push(word);
      else words.set(gloss, [word]);
    }
  }
  return {
    fromChinese: (word) =>
      glosses
        .get(word)
        ?.split(';')
        .map((gloss) => gloss.split(' ')),
    fromEnglish(key) {
      const known = analysed.get(key);
      if (known) return known;
      const found = words.get(key)?.toSorted((a, b) => a.length - b.length);
      const names = found
        ?.slice(0, mostWords)
        .map(termsOf)
        .filter((terms) => terms.length > 0);
      if (names) analysed.set(key, names);
      return names;
    },
  };
}

let loaded: Dictionary | undefined;

/** CC-CEDICT, compacted; read when it is asked for first. Without the file it knows nothing. */
export function dictionary(): Dictionary {
  loaded ??= load();
  return loaded;
}
