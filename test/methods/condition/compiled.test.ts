import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileCondition, evaluate, parseCondition } from '../../../src/methods/condition/index.ts';

const numbers = ['a', 'b', 'c'] as const;
type Record = { a: number | null; b: number | null; c: number | null; kind: string | null };

const value = fc.option(
  fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom(0.1, 0.2, 0.3, 1e308, Number.POSITIVE_INFINITY)),
);
const anyRecord: fc.Arbitrary<Record> = fc.record({
  a: value,
  b: value,
  c: value,
  kind: fc.option(fc.constantFrom('L', 'M')),
});

const { term, condition } = fc.letrec<{ term: string; condition: string }>((tie) => ({
  term: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(...numbers),
    fc.integer({ min: 0, max: 3 }).map(String),
    fc
      .tuple(tie('term'), fc.constantFrom('+', '-', '*', '/'), tie('term'))
      .map(([left, operator, right]) => `(${left} ${operator} ${right})`),
    fc
      .tuple(fc.constantFrom('min', 'max'), tie('term'), tie('term'))
      .map(([name, one, other]) => `${name}(${one}, ${other})`),
    tie('term').map((one) => `abs(${one})`),
  ),
  condition: fc.oneof(
    { maxDepth: 3 },
    fc
      .tuple(tie('term'), fc.constantFrom('<', '<=', '>', '>=', '=', '!='), tie('term'))
      .map((parts) => parts.join(' ')),
    fc
      .tuple(fc.constantFrom('=', '!='), fc.constantFrom('L', 'N'))
      .map(([relation, text]) => `kind ${relation} "${text}"`),
    fc
      .tuple(tie('condition'), fc.constantFrom('and', 'or', 'implies'), tie('condition'))
      .map(([left, operator, right]) => `(${left} ${operator} ${right})`),
    tie('condition').map((one) => `not (${one})`),
  ),
}));

function codesOf(text: string, records: readonly Record[], tolerance: number): number[] {
  const compiled = compileCondition(parseCondition(text), { tolerance });
  const columnOf = (field: string) =>
    Float64Array.from(records, (record) => Number(record[field as 'a'] ?? Number.NaN));
  const codes = new Uint8Array(records.length);
  compiled.evaluate(
    compiled.fields.map(columnOf),
    compiled.texts.map(() => records.map(({ kind }) => kind)),
    records.length,
    codes,
  );
  return [...codes];
}

describe('a compiled condition', () => {
  test('decides each record as the evaluation of one does', () => {
    fc.assert(
      fc.property(
        condition,
        fc.array(anyRecord, { minLength: 1, maxLength: 20 }),
        fc.constantFrom(0, 0.1),
        (text, records, tolerance) => {
          const expected = records.map((record) => {
            const { truth } = evaluate(parseCondition(text), record, { tolerance });
            return truth === null ? 2 : Number(truth);
          });
          expect(codesOf(text, records, tolerance)).toEqual(expected);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('is ready for blocks of any size, one after the other', () => {
    const compiled = compileCondition(parseCondition('a + 1 = b'));
    const sizes = [3, 1, 5000, 2];
    for (const size of sizes) {
      const a = Float64Array.from({ length: size }, (_, index) => index);
      const b = a.map((one) => one + (one % 2));
      const codes = new Uint8Array(size);
      compiled.evaluate([a, b], [], size, codes);
      expect([...codes]).toEqual(Array.from(a, (one) => one % 2));
    }
  });

  test('says which columns it wants, and as what', () => {
    const { fields, texts } = compileCondition(parseCondition('kind = "L" and kind = other and a > 2'));
    expect([fields, texts]).toEqual([['kind', 'other', 'a'], ['kind']]);
  });
});

test('the generated terms are conditions too', () => {
  fc.assert(fc.property(term, (text) => parseCondition(`${text} > 0`).kind === 'compare'));
});
