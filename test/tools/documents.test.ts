import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openWorkspace } from '../../src/open.ts';
import { emptyWorkspace, file } from '../open/workspace-folder.ts';
import { call, inProcessClient } from '../server/client.ts';

const manual = readFileSync(join(import.meta.dirname, '../fixtures/documents/manual-chromium.pdf'));
const notes =
  '# 点检规程\n\n点检依据 GB/T 36344-2018。\n\n## 油温\n\n油温不得高于 55 °C，过高时清洗冷却器。\n';

async function client() {
  const { layout } = await emptyWorkspace();
  await file(layout.knowledge, 'manual.pdf', manual);
  await file(layout.knowledge, 'notes.md', notes);
  const workspace = await openWorkspace(layout.root);
  return inProcessClient({ workspace });
}

interface Found {
  readonly document: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly page?: number;
  readonly citation: string;
  readonly matched: readonly string[];
}

const passagesOf = async (args: Record<string, unknown>): Promise<Found[]> => {
  const { data, isError, text } = await call(await client(), 'search_knowledge', args);
  expect(isError, text).toBe(false);
  return data['passages'] as Found[];
};

describe('search_knowledge', () => {
  test('cites document, section and page, and says what matched', async () => {
    const [first] = await passagesOf({ query: '更换滤芯的拧紧力矩' });
    expect(first).toMatchObject({ document: 'manual', page: 2 });
    expect(first?.citation).toMatch(
      /^液压站维护手册, 液压站维护手册 › 更换滤芯, p\. 2 \[manual@[0-9a-f]{8}\]$/,
    );
    expect(first?.matched).toContain('更换滤芯');
  });

  test.each([
    ['manual', ['manual']],
    ['procedure', ['notes']],
    ['GB/T 36344', ['notes']],
    ['GB/T 99999', []],
    [' ', ['manual', 'notes']],
  ])('within %s', async (within, documents) => {
    const found = await passagesOf({ query: '油温过高 清洗冷却器', within });
    expect([...new Set(found.map(({ document }) => document))].sort()).toEqual(documents);
  });

  test('a name that is neither is refused with what there is', async () => {
    const { isError, data } = await call(await client(), 'search_knowledge', {
      query: '油温',
      within: 'manuel',
    });
    expect(isError).toBe(true);
    expect(data).toMatchObject({ code: 'not_found', valid_values: ['manual', 'notes'] });
  });
});

describe('read_document', () => {
  test('gives what was cited verbatim, and the way to its neighbours', async () => {
    const served = await client();
    const read = async (args: Record<string, unknown>) => (await call(served, 'read_document', args)).data;
    const { data } = await call(served, 'search_knowledge', { query: 'E-2001' });
    const [cited] = data['passages'] as Found[];
    const part = await read({ document: cited?.document, span: `${cited?.start}-${cited?.end}` });
    expect((part['blocks'] as { text: string }[]).map(({ text }) => text).join('')).toBe(cited?.text);
    expect(part).toMatchObject({ page: 1, before: expect.stringMatching(/^\d+-\d+$/) });
    const next = await read({ document: cited?.document, span: part['after'] });
    expect(next).toMatchObject({
      section: '液压站维护手册 › 技术参数',
      before: `${cited?.start}-${cited?.end}`,
    });
  });

  test.each(['p. 2', 'page 2', '第 2 页'])('reads a page: %s', async (span) => {
    const { data } = await call(await client(), 'read_document', { document: 'manual', span });
    const [block] = data['blocks'] as { text: string }[];
    expect(block?.text).toMatch(/^技术参数/);
    expect(data).toMatchObject({ page: 2 });
  });

  test('a page that is not there', async () => {
    const served = await client();
    for (const args of [
      { document: 'manual', span: 'p. 9' },
      { document: 'notes', span: 'p. 1' },
    ])
      expect((await call(served, 'read_document', args)).data).toMatchObject({ code: 'not_found' });
  });
});
