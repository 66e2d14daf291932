import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate, fieldsOf, parseCondition } from '../../../src/methods/condition/index.ts';
import { ZhujiError } from '../../../src/workspace/index.ts';

const record = {
  kind: 'L',
  wear: 200,
  torque: 60,
  speed: 1350,
  主轴转速: 1350,
  '1号炉温': 820,
  '2_temp': 800,
  hot: 308,
  cold: 300,
};
const truth = (text: string, values = record as Record<string, unknown>) =>
  evaluate(parseCondition(text), values as typeof record).truth;

describe('a condition', () => {
  test.each([
    ['hot - cold < 8.6 and speed < 1380', true],
    ['hot - cold < 8 and speed < 1380', false],
    ['hot - cold <= 8', true],
    ['kind = "L" and wear * torque > 11000', true],
    ['kind != "L" or wear = 200', true],
    ['torque * speed * 2 * pi / 60 > 9000', false],
    ['(hot - cold) / (wear - 100) >= 0.08', true],
    ['hot − cold ≤ 8 and wear × torque ≥ 12000', true],
    ['主轴转速 > 1000', true],
    ['1000 < speed', true],
    ['torque > -1e3', true],
    ['abs(cold - hot) = 8', true],
    ['min(hot, cold, wear) = 200 and max(hot, cold) = hot', true],
    ['not (kind = "L" and wear < 300)', false],
    ['kind = "L" implies wear <= 200', true],
    ['kind = "M" implies wear > 1e9', true],
    ['kind = "L" implies wear > 200 or torque > 60', false],
    ['NOT (hot < cold) AND wear = 200', true],
    ['1号炉温 - 2_temp = 20 and 主轴转速 > 1e3', true],
  ])('%s is %s', (text, expected) => {
    expect(truth(text)).toBe(expected);
  });

  test('keeps to doubles: a difference is not rounded before it is compared', () => {
    expect(truth('hot - cold < 8.6', { hot: 308.7, cold: 300.1 })).toBe(308.7 - 300.1 < 8.6);
    expect(truth('hot - cold < 8.6', { hot: 309.2, cold: 300.6 })).toBe(309.2 - 300.6 < 8.6);
  });

  test('holds an equation to its tolerance, and one that is calculated to the rounding of doubles', () => {
    const truthWithin = (text: string, tolerance: number, values: Record<string, number>) =>
      evaluate(parseCondition(text), values, { tolerance }).truth;
    expect(truthWithin('a + b = c', 0, { a: 0.1, b: 0.2, c: 0.3 })).toBe(true);
    expect(truthWithin('a + b != c', 0, { a: 0.1, b: 0.2, c: 0.3 })).toBe(false);
    expect(truthWithin('a + b = c', 0, { a: 0.1, b: 0.2, c: 0.300001 })).toBe(false);
    expect(truthWithin('a = b', 0, { a: 0.1 + 0.2, b: 0.3 })).toBe(false);
    expect(truthWithin('a + b = c', 0.02, { a: 50, b: 49, c: 100 })).toBe(true);
    expect(truthWithin('a + b = c', 0.02, { a: 50, b: 47, c: 100 })).toBe(false);
    expect(truthWithin('a < b', 0.02, { a: 100, b: 99 })).toBe(false);
  });

  test.each([
    ['a + > 2', 5],
    ['a ≥ 1 and (b > 2', 17],
  ])('%s: names the character where it cannot be read on', (text, character) => {
    expect(() => parseCondition(text)).toThrow(
      expect.objectContaining({ details: expect.objectContaining({ character }) }),
    );
  });

  test('names the part that it refuses', () => {
    expect(() => parseCondition('a > 1 and 1 < b < 2')).toThrow('(in "1 < b")');
    expect(() => parseCondition('a > 1 or sin(b) > 2')).toThrow('no function "sin"');
    expect(() => parseCondition('a > 3 K')).toThrow('"K" follows "a > 3"');
    expect(() => parseCondition('not a > 1')).toThrow('not (a …)');
  });

  test('leaves text in quotes as it is', () => {
    expect(truth('kind = "A AND B – C"', { kind: 'A AND B – C' })).toBe(true);
  });

  test('gives the signed distance to each limit, positive on the safe side', () => {
    const { margins } = evaluate(parseCondition('torque < 50 or 55 < torque'), record);
    expect(margins).toEqual([
      { quantity: 'torque', value: 60, relation: '<', limit: 50, margin: 10 },
      { quantity: 'torque', value: 60, relation: '>', limit: 55, margin: -5 },
    ]);
  });

  test('gives no margin where a text comparison says that it does not apply', () => {
    expect(evaluate(parseCondition('kind = "M" and wear * torque > 12000'), record)).toEqual({
      truth: false,
      missing: [],
      margins: [],
    });
  });

  test('names the fields that it misses, unless it is decided without them', () => {
    expect(evaluate(parseCondition('gone > 1 and lost > 2'), record)).toMatchObject({
      truth: null,
      missing: ['gone', 'lost'],
    });
    expect(evaluate(parseCondition('gone > 1 and torque < 1'), record)).toMatchObject({
      truth: false,
      missing: [],
    });
    expect(evaluate(parseCondition('gone > 1 or torque > 1'), record)).toMatchObject({
      truth: true,
      missing: [],
    });
    expect(truth('torque > 1', { torque: null })).toBeNull();
    expect(truth('torque > 1', { torque: 'high' })).toBeNull();
    expect(truth('torque / cold > 1', { torque: 1, cold: 0 })).toBeNull();
    expect(truth('constructor > 1', {})).toBeNull();
  });

  test.each([
    'speed',
    '',
    'speed >',
    '1 < speed < 2',
    'speed > 3; wear > 2',
    'a.b > 1',
    'a[0] > 1',
    'f(1) > 1',
    'abs(1, 2) > 1',
    'max(speed) > 1',
    'speed.max(1, 2) > 1',
    'not speed > 1',
    'abs("x") > 1',
    '"x" = speed + 1',
    'this > 1',
    'speed > 1 ? 2 : 3',
    '!speed',
    'speed > 3 K',
    'speed > "fast"',
    'speed + "x" > 1',
    'speed && wear',
    '[1] = 1',
    '`x` = 1',
    'process.exit() > 0',
    'x > '.repeat(500),
  ])('refuses %j with the reason', (text) => {
    expect(() => parseCondition(text)).toThrow(expect.objectContaining({ code: 'invalid_argument' }));
  });

  test('whatever the text, it is read or refused, and reading runs nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        try {
          evaluate(parseCondition(text), record);
        } catch (error) {
          expect(ZhujiError.is(error) && error.code).toBe('invalid_argument');
        }
      }),
      { numRuns: 500 },
    );
  });

  test('agrees with arithmetic done by the language itself', () => {
    const term: fc.Arbitrary<string> = fc.letrec<{ term: string }>((tie) => ({
      term: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom('a', 'b', 'c'),
        fc.integer({ min: 0, max: 99 }).map(String),
        fc
          .tuple(tie('term'), fc.constantFrom('+', '-', '*', '/'), tie('term'))
          .map(([left, operator, right]) => `(${left} ${operator} ${right})`),
      ),
    })).term;
    fc.assert(
      fc.property(term, fc.constantFrom('<', '<=', '>', '>='), term, (left, relation, right) => {
        const values = { a: 3.5, b: -2, c: 7 };
        const value = (text: string) => Number(new Function('a', 'b', 'c', `return ${text}`)(3.5, -2, 7));
        const [first, second] = [value(left), value(right)];
        const outcome = evaluate(parseCondition(`${left} ${relation} ${right}`), values);
        const finite = Number.isFinite(first) && Number.isFinite(second);
        if (finite && outcome.truth !== null) {
          expect(outcome.truth).toBe(
            { '<': first < second, '<=': first <= second, '>': first > second, '>=': first >= second }[
              relation
            ],
          );
        } else expect(outcome.truth).toBeNull();
      }),
    );
  });

  test('writes a quantity so that it reads back the same', () => {
    const text = '(hot - cold) / (wear - (torque - 1)) - 2 * (speed + 1) > 0';
    const [margin] = evaluate(parseCondition(text), record).margins;
    const again = evaluate(parseCondition(`${margin?.quantity} > 0`), record).margins[0];
    expect(again).toEqual(margin);
    expect(fieldsOf(parseCondition(text))).toEqual(['hot', 'cold', 'wear', 'torque', 'speed']);
  });
});
