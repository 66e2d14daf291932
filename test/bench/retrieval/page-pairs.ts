import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RetrievalSet, SetDocument } from './set.ts';

/** Characters of a page that are asked for at most: its title and first paragraph. */
const longest = 200;

/** The sub-folders of the two languages: those whose names begin with `zh` and `en`. */
async function languageFolders(folder: string): Promise<{ zh: string; en: string }> {
  const names = (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  const [zh, en] = ['zh', 'en'].map((tag) => names.find((name) => name.toLowerCase().startsWith(tag)));
  if (zh && en) return { zh, en };
  throw new Error(`${folder} needs a folder of Chinese pages (zh...) and one of English pages (en...).`);
}

async function pagesOf(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = await readdir(folder, { recursive: true });
  const pages = new Map<string, string>();
  for (const name of names.filter((one) => one.endsWith('.md')).sort())
    pages.set(name, await readFile(join(folder, name), 'utf8'));
  return pages;
}

/** Title and first paragraph, as plain as Markdown without its marks is. */
export function opening(page: string): string {
  const body = page.replace(/^---\n[\s\S]*?\n---\n/, '').replace(/<!--[\s\S]*?-->/g, '');
  const blocks = body.split(/\n\s*\n|\n(?=#)|(?<=^#.*)\n/m).map((block) => block.trim());
  const title = blocks.find((block) => block.startsWith('#')) ?? '';
  const paragraph = blocks.find((block) => /^[\p{L}\p{N}*[`"“]/u.test(block) && block !== title) ?? '';
  return `${title} ${paragraph}`
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<[^>]*>|[#*`_|]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longest);
}

/** Pages of one path in two languages: what is asked in one is to be found in the other, both ways. */
export async function readPagePairs(folder: string, name: string): Promise<RetrievalSet[]> {
  const folders = await languageFolders(folder);
  const [zh, en] = [await pagesOf(join(folder, folders.zh)), await pagesOf(join(folder, folders.en))];
  const paths = [...zh.keys()].filter((path) => en.has(path));
  const set = (from: ReadonlyMap<string, string>, to: ReadonlyMap<string, string>, way: string) => {
    const documents: SetDocument[] = [...to].map(([id, text]) => ({ id, title: '', text }));
    const queries = paths.map((id) => ({ id, text: opening(from.get(id) ?? '') }));
    const asked = queries.filter(({ text }) => text !== '');
    return {
      name: `${name} ${way}`,
      documents,
      queries: asked,
      relevance: new Map(asked.map(({ id }) => [id, new Map([[id, 1]])])),
    };
  };
  return [set(zh, en, 'zh → en'), set(en, zh, 'en → zh')];
}
