import { describe, expect, test } from 'vitest';
import type { PromptDefinition } from '../../src/server/index.ts';
import { call } from './client.ts';
import { manual } from './plant.ts';
import { servedPlant } from './served-plant.ts';

const prompts: readonly PromptDefinition[] = [
  {
    name: 'ask_the_lathe',
    title: { en: 'Ask', zh: '提问' },
    description: 'Puts a question',
    text: ({ question, language }) => `[${language}] ${question}`,
  },
];

const served = servedPlant({}, { prompts });

const read = async (uri: string) => {
  const { contents } = await served.client.readResource({ uri });
  return contents[0] as { uri: string; mimeType: string; text: string; _meta: unknown };
};

describe('resources', () => {
  test('list what the workspace holds, and each can be read', async () => {
    const { resources } = await served.client.listResources();
    expect(resources.map(({ uri }) => uri).toSorted()).toEqual([
      'zhuji://catalog',
      'zhuji://datasets/lathe',
      'zhuji://documents/handbook',
      'zhuji://documents/manual',
      'zhuji://quality/lathe',
    ]);
    expect(resources.find(({ uri }) => uri.endsWith('/datasets/lathe'))?.title).toBe('Lathe · 车床');
    for (const { uri } of resources) {
      const content = await read(uri);
      expect(content.text.length).toBeGreaterThan(50);
      expect(content._meta).toEqual({ 'zhuji/content': 'untrusted-data' });
      if (content.mimeType === 'application/json') JSON.parse(content.text);
    }
  });

  test('a document is read whole or by its span', async () => {
    expect((await read('zhuji://documents/manual')).text).toBe(manual);
    const start = manual.indexOf('8.6 K');
    const part = await read(`zhuji://documents/manual?start=${start}&end=${start + 5}`);
    expect(part).toMatchObject({
      text: '8.6 K',
      uri: `zhuji://documents/manual?start=${start}&end=${start + 5}`,
    });
  });

  test('templates complete ids', async () => {
    const { resourceTemplates } = await served.client.listResourceTemplates();
    expect(resourceTemplates.map(({ uriTemplate }) => uriTemplate)).toEqual([
      'zhuji://datasets/{id}',
      'zhuji://quality/{id}',
      'zhuji://documents/{id}',
      'zhuji://scenarios/{id}',
      'zhuji://documents/{id}{?start,end}',
    ]);
    const complete = async (uri: string, value: string) =>
      (await served.client.complete({ ref: { type: 'ref/resource', uri }, argument: { name: 'id', value } }))
        .completion.values;
    expect(await complete('zhuji://datasets/{id}', 'la')).toEqual(['lathe']);
    expect((await complete('zhuji://documents/{id}{?start,end}', '')).toSorted()).toEqual([
      'handbook',
      'manual',
    ]);
    expect(await complete('zhuji://documents/{id}', 'HAND')).toEqual(['handbook']);
  });

  test.each([
    'zhuji://datasets/nope',
    'zhuji://documents/lathe',
    'zhuji://quality/manual',
    'zhuji://other/x',
  ])('%s is not found, as the protocol says it', async (uri) => {
    await expect(served.client.readResource({ uri })).rejects.toMatchObject({ code: -32602, data: { uri } });
  });

  test('a span that is none is refused', async () => {
    const attempt = served.client.readResource({ uri: 'zhuji://documents/manual?start=x&end=9' });
    await expect(attempt).rejects.toMatchObject({ code: -32602, data: { code: 'invalid_argument' } });
  });

  test('the tool reads the same', async () => {
    for (const uri of ['zhuji://catalog', 'zhuji://datasets/lathe', 'zhuji://documents/handbook']) {
      const blocks: string[] = [];
      let args: Record<string, unknown> | undefined = { uri };
      while (args) {
        const { data } = await call(served.client, 'read_resource', args);
        blocks.push(...(data['blocks'] as { text: string }[]).map(({ text }) => text));
        args = (data['next'] as { arguments: Record<string, unknown> } | undefined)?.arguments;
      }
      expect(blocks.join('')).toBe((await read(uri)).text);
    }
  });

  test('every link in an answer resolves', async () => {
    const answers = await Promise.all([
      call(served.client, 'search_catalog'),
      call(served.client, 'query_rows', { dataset: 'lathe', page: '1' }),
      call(served.client, 'search_knowledge', { query: 'cooler' }),
      call(served.client, 'read_document', { document: 'manual', section: 'Torque' }),
    ]);
    const uris = JSON.stringify(answers.map(({ data }) => data)).match(/zhuji:\/\/[^"\\]+/g) ?? [];
    expect(uris.length).toBeGreaterThan(5);
    for (const uri of uris) await read(uri);
  });
});

describe('prompts', () => {
  test('are listed with their arguments and put the question in its language', async () => {
    expect((await served.client.listPrompts()).prompts[0]).toMatchObject({
      name: 'ask_the_lathe',
      title: 'Ask · 提问',
      arguments: [
        { name: 'question', required: true },
        { name: 'language', required: false },
      ],
    });
    const text = async (args: Record<string, string>) =>
      (await served.client.getPrompt({ name: 'ask_the_lathe', arguments: args })).messages[0]?.content;
    expect(await text({ question: '温度过高怎么办？' })).toMatchObject({ text: '[zh] 温度过高怎么办？' });
    expect(await text({ question: 'Why?', language: 'zh' })).toMatchObject({ text: '[zh] Why?' });
    await expect(text({ question: 'Why?', language: 'fr' })).rejects.toMatchObject({ code: -32602 });
  });

  test('complete the language', async () => {
    const { completion } = await served.client.complete({
      ref: { type: 'ref/prompt', name: 'ask_the_lathe' },
      argument: { name: 'language', value: 'z' },
    });
    expect(completion.values).toEqual(['zh']);
  });
});
