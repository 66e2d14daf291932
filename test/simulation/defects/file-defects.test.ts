import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seeded } from '../../../src/methods/random.ts';
import { defectSeverities, fileDefectKinds, fileDefects } from '../../../src/simulation/defects/index.ts';

const text = (records: number, word: string): string =>
  [
    'row,place,value',
    ...Array.from({ length: records }, (_, row) => `${row + 1},${word}${row % 7},${row / 8}`),
  ].join('\n');
const fileOf = (records: number, word = '车间'): Buffer => Buffer.from(`${text(records, word)}\n`);
const linesOf = (file: Uint8Array): string[] => Buffer.from(file).toString('latin1').split('\n');

const cases = fc.record({
  seed: fc.integer({ min: 1, max: 1e6 }),
  records: fc.integer({ min: 40, max: 900 }),
  severity: fc.constantFrom(...defectSeverities),
});

describe.each(fileDefectKinds)('%s', (kind) => {
  it('is made again by the same seed, and leaves the file given alone', () => {
    const file = fileOf(300);
    const kept = Buffer.from(file);
    const of = (seed: number) => fileDefects[kind].inject(file, { severity: 'medium', rng: seeded(seed) });
    expect(of(1)).toEqual(of(1));
    expect(of(1).file).not.toEqual(of(2).file);
    expect(file).toEqual(kept);
  });
});

describe('truncated_file', () => {
  it('is a beginning of the file that ends within the record it names', () => {
    fc.assert(
      fc.property(cases, ({ seed, records, severity }) => {
        const file = fileOf(records);
        const cut = fileDefects.truncated_file.inject(file, { severity, rng: seeded(seed) });
        expect(file.subarray(0, cut.file.length).equals(cut.file)).toBe(true);
        const [whole, left] = [linesOf(file), linesOf(cut.file)];
        expect(cut.truth.rows).toEqual([left.length - 1]);
        expect(left.at(-1)?.length).toBeGreaterThan(0);
        expect(left.at(-1)?.length).toBeLessThan(whole[left.length - 1]?.length ?? 0);
        expect(cut.truth.parameters['recordsLost']).toBe(records - (left.length - 1));
      }),
    );
  });
});

describe('mixed_encodings', () => {
  it('writes the lines it names in GBK and no other', () => {
    fc.assert(
      fc.property(cases, ({ seed, records, severity }) => {
        const file = fileOf(records);
        const mixed = fileDefects.mixed_encodings.inject(file, { severity, rng: seeded(seed) });
        const [before, after] = [linesOf(file), linesOf(mixed.file)];
        expect(after).toHaveLength(before.length);
        const gbk = new TextDecoder('gbk', { fatal: true });
        const changed = before.flatMap((line, row) => (line === after[row] ? [] : [row]));
        expect(changed).toEqual(mixed.truth.rows);
        for (const row of changed) {
          const decoded = gbk.decode(Buffer.from(after[row] ?? '', 'latin1'));
          expect(decoded).toBe(Buffer.from(before[row] ?? '', 'latin1').toString('utf8'));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is not put into a file without Chinese text', () => {
    const file = fileOf(300, 'hall ');
    expect(fileDefects.mixed_encodings.applies(file)).toBe(false);
    expect(() => fileDefects.mixed_encodings.inject(file, { severity: 'low', rng: seeded(1) })).toThrow(
      expect.objectContaining({ code: 'invalid_argument' }),
    );
  });
});
