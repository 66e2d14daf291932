import { describe, expect, test } from 'vitest';
import { type Model, openaiCompatible, referencePolicy, runAgent, type Step } from '../../../agents/index.ts';
import { ZhujiError } from '../../../src/workspace/index.ts';
import { connectToPlant } from '../plant.ts';
import { countingAgent as agent, parts } from './counting-agent.ts';
import { openaiEndpoint, type Turn } from './openai-endpoint.ts';

const plant = () => connectToPlant([{ name: 'parts.csv', text: parts }]);
const question = 'How many parts?';
const answer = { calls: [{ name: 'extract-answer', arguments: '{"rows":3,"text":"three"}' }] };
const count = { calls: [{ name: 'query_rows', arguments: '{"dataset":"parts","select":["count()"]}' }] };

async function scripted(
  turns: readonly Turn[],
  options: Partial<Parameters<typeof openaiCompatible>[0]> = {},
) {
  const { url, requests } = await openaiEndpoint(turns);
  const model = openaiCompatible({
    apiKey: 'sk-secret-key-123',
    model: 'scripted',
    baseUrl: url,
    ...options,
  });
  return { model, requests };
}

describe('one loop for every kind of model', () => {
  test('the reference policy goes through it, with errors of tools as results', async () => {
    const steps: Step[] = [];
    const connection = await plant();
    const run = await runAgent({
      agent,
      question,
      connection,
      model: referencePolicy,
      onStep: (step) => steps.push(step),
    });
    expect(run.answer).toEqual({ rows: 3, text: 'true false not_found' });
    expect(run.model).toEqual({ kind: 'reference-policy', name: 'reference-policy' });
    expect(run.usage).toEqual({ turns: 3, tokens: 0 });
    expect(steps).toEqual(run.steps);
    expect(steps.map(({ turn, tool, ok }) => [turn, tool, ok]).toSorted()).toEqual([
      [1, 'search_catalog', true],
      [2, 'get_quality_report', false],
      [2, 'query_rows', true],
    ]);
    expect(run.stopped).toBeUndefined();
  });

  test('a language model behind an endpoint goes through the same, with the same tools and prompt', async () => {
    const connection = await plant();
    const { model, requests } = await scripted([count, answer]);
    const run = await runAgent({ agent, question, connection, model });
    expect(run.answer).toEqual({ rows: 3, text: 'three' });
    expect(run.text).toBe('three');
    expect(run.model).toEqual({ kind: 'openai-compatible', name: 'scripted' });
    expect(run.usage).toEqual({ turns: 2, tokens: 200 });
    const [first, second] = requests;
    expect(first?.messages[0]).toMatchObject({ role: 'system', content: 'Count the rows.' });
    expect(first?.tools?.map((tool) => tool.function.name)).toEqual([
      ...connection.definitions.map(({ name }) => name),
      'extract-answer',
    ]);
    const sent = first?.tools?.find((tool) => tool.function.name === 'query_rows')?.function.parameters;
    expect(sent).toEqual(connection.definitions.find(({ name }) => name === 'query_rows')?.inputSchema);
    expect(second?.messages.at(-1)).toMatchObject({ role: 'tool', content: run.steps[0]?.result });
    expect(run.steps[0]?.result).toContain('"count()":3');
  });

  test('wrong arguments come back as the error of the server, and the model may go on', async () => {
    const connection = await plant();
    const wrong = { calls: [{ name: 'query_rows', arguments: '{"dataset":5,"where":"all"}' }] };
    const { model, requests } = await scripted([wrong, count, answer]);
    const run = await runAgent({ agent, question, connection, model });
    expect(run.answer?.rows).toBe(3);
    expect(run.steps.map(({ ok }) => ok)).toEqual([false, true]);
    const told = String(requests[1]?.messages.at(-1)?.content);
    expect(told).toContain('invalid_argument');
    expect(told).not.toMatch(/\n\s+at /);
  });

  test('arguments that are no JSON, a tool that is not there, and an answer of the wrong form are corrected', async () => {
    const connection = await plant();
    const { model, requests } = await scripted([
      { calls: [{ name: 'query_rows', arguments: '{"dataset": "par' }] },
      { calls: [{ name: 'drop_tables', arguments: '{}' }] },
      { calls: [{ name: 'extract-answer', arguments: '{"rows":"three"}' }] },
      answer,
    ]);
    const run = await runAgent({ agent, question, connection, model });
    expect(run.answer).toEqual({ rows: 3, text: 'three' });
    expect(String(requests[1]?.messages.at(-1)?.content)).toContain('not one JSON object');
    expect(String(requests[2]?.messages.at(-1)?.content)).toContain('not a valid tool');
    expect(run.usage.turns).toBe(4);
  });

  test('a model that only talks is asked for its answer, and then let go', async () => {
    const connection = await plant();
    const talk = { text: 'There are three.' };
    const patient = await scripted([talk, answer]);
    expect((await runAgent({ agent, question, connection, model: patient.model })).answer?.rows).toBe(3);
    const stubborn = await scripted([talk, talk, talk]);
    const run = await runAgent({ agent, question, connection, model: stubborn.model });
    expect(run).toMatchObject({ answer: null, text: 'There are three.', stopped: { reason: 'no_answer' } });
  });
});

