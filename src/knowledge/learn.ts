import { seeded } from '../methods/random.ts';
import { breather } from './breathe.ts';
import type { IndexOptions } from './contract.ts';
import { earnWeight, fewestPassages } from './embedding/earn-weight.ts';
import { foldIn, trainLsa } from './embedding/lsa.ts';
import type { Row } from './search/collection.ts';
import type { Learnt } from './store/model-file.ts';

const seed = 1;

export interface Lesson extends Learnt {
  /** Above 0: what earns nothing is not kept. */
  readonly weight: number;
}

/** Latent semantics of the passages, where they find things that words alone do not. Errors: `cancelled`. */
export async function learn(
  rows: readonly Row[],
  { onProgress, signal }: Pick<IndexOptions, 'onProgress' | 'signal'>,
): Promise<Lesson | undefined> {
  if (rows.length < fewestPassages) return undefined;
  const breathe = breather(signal);
  onProgress?.({ task: 'semantics', done: 0, total: 2 });
  const texts = rows.map(({ document, passage }) => document.text.slice(passage.start, passage.end));
  const weight = await earnWeight(texts, seeded(seed), breathe);
  onProgress?.({ task: 'semantics', done: 1, total: 2 });
  const model =
    weight > 0
      ? await trainLsa(
          rows.map(({ passage }) => passage),
          breathe,
        )
      : undefined;
  if (!model) return undefined;
  const { dimension } = model;
  const data = new Float32Array(rows.length * dimension);
  for (const [i, { passage }] of rows.entries()) {
    data.set(foldIn(passage, model) ?? [], i * dimension);
    await breathe();
  }
  onProgress?.({ task: 'semantics', done: 2, total: 2 });
  return { model, vectors: { dimension, count: rows.length, data }, weight };
}
