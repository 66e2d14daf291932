import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { vectorIndexKind } from '../../src/knowledge/index.ts';
import { choosePlug } from '../../src/knowledge/vectors/choose.ts';
import { exactPlug } from '../../src/knowledge/vectors/exact.ts';
import { hnswPlug } from '../../src/knowledge/vectors/hnsw.ts';
import { clusters, testVectorIndex } from './test-vector-index.ts';

const { kind, reason } = await vectorIndexKind();
if (kind === 'exact') console.warn(`skipped: hnswlib-node cannot be loaded: ${reason}`);
const native = kind === 'hnsw';

testVectorIndex('exact', exactPlug);
testVectorIndex('HNSW', hnswPlug, native);

describe.skipIf(!native)('a stored HNSW index', () => {
  const place = async () => {
    const folder = await mkdtemp(join(tmpdir(), 'zhuji-vectors-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    return join(folder, 'a.bin');
  };

  test('answers as the one that was built', async () => {
    const vectors = clusters(800, 16);
    const path = await place();
    const built = await hnswPlug.build(vectors);
    await built.write?.(path);
    const read = await hnswPlug.read?.(path, vectors);
    const question = vectors.data.slice(0, 16);
    expect(read?.search(question, 20)).toEqual(built.search(question, 20));
  });

  test.each([
    ['of another dimension', clusters(800, 8)],
    ['of other vectors', clusters(800, 16, 9)],
    ['of another count', clusters(700, 16)],
  ])('is refused where the vectors are %s', async (_, others) => {
    const path = await place();
    await (await hnswPlug.build(clusters(800, 16))).write?.(path);
    expect(await hnswPlug.read?.(path, others)).toBeUndefined();
  });

  test('is refused where the file is cut short', async () => {
    const vectors = clusters(800, 16);
    const path = await place();
    await (await hnswPlug.build(vectors)).write?.(path);
    const whole = await readFile(path);
    await writeFile(path, whole.subarray(0, whole.length / 2));
    expect(await hnswPlug.read?.(path, vectors)).toBeUndefined();
  });

  test('is built without keeping others waiting', async () => {
    let longest = 0;
    let last = performance.now();
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    const from = performance.now();
    await hnswPlug.build(clusters(4000, 64));
    clearInterval(timer);
    expect(performance.now() - from).toBeGreaterThan(longest);
    expect(longest).toBeLessThan(1000);
  });

  test('can be cancelled', async () => {
    await expect(hnswPlug.build(clusters(4000, 64), { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'cancelled',
    });
  });
});

describe('choice', () => {
  test('few rows are compared one by one', async () => {
    expect((await choosePlug(100)).kind).toBe('exact');
  });

  test.skipIf(!native)('many rows get HNSW', async () => {
    expect((await choosePlug(50_000)).kind).toBe('hnsw');
  });

  test('where hnswlib-node cannot be loaded the exact index takes its place and says why', async () => {
    vi.resetModules();
    vi.doMock('hnswlib-node', () => {
      throw new Error('not compiled here');
    });
    onTestFinished(() => vi.doUnmock('hnswlib-node'));
    const { choosePlug: choose } = await import('../../src/knowledge/vectors/choose.ts');
    const { vectorIndexKind: ask } = await import('../../src/knowledge/vectors/kind.ts');
    expect((await choose(50_000)).kind).toBe('exact');
    const answer = await ask();
    expect(answer.kind).toBe('exact');
    expect(answer.reason).not.toBe('');
  });
});
