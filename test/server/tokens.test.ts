import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { getEncoding } from 'js-tiktoken';
import { describe, expect, test } from 'vitest';
import { estimateTokens } from '../../src/server/index.ts';
import { handbook, lathe, manual } from './plant.ts';

const encoding = getEncoding('o200k_base');
const real = (text: string): number => encoding.encode(text, [], []).length;
const root = resolve(import.meta.dirname, '../..');
const source = (path: string): string => readFileSync(resolve(root, path), 'utf8').slice(0, 40_000);

const records = Array.from({ length: 300 }, (_, row) => ({
  row,
  type: 'LMH'[row % 3],
  torque: (row * 7.31) % 70,
  speed: -1e-9 * row,
  measured: `2026-03-${1 + (row % 28)}T08:15:00.000Z`,
}));

const corpora: Readonly<Record<string, string>> = {
  'English prose': source('LICENSE'),
  'Chinese prose': handbook,
  'a document': manual,
  CSV: lathe,
  'JSON records': JSON.stringify(records),
  'JSON of hashes': source('package-lock.json'),
  TypeScript: source('src/server/create-server.ts'),
  emoji: '🏭🔧⚙️ 📈🧪 👩‍🔧 '.repeat(60),
  units: '℃ µm N·m ≤ ± Ω × 10⁻³ m/s² σ Δ '.repeat(100),
  'rare characters': '轘鎞镔饕餮龘靐齉爩'.repeat(50),
  'other scripts': 'Температура подшипника θερμοκρασία ベアリング温度 베어링 온도 درجة الحرارة '.repeat(50),
};

describe('the estimate of tokens', () => {
  test.each(Object.entries(corpora))(
    'is not below the count of o200k_base, nor four times it, for %s',
    (_, text) => {
      const count = real(text);
      expect(estimateTokens(text)).toBeGreaterThanOrEqual(count);
      expect(estimateTokens(text)).toBeLessThan(4 * count);
    },
  );

  test('is at most two thirds above it for Chinese, English and JSON together', () => {
    const text = handbook + source('LICENSE').slice(0, 4000) + JSON.stringify(records);
    expect(estimateTokens(text) / real(text)).toBeLessThan(1.67);
  });

  const alphabets: Readonly<Record<string, fc.Arbitrary<string>>> = {
    'any text': fc.string({ unit: 'binary', minLength: 200, maxLength: 600 }),
    'printable text': fc.string({ unit: 'grapheme', minLength: 200, maxLength: 600 }),
    ASCII: fc.string({ unit: 'grapheme-ascii', minLength: 400, maxLength: 900 }),
    'lower-case letters': fc.string({
      unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'),
      minLength: 200,
      maxLength: 400,
    }),
    hexadecimal: fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 200, maxLength: 400 }),
    'Han characters': fc.string({
      unit: fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCharCode(code)),
      minLength: 100,
      maxLength: 200,
    }),
    JSON: fc.array(fc.json(), { minLength: 20, maxLength: 60 }).map((list) => list.join(',')),
  };
  test.each(Object.entries(alphabets))(
    'is within a tenth of the count, or above it, for random %s',
    (_, texts) => {
      fc.assert(
        fc.property(texts, (text) => {
          expect(estimateTokens(text) * 1.1 + 5).toBeGreaterThanOrEqual(real(text));
        }),
        { numRuns: 40, seed: 7 },
      );
    },
  );

  test('grows with the text, and is one for none', () => {
    expect(estimateTokens('')).toBe(1);
    expect(estimateTokens('温度')).toBeGreaterThan(1);
  });
});
