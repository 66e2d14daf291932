import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Rng, shuffle } from '../../../../src/methods/random.ts';
import type { RetrievalSet, SetDocument } from '../set.ts';

/** Sections of one file. */
const sections = 50;

const sentencesOf = ({ text }: SetDocument): string[] =>
  text.match(/[^。！？.!?]{15,200}[。！？.!?]/gu)?.map((sentence) => sentence.trim()) ?? [];

/** So many passages, each of three sentences drawn from documents of all sets: a large collection as real ones are. */
export function makePassages(sets: readonly RetrievalSet[], count: number, rng: Rng): SetDocument[] {
  const sentences = shuffle(
    rng,
    sets.flatMap(({ documents }) => documents.flatMap(sentencesOf)),
  );
  const pick = () => sentences[Math.floor(rng() * sentences.length)] ?? '';
  return Array.from({ length: count }, (_, i) => ({
    id: String(i),
    title: '',
    text:
      i * 3 + 2 < sentences.length
        ? sentences.slice(3 * i, 3 * i + 3).join(' ')
        : [pick(), pick(), pick()].join(' '),
  }));
}

/** Writes them as Markdown, a section each: the index makes one passage of a section. */
export async function writePassages(passages: readonly SetDocument[], folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (let at = 0; at < passages.length; at += sections) {
    const part = passages.slice(at, at + sections).map(({ text }, i) => `## Part ${at + i}\n\n${text}\n`);
    await writeFile(join(folder, `d${at / sections}.md`), `# Notes ${at / sections}\n\n${part.join('\n')}`);
  }
}
