import { describe, expect, test } from 'vitest';
import type { DocumentLoader } from '../../src/knowledge/loaders/loader.ts';

export interface LoaderSamples {
  /** A document of some sections, and the titles it has. */
  readonly structured: Uint8Array;
  readonly titles: readonly string[];
  /** A word that must be found in the text. */
  readonly word: string;
  /** Bytes that the format cannot be. */
  readonly damaged: Uint8Array;
}

/** What every document loader promises. */
export function testDocumentLoader(name: string, loader: DocumentLoader, samples: LoaderSamples): void {
  describe(`${name}: document loader`, () => {
    test('finds the titles in the order of the text', async () => {
      const { blocks, text } = await loader.load(samples.structured, 'a');
      const titles = blocks.flatMap((block) => (block.kind === 'heading' ? [block.title] : []));
      expect(titles).toEqual(samples.titles);
      expect(text).toContain(samples.word);
    });

    test('blocks and their cuts ascend within the text', async () => {
      const { blocks, text } = await loader.load(samples.structured, 'a');
      let before = -1;
      for (const block of blocks) {
        for (const at of [block.start, ...(block.kind === 'heading' ? [] : block.cuts)]) {
          expect(at).toBeGreaterThan(before);
          expect(at).toBeLessThan(text.length);
          before = at;
        }
      }
    });

    test('refuses damaged bytes and names the file', async () => {
      await expect(loader.load(samples.damaged, 'hall/a')).rejects.toMatchObject({
        code: 'unreadable_file',
        message: expect.stringContaining('hall/a'),
        recovery: expect.stringMatching(/./),
      });
    });

    test('an empty file has no blocks, or is refused', async () => {
      const loaded = loader.load(new Uint8Array(), 'a').catch((error: unknown) => error);
      expect(await loaded).toMatchObject(loader.extensions.includes('.md') ? { blocks: [] } : {});
      expect(await loaded).toSatisfy((result: object) => ('blocks' in result ? true : 'code' in result));
    });

    test('knows its own names', () => {
      expect(loader.extensions.every((extension) => /^\.[a-z0-9]+$/.test(extension))).toBe(true);
      expect(loader.mediaType).toMatch(/^\w+\/[\w.+-]+$/);
    });
  });
}
