import { readdir, rm } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { countTerms } from '../../src/knowledge/analysis/count-terms.ts';
import { breather } from '../../src/knowledge/breathe.ts';
import { earnWeight } from '../../src/knowledge/embedding/earn-weight.ts';
import { lsaEmbedder, teachLsa, trainLsa } from '../../src/knowledge/embedding/lsa.ts';
import { indexKnowledge, openKnowledge } from '../../src/knowledge/index.ts';
import { termRows } from '../../src/knowledge/lexical/term-rows.ts';
import { persist } from '../../src/knowledge/persist.ts';
import { prepare } from '../../src/knowledge/prepare.ts';
import { vectorIndexKind } from '../../src/knowledge/vectors/kind.ts';
import { type Rng, sampleWithout, seeded } from '../../src/methods/random.ts';
import { folders } from './plant.ts';

const breathe = breather();
const native = (await vectorIndexKind()).kind === 'hnsw';

/** Passages on machines. No sentence of one names a part that another one of it names: only other passages tell what goes together. */
function passages(count: number, rng: Rng): string[] {
  const letters = 'bcdfghklmnprstvz';
  const word = (i: number) =>
    `${letters[i % 16]}a${letters[Math.floor(i / 16) % 16]}o${letters[Math.floor(i / 256) % 16]}u`;
  const families = Array.from({ length: 120 }, (_, f) =>
    Array.from({ length: 24 }, (_, i) => word(f * 24 + i)),
  );
  return Array.from({ length: count }, (_, i) => {
    const parts = sampleWithout(rng, families[i % families.length] ?? [], 12);
    const sentence = (s: number) =>
      [...parts.slice(3 * s, 3 * s + 3), ...sampleWithout(rng, families.flat(), 2)].join(' ');
    return Array.from({ length: 4 }, (_, s) => `${sentence(s)}.`).join(' ');
  });
}

describe('latent semantics', () => {
  test('texts whose words go together are near though they share none', async () => {
    const rng = seeded(3);
    const pumps = ['impeller', 'cavitation', 'suction', 'seal'];
    const motors = ['stator', 'winding', 'rotor', 'slip'];
    const texts = Array.from({ length: 80 }, (_, i) =>
      sampleWithout(rng, i % 2 ? pumps : motors, 2).join(' '),
    );
    const model = await trainLsa(termRows(texts.map(countTerms)), breathe);
    if (!model) throw new Error('not trained');
    const embedder = lsaEmbedder(model, 'test');
    const [a, b, c, none] = await embedder.embed(['impeller', 'suction', 'winding', 'unheard of']);
    const cosine = (x?: Float32Array, y?: Float32Array) =>
      x?.reduce((sum, value, i) => sum + value * (y?.[i] ?? 0), 0);
    expect(cosine(a, b)).toBeGreaterThan(cosine(a, c) ?? 1);
    expect(a).toHaveLength(embedder.dimension);
    expect(none).toBeUndefined();
  });

  test('the same passages give the same model', async () => {
    const counts = termRows(passages(100, seeded(1)).map(countTerms));
    const [a, b] = [await trainLsa(counts, breathe), await trainLsa(counts, breathe)];
    expect(a?.terms).toEqual(b?.terms);
  });

  test('of a few passages nothing is learnt', async () => {
    expect(await trainLsa(termRows(['one', 'two'].map(countTerms)), breathe)).toBeUndefined();
    expect((await earnWeight(passages(150, seeded(1)), seeded(1), teachLsa(breathe), breathe)).weight).toBe(
      0,
    );
  });

  test('where words say it all, they earn no weight', async () => {
    const unique = Array.from({ length: 300 }, (_, i) => {
      const name = `part${String.fromCharCode(97 + (i % 26), 97 + Math.floor(i / 26))}x`;
      return `The ${name} is made of steel here. The ${name} is checked each week. Replace the ${name} when worn.`;
    });
    expect((await earnWeight(unique, seeded(1), teachLsa(breathe), breathe)).weight).toBe(0);
  });
});

describe('a collection that earns them', () => {
  const files = Object.fromEntries(passages(600, seeded(5)).map((text, i) => [`p${i}.md`, `${text}\n`]));

  test('keeps the model, and learns again when it is gone or the documents changed', async () => {
    const at = await folders(files);
    const report = await indexKnowledge(at);
    expect(report.vectors).toMatchObject({ kind: 'exact', dimension: 100 });
    expect(report.vectors.weight).toBeGreaterThan(0);
    const query = { query: Object.values(files)[7]?.slice(0, 40) ?? '', limit: 10, offset: 0 };
    const before = await (await openKnowledge(at)).search(query);
    expect(before.total).toBeGreaterThan(0);
    for (const name of await readdir(at.indexFolder)) {
      if (name.startsWith('model')) await rm(`${at.indexFolder}/${name}`);
    }
    expect(await (await openKnowledge(at)).search(query)).toEqual(before);
    expect((await readdir(at.indexFolder)).filter((name) => name.startsWith('model'))).toHaveLength(1);
  });

  test.skipIf(!native)('HNSW answers as the exact index, and is read back', async () => {
    const at = await folders(files);
    const options = { thorough: true, approximateFrom: 0 };
    const built = await prepare(at, options);
    expect(built).toMatchObject({ stored: false, index: { kind: 'hnsw' } });
    await persist(at.indexFolder, built);
    const read = await prepare(at, options);
    expect(read).toMatchObject({ stored: true, index: { kind: 'hnsw' } });
    const vector = built.lesson?.vectors.data.slice(0, 100) ?? new Float32Array();
    expect(read.index?.search(vector, 10)).toEqual(built.index?.search(vector, 10));
    for (const name of await readdir(at.indexFolder)) {
      if (name.startsWith('vectors')) await rm(`${at.indexFolder}/${name}`);
    }
    expect((await prepare(at, { thorough: false })).index?.kind).toBe('exact');
    expect(await prepare(at, options)).toMatchObject({ stored: false, index: { kind: 'hnsw' } });
  });
});
