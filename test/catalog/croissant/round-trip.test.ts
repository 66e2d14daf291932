import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readDescribedDataset, writeCroissant } from '../../../src/catalog/formats/croissant/index.ts';
import { checkCroissant } from '../../../src/catalog/index.ts';
import { anyDescribedDataset } from '../arbitrary-dataset.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhuji-croissant-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('writing and reading loses nothing of an entry and of how its tables were read', async () => {
  const file = join(folder, 'croissant.json');
  await fc.assert(
    fc.asyncProperty(anyDescribedDataset, async ({ entry, readings }) => {
      await writeFile(file, JSON.stringify(writeCroissant(entry, readings)));
      expect(await readDescribedDataset(file)).toEqual({ entry, readings });
    }),
    { numRuns: 300 },
  );
});

test('what is written breaks the specification only where nobody declared what it requires', () => {
  fc.assert(
    fc.property(anyDescribedDataset, ({ entry, readings }) => {
      const document: unknown = JSON.parse(JSON.stringify(writeCroissant(entry, readings)));
      const { findings } = checkCroissant(document, 'specification');
      const errors = findings.filter(({ severity }) => severity === 'error');
      expect(errors.filter(({ rule }) => rule !== 'required_property')).toEqual([]);
      const license = errors.some(({ message }) => message.en.includes('"license"'));
      expect(license).toBe(entry.license === null);
    }),
  );
});
