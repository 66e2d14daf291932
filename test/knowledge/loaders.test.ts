import { describe, expect, test } from 'vitest';
import { markdownLoader } from '../../src/knowledge/loaders/markdown.ts';
import { textLoader } from '../../src/knowledge/loaders/text.ts';
import { testDocumentLoader } from './test-document-loader.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text);
const damaged = Uint8Array.from([0x4d, 0x5a, 0, 1, 2, 3, 0xff, 0xfe, 0, 9]);

testDocumentLoader('Markdown', markdownLoader, {
  structured: bytes('Preface.\n\n# One\n\ntext\n\n## `Two` *b*\n\n- a\n- b\n\n| a |\n|-|\n| 1 |\n| 2 |\n'),
  titles: ['One', 'Two b'],
  word: 'Preface',
  damaged,
});
testDocumentLoader('text', textLoader, {
  structured: bytes(
    '设备规程\n\n第一章 总则\n\n第一条 本规程适用于水泵。\n\n2.1 检查\n\n1. 停机。\n2. 断电。\n',
  ),
  titles: ['设备规程', '第一章 总则', '2.1 检查'],
  word: '水泵',
  damaged,
});

describe('encodings', () => {
  const text = '# 回火规程\n\n温度为 540 至 650 摄氏度。\n';
  const utf16 = Buffer.from(text, 'utf16le');
  // `回火` and `主轴` in GB 18030, as iconv writes them.
  const gb = Uint8Array.from([0xbb, 0xd8, 0xbb, 0xf0, 0x0a, 0xd6, 0xf7, 0xd6, 0xe1]);
  const load = async (content: Uint8Array) => (await textLoader.load(content, 'a.txt')).text;

  test.each([
    ['UTF-8', bytes(text)],
    ['UTF-8 with mark', Buffer.concat([Uint8Array.from([0xef, 0xbb, 0xbf]), bytes(text)])],
    ['UTF-16 LE with mark', Buffer.concat([Uint8Array.from([0xff, 0xfe]), utf16])],
    ['UTF-16 BE with mark', Buffer.concat([Uint8Array.from([0xfe, 0xff]), Buffer.from(utf16).swap16()])],
    ['UTF-16 LE without mark', utf16],
    ['UTF-16 BE without mark', Buffer.from(utf16).swap16()],
  ])('%s', async (_, content) => {
    expect(await load(content)).toBe(text);
  });

  test('GB 18030', async () => {
    expect(await load(gb)).toBe('回火\n主轴');
  });

  test('Latin-1 is refused rather than read as Chinese', async () => {
    const latin = Buffer.from('Die Kühlung prüft der Schlosser täglich; größere Lecks meldet er.', 'latin1');
    await expect(load(latin)).rejects.toMatchObject({ code: 'unreadable_file' });
  });

  test('a mark that lies is an error', async () => {
    await expect(load(Uint8Array.from([0xef, 0xbb, 0xbf, 0xff, 0x41]))).rejects.toMatchObject({
      code: 'unreadable_file',
    });
  });
});

describe('front matter', () => {
  const load = (text: string) => markdownLoader.load(bytes(text), 'a.md');

  test('says what the author declares', async () => {
    const { declared, blocks } = await load(
      '---\r\ntitle: {zh: 限值, en: Limits}\r\nlanguage: zh-CN\r\ndatasets: mill\r\nversion: 2\r\n---\r\n# A\r\n',
    );
    expect(declared).toEqual({
      title: { zh: '限值', en: 'Limits' },
      language: 'zh',
      datasets: ['mill'],
      version: '2',
      keywords: [],
    });
    expect(blocks).toHaveLength(1);
  });

  test('a rule at the top is not front matter', async () => {
    const { declared, blocks } = await load('---\n\nJust words\n\n---\n\nmore\n');
    expect(declared.datasets).toEqual([]);
    expect(blocks.length).toBeGreaterThan(1);
  });

  test.each([
    ['broken YAML', '---\ntitle: a\nlanguage: [zh\n---\n', /line 3|line 4/],
    ['an unknown language', '---\ntitle: a\nlanguage: fr\n---\n', /line 3.*language.*zh or en/],
    ['datasets of a wrong kind', '---\ndatasets: {a: 1}\n---\n', /line 2.*datasets/],
  ])('%s is an error with its line', async (_, text, message) => {
    await expect(load(text)).rejects.toMatchObject({
      code: 'invalid_metadata',
      message: expect.stringMatching(message),
    });
  });
});
