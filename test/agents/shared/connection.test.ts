import { getEventListeners } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { z } from 'zod';
import { type Connection, connect, referencePolicy, runAgent } from '../../../agents/index.ts';
import { add } from '../../../src/add.ts';
import { openWorkspace } from '../../../src/open.ts';
import { createServer, inProcessFetch, serveHttp, type Tool, tool } from '../../../src/server/index.ts';
import { initWorkspace } from '../../../src/workspace/folder/index.ts';
import { tools } from '../../../tools/index.ts';
import { builtCli } from '../../built-cli.ts';
import { countingAgent, parts } from './counting-agent.ts';

async function plantFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'zhuji-connection-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await mkdir(join(folder, 'beside'));
  const csv = join(folder, 'beside', 'parts.csv');
  await writeFile(csv, parts);
  const { root } = await initWorkspace(join(folder, 'plant'), { id: 'plant' });
  await add(root, csv);
  return root;
}

async function factory(served: readonly Tool[] = tools) {
  const workspace = await openWorkspace(await plantFolder());
  onTestFinished(() => workspace.close());
  return createServer({ workspace, tools: served });
}

async function counts(connection: Connection): Promise<number | undefined> {
  const run = await runAgent({
    agent: countingAgent,
    question: 'parts?',
    connection,
    model: referencePolicy,
  });
  return run.answer?.rows;
}

describe('an agent connects', () => {
  test('over HTTP, with the token that the server wants', async () => {
    const server = await serveHttp(await factory(), { port: 0, token: 'a-long-enough-token-for-a-test' });
    onTestFinished(() => server.close());
    const connection = await connect({ url: server.url, token: 'a-long-enough-token-for-a-test' });
    onTestFinished(() => connection.close());
    expect(await counts(connection)).toBe(3);
    await expect(connect({ url: server.url, token: 'wrong' })).rejects.toMatchObject({
      code: 'configuration',
    });
  });

  test('over stdio, to a program that it starts', async () => {
    const root = await plantFolder();
    const connection = await connect({
      command: process.execPath,
      args: [builtCli, 'serve', '--workspace', root],
      cwd: resolve(import.meta.dirname, '../../..'),
    });
    onTestFinished(() => connection.close());
    expect(await counts(connection)).toBe(3);
  });

  test('to nothing, and says what to do', async () => {
    const nobody = connect({ url: 'http://127.0.0.1:9/mcp' });
    await expect(nobody).rejects.toMatchObject({
      code: 'configuration',
      recovery: expect.stringContaining('zhuji serve'),
    });
    await expect(connect({ command: '/nonexistent/zhuji' })).rejects.toMatchObject({ code: 'configuration' });
  });

  test('once for many questions at a time', async () => {
    const server = inProcessFetch(await factory());
    const connection = await connect({ url: server.url, fetch: server.fetch });
    onTestFinished(async () => {
      await connection.close();
      await server.close();
    });
    expect(await Promise.all(Array.from({ length: 12 }, () => counts(connection)))).toEqual(
      Array(12).fill(3),
    );
  });
});

test('a cancelled run stops the call that is under way', async () => {
  const seen: AbortSignal[] = [];
  const slow = tool({
    name: 'search_catalog',
    title: { en: 'Slow', zh: '慢' },
    description: 'Never answers.',
    input: z.object({ query: z.string() }),
    output: z.object({}),
    answer: (_input, _page, { signal }) => {
      seen.push(signal);
      return new Promise(() => undefined);
    },
  });
  const server = inProcessFetch(await factory([slow]));
  const connection = await connect({ url: server.url, fetch: server.fetch });
  onTestFinished(async () => {
    await connection.close();
    await server.close();
  });
  const controller = new AbortController();
  const running = runAgent({
    agent: countingAgent,
    question: 'parts?',
    connection,
    model: referencePolicy,
    signal: controller.signal,
  });
  await expect.poll(() => seen.length).toBe(1);
  controller.abort();
  expect((await running).stopped?.reason).toBe('cancelled');
  await expect.poll(() => seen[0]?.aborted).toBe(true);
});

describe('many calls over one connection leave no listener', () => {
  test.each(['in this process', 'over HTTP'])('%s', async (where) => {
    const seen = new Set<AbortSignal>();
    const server = where === 'over HTTP' ? await serveHttp(await factory(), { port: 0 }) : undefined;
    const inside = server ? undefined : inProcessFetch(await factory());
    const send: typeof fetch = inside?.fetch ?? fetch;
    const transportSignals = vi.spyOn(AbortSignal.prototype, 'addEventListener');
    onTestFinished(() => transportSignals.mockRestore());
    const connection = await connect({ url: server?.url ?? inside?.url ?? '', fetch: send });
    onTestFinished(async () => {
      await connection.close();
      await (server ?? inside)?.close();
    });
    const { signal } = new AbortController();
    const call = () => connection.callTool('search_catalog', { query: 'parts' }, signal);
    for (let round = 0; round < 20; round++) expect((await call()).ok).toBe(true);
    const atOnce = Promise.all(Array.from({ length: 20 }, call));
    expect(getEventListeners(signal, 'abort')).toHaveLength(1);
    await atOnce;
    for (const on of transportSignals.mock.contexts) seen.add(on as AbortSignal);
    expect(seen.has(signal)).toBe(true);
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
    const most = Math.max(...[...seen].map((each) => getEventListeners(each, 'abort').length));
    expect(most).toBeLessThan(5);
  });
});
