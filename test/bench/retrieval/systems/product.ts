import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { indexKnowledge, openKnowledge } from '../../../../src/knowledge/index.ts';
import type { SetDocument } from '../set.ts';
import type { RetrievalSystem } from './system.ts';

/** Passages looked at for ten documents: several may be of one. */
const passages = 40;

/** The title once, where the text does not begin with it. */
function textOf({ title, text }: SetDocument): string {
  return title === '' || text.startsWith(title) ? text : `${title}\n\n${text}`;
}

async function bytesOf(folder: string): Promise<number> {
  const sizes = await Promise.all(
    (await readdir(folder)).map(async (name) => (await stat(join(folder, name))).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** The product's own index of a folder of text files, as `zhuji index` makes it and `search_knowledge` reads it. */
export const product: RetrievalSystem = {
  name: 'zhuji',
  what: 'this project, without key and download; documents by their best passage',
  async build(documents) {
    const root = await mkdtemp(join(tmpdir(), 'zhuji-retrieval-'));
    const [folder, indexFolder] = [join(root, 'knowledge'), join(root, 'index')];
    await mkdir(folder);
    for (const [row, document] of documents.entries())
      await writeFile(join(folder, `d${row}.txt`), textOf(document));
    await indexKnowledge({ folder, indexFolder });
    const knowledge = await openKnowledge({ folder, indexFolder });
    return {
      bytes: await bytesOf(indexFolder),
      async search(query) {
        const { hits } = await knowledge.search({ query, limit: passages, offset: 0 });
        const rows = new Set(hits.map(({ passage }) => Number(passage.document.slice(1))));
        return [...rows].slice(0, 10).map((row) => documents[row]?.id ?? '');
      },
      async close() {
        await knowledge.close();
        await rm(root, { recursive: true, force: true });
      },
    };
  },
};
