import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findingRules } from '../../src/quality/findings/index.ts';
import { measures } from '../../src/quality/index.ts';
import { kindWords, reasonWords, repairWords } from '../../src/report/index.ts';
import { dimensionOf } from '../../src/report/quality/dimensions.ts';
import { repairActions } from '../../src/workspace/index.ts';

const folder = resolve(import.meta.dirname, '../../src/quality');
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(folder, name), 'utf8'));

/** Codes that a measure gives, as they stand in the source, and those that its vectors expect. */
const reasons = new Set([
  ...sources.flatMap((text) =>
    [...text.matchAll(/notMeasured\(\s*'([a-z_]+)'/g)].map(([, code = '']) => code),
  ),
  ...sources.flatMap((text) =>
    [...text.matchAll(/notMeasured\([^()]*\?\s*'([a-z_]+)'\s*:\s*'([a-z_]+)'/g)].flatMap(
      ([, a = '', b = '']) => [a, b],
    ),
  ),
  ...measures.flatMap(({ vector }) =>
    vector.expected.flatMap(({ value }) => (typeof value === 'string' ? [value] : [])),
  ),
]);

const kinds = new Set([
  ...findingRules.map(({ kind }) => kind),
  ...sources.flatMap((text) => [...text.matchAll(/\bfound\(\s*'([a-z_]+)'/g)].map(([, kind = '']) => kind)),
  'undocumented',
]);

function expectBoth(
  text: { zh?: string | undefined; en?: string | undefined } | undefined,
  of: string,
): void {
  expect(text?.zh, of).toMatch(/\p{Script=Han}/u);
  expect(text?.en, of).toMatch(/[a-z]/);
  expect(text?.en, of).not.toMatch(/\p{Script=Han}/u);
}

describe('there are words in both languages', () => {
  it('for every reason why a measure has no value', () => {
    expect(reasons.size).toBeGreaterThan(20);
    for (const code of reasons) expectBoth(reasonWords[code], code);
  });

  it('for every kind of finding', () => {
    expect(kinds.size).toBeGreaterThan(20);
    for (const kind of kinds) expectBoth(kindWords[kind], kind);
  });

  it('for every action of a repair', () => {
    for (const action of repairActions) expectBoth(repairWords[action], action);
  });

  it('for the dimension of every measure', () => {
    for (const measure of measures) {
      const { id, name } = dimensionOf(measure);
      expectBoth(name, measure.id);
      expect(id === 'other', measure.id).toBe(measure.standards.length === 0);
    }
  });
});
