import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitAnswer } from '../../src/server/budget.ts';
import { decodePage } from '../../src/server/cursor.ts';
import { defaultLimits, estimateTokens } from '../../src/server/index.ts';
import type { Page } from '../../src/server/tool.ts';
import { toolText } from '../../src/server/tool-text.ts';
import { visible } from '../../src/server/untrusted.ts';
import { ZhujiError } from '../../src/workspace/index.ts';

type Json = Readonly<Record<string, unknown>>;
const limits = { ...defaultLimits, answerTokens: 300, answerTokensCap: 900 };
const tokens = (value: unknown): number => estimateTokens(toolText(value));

/** What a tool over `values` answers, page after page, until there is no next call. */
function readAll(values: readonly unknown[], first: Json, pageSize: number): Json[] {
  const answers: Json[] = [];
  let input = first;
  for (;;) {
    const page: Page = decodePage('list', input, pageSize);
    const items = {
      key: 'items',
      values: values.slice(page.offset, page.offset + page.limit),
      offset: page.offset,
      total: values.length,
    };
    const answer = fitAnswer({ head: { about: 'test' }, items }, { tool: 'list', input, page }, limits);
    answers.push(answer);
    const next = answer['next'] as { tool: string; arguments: Json } | undefined;
    if (!next) return answers;
    expect(next.tool).toBe('list');
    input = next.arguments;
  }
}

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.constantFrom('回火温度'.repeat(30), 'a'.repeat(5000), '🏭'.repeat(900), '0.123456789,'.repeat(200)),
);
const item = fc.oneof(
  text,
  fc.record({ row: fc.nat(), note: text, value: fc.double() }),
  fc.array(fc.double({ noNaN: true }), { maxLength: 40 }),
);

describe('the budget of an answer', () => {
  test('holds for any items, and paging gives each whole item once, in order', () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 40 }), fc.integer({ min: 1, max: 30 }), (given, pageSize) => {
        const values = given.map(visible);
        const answers = readAll(values, { query: '温度' }, pageSize);
        const seen = answers.flatMap((answer) => answer['items'] as unknown[]);
        expect(seen).toHaveLength(values.length);
        for (const answer of answers) {
          expect(tokens(answer)).toBeLessThanOrEqual(limits.answerTokensCap);
          expect(answer['returned']).toBe((answer['items'] as unknown[]).length);
          expect(answer['total']).toBe(values.length);
          expect(answer['truncated']).toBe(
            'next' in answer || answer['truncation_reason'] === 'item_shortened',
          );
          if ((answer['returned'] as number) > 1)
            expect(tokens(answer)).toBeLessThanOrEqual(limits.answerTokens);
        }
        const whole = answers.filter((answer) => answer['truncation_reason'] !== 'item_shortened');
        for (const value of whole.flatMap((answer) => answer['items'] as unknown[])) {
          expect(values).toContainEqual(value);
        }
        if (whole.length === answers.length) expect(seen).toEqual(values);
      }),
      { numRuns: 200, seed: 7 },
    );
  });

  test('holds whatever mark the answer is sent with', () => {
    fc.assert(
      fc.property(
        fc.array(item, { maxLength: 10 }),
        fc.array(fc.nat(15), { minLength: 16, maxLength: 16 }),
        (given, digits) => {
          const mark = digits.map((digit) => digit.toString(16)).join('');
          for (const sent of readAll(given.map(visible), {}, 5)) {
            expect(estimateTokens(toolText(sent, mark))).toBeLessThanOrEqual(limits.answerTokensCap);
          }
        },
      ),
      { numRuns: 300, seed: 11 },
    );
  });

  const answer = (values: readonly unknown[], total = values.length, head: Json = {}) =>
    fitAnswer(
      { head, items: { key: 'items', values, offset: 0, total } },
      { tool: 'list', input: {}, page: { offset: 0, limit: 10 } },
      limits,
    );

  test('says nothing of a next call where everything was sent', () => {
    expect(answer(['a', 'b'])).toEqual({ items: ['a', 'b'], returned: 2, total: 2, truncated: false });
    expect(answer([])).toEqual({ items: [], returned: 0, total: 0, truncated: false });
  });

  test('tells a full page from a full answer', () => {
    expect(answer(['a', 'b'], 9)).toMatchObject({ returned: 2, truncated: true, truncation_reason: 'page' });
    const long = 'word '.repeat(60);
    expect(answer([long, long, long, long, long])).toMatchObject({ truncation_reason: 'budget' });
  });

  test('sends one item beyond the budget alone, and cuts one beyond the cap where its strings are long', () => {
    expect(answer(['word '.repeat(300), 'b'])).toMatchObject({ returned: 1, truncation_reason: 'budget' });
    const cut = answer([{ id: 7, note: 'word '.repeat(2000) }, 'b']);
    expect(cut).toMatchObject({ returned: 1, truncation_reason: 'item_shortened', items: [{ id: 7 }] });
    expect(JSON.stringify(cut)).toContain('of 10000 characters]');
  });

  test.each([
    ['a head', () => answer(['a'], 1, { head: 'word '.repeat(2000) })],
    ['an item without long strings', () => answer([Array.from({ length: 2000 }, (_, index) => index)])],
    [
      'an answer without items',
      () =>
        fitAnswer(
          { head: { text: 'word '.repeat(2000) } },
          { tool: 'one', input: {}, page: { offset: 0, limit: 1 } },
          limits,
        ),
    ],
  ])('refuses %s that fits in no way', (_, attempt) => {
    expect(attempt).toThrow(ZhujiError);
    expect(attempt).toThrow(expect.objectContaining({ code: 'too_large' }));
  });
});
