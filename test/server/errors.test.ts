import type { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { tool } from '../../src/server/index.ts';
import { errorCodes, ZhujiError } from '../../src/workspace/index.ts';
import { call, inProcessClient, type Json } from './client.ts';
import { servedPlant } from './served-plant.ts';

const served = servedPlant();

const lathe = { dataset: 'lathe' };

describe('a call that is wrong', () => {
  test.each<[string, string, Json, Json]>([
    [
      'an unknown dataset',
      'query_rows',
      { dataset: 'lahte' },
      { code: 'not_found', did_you_mean: ['lathe'] },
    ],
    ['an unknown dataset', 'get_quality_report', { dataset: 'nope' }, { code: 'not_found' }],
    [
      'entries that are not there',
      'get_entries',
      { ids: ['lahte', 'nope'] },
      { code: 'not_found', did_you_mean: ['lathe'], suggested_tool: 'search_catalog' },
    ],
    ['blank ids', 'get_entries', { ids: [' ', ''] }, { code: 'invalid_argument' }],
    [
      'documents of a dataset that is not there',
      'search_knowledge',
      { query: 'limit', dataset: 'lahte' },
      { code: 'not_found', did_you_mean: ['lathe'] },
    ],
    [
      'an unknown field',
      'query_rows',
      { ...lathe, select: ['tork'] },
      { code: 'not_found', suggested_tool: 'get_entries' },
    ],
    ['an unknown document', 'read_document', { document: 'manuel' }, { suggested_tool: 'search_catalog' }],
    [
      'a span that is none',
      'read_document',
      { document: 'manual', span: 'all' },
      { code: 'invalid_argument' },
    ],
    ['a number for text', 'query_rows', { dataset: 7 }, { message: 'dataset must be of type string' }],
    [
      'text for a list',
      'query_rows',
      { ...lathe, select: 'torque' },
      { message: 'select must be of type array' },
    ],
    [
      'a condition that is none',
      'query_rows',
      { ...lathe, where: ['torque > 3'] },
      { code: 'invalid_argument' },
    ],
    [
      'an unknown operator',
      'query_rows',
      { ...lathe, where: [{ field: 'torque', op: '==', value: 1 }] },
      { message: 'where.0.op is not one of its values' },
    ],
    ['an unknown kind', 'search_catalog', { kind: 'datset' }, { did_you_mean: ['dataset'] }],
    [
      'an unknown parameter',
      'search_catalog',
      { querry: 'x' },
      { did_you_mean: ['query'], valid_values: ['query', 'kind', 'language', 'page'] },
    ],
    ['a parameter that is missing', 'search_knowledge', {}, { message: 'query is missing' }],
    [
      'a blank where something is needed',
      'search_knowledge',
      { query: '  ' },
      { message: 'query is missing' },
    ],
    ['no ids', 'get_entries', { ids: [] }, { code: 'invalid_argument' }],
    ['too many ids', 'get_entries', { ids: Array(11).fill('lathe') }, { code: 'invalid_argument' }],
    ['a page that is none', 'query_rows', { ...lathe, page: 'second' }, { code: 'invalid_argument' }],
    ['a page of nothing', 'query_rows', { ...lathe, page: '0' }, { code: 'invalid_argument' }],
    [
      'arguments that are too long',
      'search_knowledge',
      { query: '温'.repeat(20_000) },
      { code: 'too_large' },
    ],
    ['no link', 'read_resource', { uri: 'lathe' }, { code: 'invalid_argument' }],
    ['a link to nothing', 'read_resource', { uri: 'zhuji://datasets/nope' }, { code: 'not_found' }],
  ])('%s (%s) is told so, and what to do', async (_, name, args, expected) => {
    const { isError, data, structured, text } = await call(served.client, name, args);
    expect(isError).toBe(true);
    expect(structured).toBeUndefined();
    expect(data, text).toMatchObject(expected);
    expect(Object.keys(errorCodes)).toContain(data['code']);
    expect(data).toMatchObject({
      message: expect.stringMatching(/\w/),
      recovery: expect.stringMatching(/\w/),
    });
    expect(typeof data['retryable']).toBe('boolean');
    expect(text).not.toMatch(/\bat .*\.ts:\d|node_modules|\/tmp\//);
  });

  test('blank text, "null" and null count as absent', async () => {
    const plain = await call(served.client, 'search_catalog', {});
    const blank = await call(served.client, 'search_catalog', {
      query: ' ',
      kind: 'null',
      language: '',
      page: null,
    });
    expect(blank.data).toEqual(plain.data);
    expect(blank.isError).toBe(false);
  });

  test('a page may be a number', async () => {
    expect((await call(served.client, 'query_rows', { ...lathe, page: 2 })).data).toMatchObject({
      returned: 2,
    });
  });

  test('who reads Chinese is told in Chinese', async () => {
    const { data } = await call(served.client, 'get_quality_report', { dataset: 'nope', language: 'zh' });
    expect(data['message']).toMatch(/\p{Script=Han}/u);
  });

  test('a tool that does not exist is an error of the protocol', async () => {
    await expect(served.client.callTool({ name: 'drop_tables' })).rejects.toThrow(/-32602.*not found/);
  });
});

const broken = (name: string, answer: () => Promise<never>) =>
  tool({
    name,
    title: { en: name, zh: name },
    description: name,
    input: z.object({}),
    output: z.object({}),
    answer,
  });

describe('a tool that fails inside', () => {
  const secret = new Error('cannot open /etc/secret');
  const locked = new ZhujiError(
    'locked',
    { en: 'in use', zh: '正在使用' },
    { recovery: { en: 'Wait.', zh: '请等待。' } },
  );
  const lines: string[] = [];
  let breaking: Client;
  beforeAll(async () => {
    breaking = await inProcessClient({
      workspace: served.plant.workspace,
      log: (line) => void lines.push(line),
      limits: { callMilliseconds: 300, concurrentCalls: 1, waitingCalls: 1 },
      tools: [
        broken('throws', () => Promise.reject(secret)),
        broken('locked', () => Promise.reject(locked)),
        broken('hangs', () => new Promise(() => undefined)),
        tool({
          name: 'lies',
          title: { en: 'lies' },
          description: 'breaks its schema',
          input: z.object({}),
          output: z.object({ count: z.number() }),
          answer: async () => ({ head: { count: 'many' } }),
        }),
      ],
    });
  });
  afterAll(() => breaking?.close());

  test.each(['throws', 'lies'])('%s: says nothing of the inside, but to the log', async (name) => {
    const { isError, text, data } = await call(breaking, name);
    expect(isError).toBe(true);
    expect(data).toMatchObject({ code: 'internal', retryable: false });
    expect(text).not.toContain('secret');
    expect(lines.at(-1)).toMatch(name === 'throws' ? /^throws: .*cannot open/ : /^lies: .*output schema/);
    expect(lines.at(-1)).not.toContain('\n');
  });

  test('an error that passes is called retryable', async () => {
    expect((await call(breaking, 'locked')).data).toMatchObject({ code: 'locked', retryable: true });
  });

  test('takes its time and no more; others that wait are told to come again', async () => {
    const three = await Promise.all([1, 2, 3].map(() => call(breaking, 'hangs')));
    expect(three.map(({ data }) => data['code'])).toEqual(['timeout', 'timeout', 'timeout']);
    expect(three.map(({ data }) => data['message'])).toContain('the server is busy with other calls');
    expect(three.every(({ data }) => data['retryable'])).toBe(true);
  });
});

test('a call that the client cancels stops at the tool', async () => {
  let stopped: () => void = () => undefined;
  const seen = new Promise<void>((resolve) => {
    stopped = resolve;
  });
  const slow = tool({
    name: 'slow',
    title: { en: 'slow' },
    description: 'waits until it is stopped',
    input: z.object({}),
    output: z.object({}),
    answer: (_input, _page, { signal }) =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => {
          stopped();
          reject(new ZhujiError('cancelled', { en: 'stopped', zh: '已停止' }));
        });
      }),
  });
  const patient = await inProcessClient({ workspace: served.plant.workspace, tools: [slow] });
  const controller = new AbortController();
  const answer = patient.callTool({ name: 'slow' }, undefined, { signal: controller.signal });
  setTimeout(() => controller.abort(), 50);
  await expect(answer).rejects.toThrow();
  await seen;
  await patient.close();
});
