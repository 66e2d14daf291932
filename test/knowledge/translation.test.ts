import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/knowledge/analysis/analyse.ts';
import { dictionary } from '../../src/knowledge/dictionary/dictionary.ts';
import { glossary, termsOf } from '../../src/knowledge/glossary/index.ts';
import { openKnowledge } from '../../src/knowledge/index.ts';
import { translate } from '../../src/knowledge/search/translate.ts';
import { folders } from './plant.ts';

const both = { zh: true, en: true };
const names = (query: string, spoken = both) =>
  translate(query, analyse(query), spoken).map(({ alternatives }) =>
    alternatives.map((terms) => terms.join(' ')),
  );

describe('the glossary', () => {
  const pairs = glossary.flatMap(({ zh, en }) => zh.flatMap((a) => en.map((b) => `${a} = ${b}`)));

  test('holds at least 1,500 pairs, each once', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(1500);
    expect(pairs.filter((pair, i) => pairs.indexOf(pair) !== i)).toEqual([]);
  });

  test('has Chinese on one side and English on the other', () => {
    expect(
      glossary
        .flatMap(({ zh }) => zh)
        .filter((name) => !/^[\p{Script=Han}\d]*[\p{Script=Han}A-Z]+$/u.test(name)),
    ).toEqual([]);
    expect(
      glossary.flatMap(({ en }) => en).filter((name) => !/^[A-Za-z0-9][A-Za-z0-9 -]*$/.test(name)),
    ).toEqual([]);
    expect(
      glossary.flatMap(({ zh, en }) => [...zh, ...en]).filter((name) => termsOf(name).length === 0),
    ).toEqual([]);
  });
});

describe('translation', () => {
  test.each([
    ['轧制力', 'roll forc'],
    ['BPFO', '外圈'],
    ['fault code', '故障'],
    ['可编程逻辑控制器', 'plc'],
    ['渗碳层深度', 'carbur layer'],
  ])('the glossary knows %s', (query, part) => {
    expect(
      names(query)
        .flat()
        .some((name) => name.includes(part)),
    ).toBe(true);
  });

  test('the longest name wins, and the rest is looked up by itself', () => {
    expect(names('轴承外圈故障频率')).toEqual([
      expect.arrayContaining(['bear']),
      expect.arrayContaining([termsOf('ball pass frequency outer race').join(' ')]),
    ]);
  });

  test('the dictionary knows general words, and is asked only where the passages speak the other language', () => {
    expect(dictionary().fromChinese('天气')).toContainEqual(['weather']);
    expect(names('天气').flat()).toContain('weather');
    expect(names('天气', { zh: true, en: false })).toEqual([]);
    expect(names('weather').flat()).toContain('天气 天气~');
  });

  test('full-width letters and Kangxi radicals are looked up as plain characters', () => {
    expect(names('⽔泵').flat()).toContain('pump');
  });

  test('a question in one language is answered by documents of the other alone, or not at all', async () => {
    const english = {
      'a.md':
        '# Pump\n\n## Cavitation\n\nNoise like gravel: raise the suction pressure.\n\n## Seal\n\nReplace the mechanical seal when it leaks.\n',
    };
    const opened = await openKnowledge(await folders(english));
    const ask = async (query: string) =>
      (await opened.search({ query, limit: 1, offset: 0 })).hits[0]?.passage.section.at(-1);
    expect(await ask('水泵气蚀怎么处理？')).toBe('Cavitation');
    expect(await ask('机械密封漏水如何更换')).toBe('Seal');
    expect(await ask('今天晚上吃什么')).toBeUndefined();
  });
});
