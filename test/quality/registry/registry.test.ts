import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  indicator,
  indicators,
  inputs,
  measureDefinitions,
  measures,
  misCited,
  reasonCodes,
  standards,
} from '../../../src/quality/index.ts';
import { tc609Cleanliness, tc609Extension } from '../../../src/quality/registry/index.ts';
import type { Text } from '../../../src/workspace/index.ts';

const everything = [...indicators(), ...tc609Cleanliness, ...tc609Extension];
const isChinese = /\p{Script=Han}/u;

function expectBothLanguages(text: Text) {
  expect(text.zh).toMatch(isChinese);
  expect(text.en).toMatch(/[a-z]/);
  expect(text.en).not.toMatch(isChinese);
}

describe('the registry', () => {
  it.each([
    ['tc609', 17],
    ['gbt36344', 20],
    ['iso5259', 66],
    ['iso25024', 39],
  ] as const)('has every indicator of %s: %i', (name, count) => {
    expect(indicators(standards[name])).toHaveLength(count);
  });

  it('has the items of the annex by modality, none of them about tables', () => {
    const modalities = tc609Cleanliness.map(({ id }) => id.slice(0, 6));
    expect(modalities.map((one) => modalities.filter((other) => other === one).length)).toEqual([
      ...Array(7).fill(7),
      ...Array(4).fill(4),
      ...Array(6).fill(6),
      ...Array(6).fill(6),
    ]);
    expect(tc609Cleanliness.map(({ id }) => id).every((id) => /^02080[1-4]0[1-7]$/.test(id))).toBe(true);
  });

  it('has each id once', () => {
    const keys = everything.map(({ standard, id }) => `${standard} ${id}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it.each(everything.map((one) => [`${one.standard} ${one.id}`, one] as const))(
    'says %s in both languages',
    (_, one) => {
      for (const text of [one.name, one.dimension, one.formula, one.source]) expectBothLanguages(text);
      expect(one.inputs.length).toBeGreaterThan(0);
      for (const code of one.inputs) expectBothLanguages(inputs[code]);
      expect(one.reasons.length).toBeGreaterThan(0);
      for (const code of one.reasons) expect(reasonCodes).toHaveProperty(code);
    },
  );

  it('marks what rests on one source, and what sources disagree on', () => {
    for (const { basis } of [...tc609Cleanliness, ...tc609Extension]) expect(basis).toBe('unverified');
    for (const id of ['Con-ML-2', 'Acs-ML-3']) {
      expect(indicator(standards.iso5259, id)).toMatchObject({
        basis: 'unverified',
        source: { en: expect.stringContaining('sources differ') },
      });
    }
  });

  it('takes origins in ISO/IEC 25024 that exist, each once, with the same direction', () => {
    const taken = indicators(standards.iso5259).filter(({ origin }) => origin !== undefined);
    expect(new Set(taken.map(({ origin }) => origin)).size).toBe(taken.length);
    for (const { origin = '', direction } of taken) {
      expect(indicator(standards.iso25024, origin).direction).toBe(direction);
    }
  });

  it('refuses an id that is not there', () => {
    expect(() => indicator(standards.tc609, '0306')).toThrow(/has no indicator 0306/);
  });
});

describe('the references of measures', () => {
  const references = measureDefinitions.flatMap(({ id: measure, standards: cited }) =>
    cited.map((reference) => ({ measure, ...reference })),
  );

  it('are to indicators that exist, each once, and that apply to tables', () => {
    expect(references.length).toBeGreaterThan(15);
    for (const { standard, id } of references) {
      const { reasons } = indicator(standard, id);
      expect(
        reasons.some((code) => code.startsWith('for_') || code === 'judges_the_system'),
        id,
      ).toBe(false);
    }
    const keys = references.map(({ measure, standard, id }) => `${measure} ${standard} ${id}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('are no surer than the registry is of the indicator', () => {
    const surer = references.filter(
      ({ standard, id, basis }) => basis === 'reported' && indicator(standard, id).basis === 'unverified',
    );
    expect(surer).toEqual([]);
  });

  it('have a test vector behind them', () => {
    for (const { id, vector } of measures) {
      expect(vector.rows.length, id).toBeGreaterThan(0);
      expect(vector.expected.length, id).toBeGreaterThan(0);
      expect(vector.source, id).not.toBe('');
    }
  });

  it.each(misCited.map((one) => [one.topic.en ?? '', one] as const))(
    'do not fall into the trap: %s',
    (_, trap) => {
      expectBothLanguages(trap.topic);
      expect(indicator(trap.standard, trap.wrong)).toBeDefined();
      for (const id of trap.right) expect(indicator(trap.standard, id)).toBeDefined();
      expect(trap.right).not.toContain(trap.wrong);
      const fallen = references.filter(
        ({ measure, standard, id }) =>
          standard === trap.standard && id === trap.wrong && trap.measures.test(measure),
      );
      expect(fallen).toEqual([]);
    },
  );

  it('keep apart the numbers that TC609 and GB/T 36344 share', () => {
    expect(indicator(standards.tc609, '0305').name.en).toBe('Suitability for models');
    expect(indicator(standards.gbt36344, '0305').name.en).toBe('Rate of dirty data');
    expect(indicator(standards.tc609, '0304').name.en).toBe('Accuracy of annotation');
    expect(indicator(standards.gbt36344, '0304').name.en).toBe('Uniqueness');
  });

  it('cite Bal-ML-8 or Bal-ML-3 for the balance of classes', () => {
    const cited = references.filter(({ measure }) => measure === 'class_balance').map(({ id }) => id);
    expect(cited.some((id) => ['Bal-ML-3', 'Bal-ML-8'].includes(id))).toBe(true);
  });
});

describe('reason codes', () => {
  const folder = resolve(import.meta.dirname, '../../../src/quality');
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(folder, file), 'utf8'));
  const given = new Set(
    sources.flatMap((text) =>
      [...text.matchAll(/notMeasured\(\s*'([^']+)'/g)].map((match) => match[1] ?? ''),
    ),
  );

  it('have words, every one that a measure gives', () => {
    expect(given.size).toBeGreaterThan(8);
    for (const code of given) expect(reasonCodes, code).toHaveProperty(code);
  });

  it('are in both languages', () => {
    for (const text of Object.values(reasonCodes)) expectBothLanguages(text);
  });
});
