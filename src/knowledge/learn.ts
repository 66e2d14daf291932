import { seeded } from '../methods/random.ts';
import { breather } from './breathe.ts';
import type { IndexOptions } from './contract.ts';
import type { IndexedDocument } from './documents/indexed.ts';
import { earnWeight, fewestPassages } from './embedding/earn-weight.ts';
import { foldRows, teachLsa, trainLsa } from './embedding/lsa.ts';
import { joinRows } from './lexical/term-rows.ts';
import type { Learnt } from './store/model-file.ts';

const seed = 1;

export interface Lesson extends Learnt {
  /** Above 0: what earns nothing is not kept. */
  readonly weight: number;
  /** From this cosine on meaning alone makes a hit. */
  readonly floor: number;
}

/** Latent semantics of the passages, where they find things that words alone do not. Errors: `cancelled`. */
export async function learn(
  documents: readonly IndexedDocument[],
  { onProgress, signal }: Pick<IndexOptions, 'onProgress' | 'signal'>,
): Promise<Lesson | undefined> {
  const texts = documents.flatMap(({ text, passages }) =>
    passages.map(({ start, end }) => text.slice(start, end)),
  );
  if (texts.length < fewestPassages) return undefined;
  const breathe = breather(signal);
  onProgress?.({ task: 'semantics', done: 0, total: 2 });
  const { weight, floor } = await earnWeight(texts, seeded(seed), teachLsa(breathe), breathe);
  onProgress?.({ task: 'semantics', done: 1, total: 2 });
  if (weight === 0) return undefined;
  const passages = joinRows(documents.map(({ terms }) => terms));
  const model = await trainLsa(passages, breathe);
  if (!model) return undefined;
  const vectors = await foldRows(passages, model, breathe);
  onProgress?.({ task: 'semantics', done: 2, total: 2 });
  return { model, vectors, weight, floor };
}
