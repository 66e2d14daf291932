import { describe, expect, test } from 'vitest';
import { type OpenedKnowledge, openKnowledge } from '../../src/knowledge/index.ts';
import type { KnowledgeResult, KnowledgeSearch } from '../../src/workspace/index.ts';
import { folders, limitsEn, plant } from './plant.ts';

let knowledge: OpenedKnowledge;
const open = async () => {
  knowledge = await openKnowledge(await folders(plant));
};
const search = async (query: string, more: Partial<KnowledgeSearch> = {}): Promise<KnowledgeResult> => {
  await open();
  return knowledge.search({ query, limit: 10, offset: 0, ...more });
};
const top = async (query: string, more: Partial<KnowledgeSearch> = {}) => {
  const { hits } = await search(query, more);
  return hits[0]?.passage;
};

describe('documents', () => {
  test('are described by what they say of themselves, and what they do not say is named', async () => {
    await open();
    const [milling, zh, tempering] = knowledge.documents();
    expect(milling).toMatchObject({
      kind: 'document',
      id: 'milling.limits',
      title: { en: 'Limits of milling line 3' },
      language: 'en',
      mediaType: 'text/markdown',
      characters: limitsEn.length,
      links: [
        { relation: 'describes', target: 'milling-line' },
        { relation: 'describes', target: 'milling-line-2' },
      ],
      unknown: ['description', 'version', 'license'],
      sections: [
        'Milling line 3',
        'Milling line 3 › Fault rules',
        'Milling line 3 › When the spindle overheats',
        'Milling line 3 › Spare parts',
      ],
    });
    expect(milling?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(zh).toMatchObject({ id: 'zh.limits', language: 'zh' });
    expect(tempering).toMatchObject({
      id: 'zh.tempering',
      title: { zh: '回火规程' },
      mediaType: 'text/plain',
      sections: ['回火规程', '回火规程 › 1 范围', '回火规程 › 2 温度'],
      unknown: ['description', 'version', 'license', 'datasets'],
    });
  });
});

describe('search', () => {
  test('passages are verbatim slices of the document', async () => {
    const { hits } = await search('spindle coolant');
    expect(hits.length).toBeGreaterThan(1);
    for (const { passage } of hits) {
      const { text } = await knowledge.read(passage.document);
      expect(text.slice(passage.start, passage.end)).toBe(passage.text);
    }
  });

  test.each([
    ['what to do when the spindle overheats', 'When the spindle overheats'],
    ['overheated spindles', 'When the spindle overheats'],
    ['铣削线主轴轴承加什么润滑脂', '润滑'],
    ['回火温度', '2 温度'],
    ['回火规程的适用范围', '1 范围'],
  ])('%s', async (query, section) => {
    expect((await top(query))?.section.at(-1)).toBe(section);
  });

  test.each([
    ['E-1024', 'E-1024 | Drive'],
    ['what does e1024 mean', 'E-1024 | Drive'],
    ['GB/T 7324', 'GB/T 7324-2010'],
    ['gb/t7324-2010', 'GB/T 7324-2010'],
    ['which machine uses bearing 6205-2RS', '6205-2RS'],
    ['42CrMo4', '42CrMo4'],
    ['HDF', 'HDF'],
    ['process_temperature', 'process_temperature'],
  ])('an identifier is found whole: %s', async (query, text) => {
    expect((await top(query))?.text).toContain(text);
  });

  test('a passage with the code comes before passages with more of the words', async () => {
    const files = {
      'a.md':
        '# Drive faults\n\nWhen the drive does not answer, reset the drive. The drive answers after a reset.\n',
      'b.md': '# Codes\n\nE-2001: see the manual.\n',
    };
    const opened = await openKnowledge(await folders(files));
    const { hits } = await opened.search({
      query: 'drive does not answer reset E-2001',
      limit: 5,
      offset: 0,
    });
    expect(hits.map(({ passage }) => passage.document)).toEqual(['b', 'a']);
  });

  test('a question in the other language finds the passage', async () => {
    expect(await top('heat dissipation failure condition', { language: 'zh' })).toMatchObject({
      document: 'zh.limits',
      section: ['三号铣削线', '故障判据'],
    });
    expect(await top('主轴过热怎么办', { language: 'en' })).toMatchObject({
      section: ['Milling line 3', 'When the spindle overheats'],
    });
    expect(await top('temper embrittlement')).toMatchObject({ document: 'zh.tempering' });
    expect(await top('更换刀具', { language: 'en' })).toMatchObject({
      section: ['Milling line 3', 'Fault rules'],
    });
  });

  test.each([
    '今天天气怎么样',
    '红烧肉怎么做才好吃',
    'how do I bake a chocolate cake',
    'who won the world cup in 2018',
    'zzzz qqqq',
    '???',
  ])('nothing is relevant to: %s', async (query) => {
    expect(await search(query)).toEqual({ hits: [], total: 0 });
  });

  test('filters by language, document and dataset', async () => {
    const ids = async (more: Partial<KnowledgeSearch>) => [
      ...new Set((await search('spindle 主轴 回火', more)).hits.map(({ passage }) => passage.document)),
    ];
    expect((await ids({})).sort()).toEqual(['milling.limits', 'zh.limits', 'zh.tempering']);
    expect(await ids({ language: 'en' })).toEqual(['milling.limits']);
    expect(await ids({ document: 'zh.tempering' })).toEqual(['zh.tempering']);
    expect((await ids({ dataset: 'milling-line' })).sort()).toEqual(['milling.limits', 'zh.limits']);
    expect(await ids({ dataset: 'milling-line-2' })).toEqual(['milling.limits']);
    expect(await ids({ dataset: 'other' })).toEqual([]);
  });

  test('filters by kind and standard', async () => {
    const ids = async (more: Partial<KnowledgeSearch>) => [
      ...new Set((await search('spindle 主轴 回火', more)).hits.map(({ passage }) => passage.document)),
    ];
    expect(await ids({ genre: 'procedure' })).toEqual(['zh.tempering']);
    expect(await ids({ genre: 'standard' })).toEqual([]);
    for (const standard of ['GB/T 7324', 'gb/t7324-2010', 'ＧＢ／Ｔ 7324'])
      expect(await ids({ standard })).toEqual(['zh.limits']);
    expect(await ids({ standard: 'GB/T 732' })).toEqual([]);
    const [, zh] = knowledge.documents();
    expect(zh).toMatchObject({ genre: 'other', standards: ['GB/T 7324-2010'] });
  });

  test('pages without gaps or repeats, and scores fall from 1', async () => {
    const all = await search('spindle coolant 主轴 回火');
    const pages = await Promise.all(
      Array.from({ length: all.total }, (_, offset) =>
        search('spindle coolant 主轴 回火', { limit: 1, offset }),
      ),
    );
    expect(pages.flatMap(({ hits }) => hits)).toEqual(all.hits);
    expect(all.hits).toHaveLength(all.total);
    const scores = all.hits.map(({ score }) => score);
    expect(scores.toSorted((a, b) => b - a)).toEqual(scores);
    expect(Math.max(...scores)).toBeLessThanOrEqual(1);
    expect(Math.min(...scores)).toBeGreaterThan(0);
    expect((await search('spindle', { limit: 0 })).hits).toEqual([]);
  });

  test('highlights are the spans that match, in order and apart', async () => {
    const { hits } = await search('the coolant of the overheated spindle');
    const [hit] = hits.filter(({ passage }) => passage.section.at(-1) === 'When the spindle overheats');
    const marked = hit?.highlights.map(([start, end]) => hit.passage.text.slice(start, end));
    expect(marked).toEqual(['spindle', 'overheats', 'spindle', 'coolant']);
  });

  test('full-width letters and compatibility forms are the same as plain ones', async () => {
    const files = { 'a.md': '# 轴承\n\n型号 ６２０５－２ＲＳ，⽤于⾼速主轴。\n' };
    const opened = await openKnowledge(await folders(files));
    const { hits } = await opened.search({ query: '6205-2RS 高速', limit: 1, offset: 0 });
    const [hit] = hits;
    const marked = hit?.highlights.map(([start, end]) => hit.passage.text.slice(start, end));
    expect(marked).toEqual(['６２０５－２ＲＳ', '⾼速']);
  });

  test.each([
    [{ query: ' ' }, 'invalid_argument'],
    [{ limit: -1 }, 'invalid_argument'],
    [{ offset: 0.5 }, 'invalid_argument'],
    [{ document: 'milling.limit' }, 'not_found'],
  ] as const)('refuses %o', async (more, code) => {
    await expect(search('spindle', more)).rejects.toMatchObject({ code });
  });

  test('an unknown document comes with what may have been meant', async () => {
    await expect(search('spindle', { document: 'milling.limit' })).rejects.toMatchObject({
      details: { did_you_mean: ['milling.limits'] },
    });
  });

  test('a row of a long table is found by its header too', async () => {
    const rows = Array.from({ length: 90 }, (_, i) => `| M${i} | ${i * 3} | ${'words '.repeat(6)}|`);
    const files = {
      'a.md': `# List\n\n| Machine | Torque limit | Note |\n|---|---|---|\n${rows.join('\n')}\n`,
    };
    const opened = await openKnowledge(await folders(files));
    const { hits } = await opened.search({ query: 'torque limit M77', limit: 1, offset: 0 });
    expect(hits[0]?.passage.text).toContain('| M77 | 231 |');
  });

  test('a folder that is not there is an empty collection', async () => {
    const { folder, indexFolder } = await folders();
    const opened = await openKnowledge({ folder: `${folder}/none`, indexFolder });
    expect(opened.documents()).toEqual([]);
    expect(await opened.search({ query: 'spindle', limit: 5, offset: 0 })).toEqual({ hits: [], total: 0 });
  });
});