describe('a model that cannot be had', () => {
  test.each([
    [[{ status: 401, message: 'Incorrect API key provided: sk-secret-key-123' }], /OPENAI_API_KEY/],
    [[{ status: 404 }], /ZHUJI_MODEL/],
    [[{ status: 429, headers: { 'retry-after': '0' } }, { status: 429 }], /quota/],
    [[{ status: 500 }, { status: 500 }], /later/],
  ] as [Turn[], RegExp][])('%j', async (turns, recovery) => {
    const connection = await plant();
    const { model } = await scripted(turns, { retries: 1 });
    const failure = runAgent({ agent, question, connection, model });
    await expect(failure).rejects.toMatchObject({
      code: 'model_unavailable',
      recovery: expect.stringMatching(recovery),
    });
    await expect(failure).rejects.not.toMatchObject({ message: expect.stringContaining('secret-key') });
  });

  test('an endpoint under load is asked again after the time that it names', async () => {
    const connection = await plant();
    const { model, requests } = await scripted([{ status: 429, headers: { 'retry-after': '1' } }, answer]);
    const start = performance.now();
    const run = await runAgent({ agent, question, connection, model });
    expect(run.answer?.rows).toBe(3);
    expect(performance.now() - start).toBeGreaterThan(900);
    expect(requests).toHaveLength(2);
  });

  test('a timeout, and an address where nobody listens', async () => {
    const connection = await plant();
    const { model } = await scripted(['hang'], { timeout: 200, retries: 0 });
    await expect(runAgent({ agent, question, connection, model })).rejects.toMatchObject({
      code: 'model_unavailable',
      recovery: expect.stringContaining('in time'),
    });
    const nobody = openaiCompatible({
      apiKey: 'k',
      model: 'm',
      baseUrl: 'http://127.0.0.1:9/v1',
      retries: 0,
    });
    await expect(runAgent({ agent, question, connection, model: nobody })).rejects.toMatchObject({
      code: 'model_unavailable',
      recovery: expect.stringContaining('OPENAI_BASE_URL'),
    });
  });
});

test.each(['', '   ', '\n\t', '\u3000'])('a blank question %j is refused before any call', async (blank) => {
  const steps: Step[] = [];
  const refused = await runAgent({
    agent,
    question: blank,
    connection: await plant(),
    model: referencePolicy,
    onStep: (step) => steps.push(step),
  }).catch((error: unknown) => error);
  if (!ZhujiError.is(refused)) throw new Error('It was not refused.');
  expect(refused.code).toBe('invalid_argument');
  expect(refused.in('en').message).toContain('question is empty');
  expect(refused.in('zh').message).toContain('问题为空');
  expect(refused.in('zh').recovery).toContain('数据集');
  expect(steps).toEqual([]);
});

describe('limits', () => {
  const stops = async (model: Model, limits: Parameters<typeof runAgent>[0]['limits']) =>
    (await runAgent({ agent, question, connection: await plant(), model, ...(limits && { limits }) }))
      .stopped;

  test('of turns, calls, tokens and time end a run, and say so', async () => {
    const forever = async () => (await scripted(Array(30).fill(count))).model;
    expect(await stops(await forever(), { turns: 3 })).toMatchObject({ reason: 'turns' });
    expect(await stops(await forever(), { toolCalls: 2 })).toMatchObject({ reason: 'toolCalls' });
    expect(await stops(await forever(), { tokens: 150 })).toMatchObject({ reason: 'tokens' });
    expect(await stops((await scripted(['hang'])).model, { milliseconds: 300 })).toMatchObject({
      reason: 'milliseconds',
    });
  });

  test('a cancelled run stops, and keeps the steps so far', async () => {
    const connection = await plant();
    const { model } = await scripted([count, 'hang']);
    const controller = new AbortController();
    const run = await runAgent({
      agent,
      question,
      connection,
      model,
      signal: controller.signal,
      onStep: () => setTimeout(() => controller.abort(), 50),
    });
    expect(run).toMatchObject({ answer: null, stopped: { reason: 'cancelled' } });
    expect(run.steps).toHaveLength(1);
    const before = await runAgent({ agent, question, connection, model, signal: controller.signal });
    expect(before.stopped?.reason).toBe('cancelled');
  });
});
