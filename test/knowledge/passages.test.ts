import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DocumentLoader, LoadedDocument } from '../../src/knowledge/loaders/loader.ts';
import { markdownLoader } from '../../src/knowledge/loaders/markdown.ts';
import { textLoader } from '../../src/knowledge/loaders/text.ts';
import { cutPassages } from '../../src/knowledge/passages/cut.ts';
import { lengths } from '../../src/knowledge/passages/units.ts';

const load = (text: string, loader: DocumentLoader = markdownLoader): Promise<LoadedDocument> =>
  loader.load(Buffer.from(text), 'a');

async function cut(text: string, loader = markdownLoader) {
  const loaded = await load(text, loader);
  return cutPassages(loaded).map((span) => ({ ...span, text: loaded.text.slice(span.start, span.end) }));
}

const words = fc
  .array(fc.constantFrom('spindle', 'torque', '主轴', '过热。', 'limit.', '停机；', '𠮷', '42 K,', '  '), {
    minLength: 1,
    maxLength: 60,
  })
  .map((list) => list.join(' '));
const table = fc
  .array(
    fc.array(fc.constantFrom('HDF', 'a < 8.6', '清洁冷却器', 'Clean the cooler', '—'), {
      minLength: 3,
      maxLength: 3,
    }),
    {
      minLength: 1,
      maxLength: 120,
    },
  )
  .map((rows) =>
    ['| Code | Condition | Action |', '|---|---|---|', ...rows.map((row) => `| ${row.join(' | ')} |`)].join(
      '\n',
    ),
  );
const block = fc.oneof(
  words,
  words.map((text) => `## ${text}`),
  words.map((text) => `### ${text}`),
  fc
    .array(words, { minLength: 1, maxLength: 12 })
    .map((items) => items.map((item, i) => `${i + 1}. ${item}`).join('\n')),
  words.map((text) => `第三条 ${text}`),
  table,
  words.map((text) => `\`\`\`\n${text}\n\`\`\``),
  fc.constantFrom('> quoted\n> twice', '<div>html</div>', '[link]: http://127.0.0.1/', '***', 'Title\n====='),
);
const markdown = fc
  .tuple(fc.array(block, { maxLength: 14 }), fc.constantFrom('\n\n', '\r\n\r\n', '\n\n\n'))
  .map(([blocks, between]) => blocks.join(between));

describe('any document', () => {
  test.each([
    ['Markdown', markdownLoader],
    ['text', textLoader],
  ])('%s: passages are in order, apart, and hold all that is not blank', async (_, loader) => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(markdown, fc.string({ unit: 'binary', maxLength: 300 })), async (text) => {
        const loaded = await load(text, loader).catch(() => undefined);
        if (!loaded) return;
        const spans = cutPassages(loaded);
        let at = 0;
        for (const { start, end } of spans) {
          expect(loaded.text.slice(at, start).trim()).toBe('');
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(loaded.text.slice(at).trim()).toBe('');
      }),
      { numRuns: 150 },
    );
  });

  test('no row of a table is divided', async () => {
    await fc.assert(
      fc.asyncProperty(words, table, async (before, rows) => {
        const passages = await cut(`# A\n\n${before}\n\n${rows}\n\nafter`);
        const lines = passages.flatMap((passage) => passage.text.split('\n'));
        for (const row of rows.split('\n')) expect(lines).toContain(row);
      }),
      { numRuns: 60 },
    );
  });
});

describe('structure', () => {
  test('a short table stays with its heading, in one piece', async () => {
    const rows = Array.from({ length: 12 }, (_, i) => `| E-${i} | ${'cause '.repeat(8)}|`);
    const passages = await cut(`# Codes\n\n| Code | Cause |\n|---|---|\n${rows.join('\n')}\n`);
    expect(passages).toHaveLength(1);
    expect(passages[0]?.section).toEqual(['Codes']);
  });

  test('a long table is cut between rows, and each piece knows the header', async () => {
    const rows = Array.from({ length: 80 }, (_, i) => `| E-${i} | ${'cause '.repeat(8)}|`);
    const text = `# Codes\n\n| Code | Cause |\n|---|---|\n${rows.join('\n')}\n`;
    const [first, ...others] = await cut(text);
    expect(first?.text).toContain('| Code | Cause |');
    expect(others.length).toBeGreaterThan(2);
    for (const passage of others) {
      expect(text.slice(...(passage.header ?? [0, 0]))).toBe('| Code | Cause |');
      expect(passage.text).toMatch(/^\| E-\d+ /);
      expect(passage.text.length).toBeLessThanOrEqual(lengths.most);
    }
  });

  test('a clause is one piece with its paragraphs', async () => {
    const clause = (n: string) =>
      `第${n}条 ${'企业应当按期检验设备。'.repeat(25)}\n\n${'检验记录保存三年。'.repeat(25)}`;
    const passages = await cut(`# 规程\n\n${clause('一')}\n\n${clause('二')}\n`);
    expect(passages.map(({ text }) => text.match(/第.条/g))).toEqual([['第一条'], ['第二条']]);
  });

  test('steps are not divided from each other', async () => {
    const steps = Array.from({ length: 20 }, (_, i) => `${i + 1}. ${'Close the valve and wait. '.repeat(2)}`);
    const passages = await cut(`# Shut down\n\n${'Words before it. '.repeat(30)}\n\n${steps.join('\n')}\n`);
    expect(passages.filter(({ text }) => /^\d+\. /m.test(text))).toHaveLength(1);
  });

  test('long prose is cut between sentences', async () => {
    const passages = await cut(
      Array.from({ length: 120 }, (_, i) => `Sentence number ${i} ends here.`).join(' '),
    );
    expect(passages.length).toBeGreaterThan(3);
    for (const { text } of passages) {
      expect(text).toMatch(/^Sentence.*here\.$/s);
      expect(text.length).toBeLessThanOrEqual(lengths.most);
    }
  });

  test('the path names the sections from the outermost inwards', async () => {
    const passages = await cut('# A\n\na\n\n## B\n\n### C\n\nc\n\n## D\n\nd\n');
    expect(passages.map(({ section }) => section)).toEqual([['A'], ['A', 'B', 'C'], ['A', 'D']]);
  });
});
