import { expect, test } from 'vitest';
import { agents, chooseModel, prompts } from '../../../agents/index.ts';

test('without an endpoint the reference policy answers, and is called by its name', () => {
  expect(chooseModel({})).toMatchObject({ kind: 'reference-policy', name: 'reference-policy' });
  expect(chooseModel({ OPENAI_API_KEY: 'k', ZHUJI_MODEL: 'reference-policy' }).kind).toBe('reference-policy');
});

test('an endpoint needs a model, and a model an endpoint', () => {
  expect(chooseModel({ OPENAI_API_KEY: 'k', ZHUJI_MODEL: 'm' })).toMatchObject({
    kind: 'openai-compatible',
    name: 'm',
  });
  expect(chooseModel({ OPENAI_BASE_URL: 'http://127.0.0.1:1/v1', ZHUJI_MODEL: 'm' }).name).toBe('m');
  for (const env of [{ OPENAI_API_KEY: 'k' }, { OPENAI_BASE_URL: 'http://x' }, { ZHUJI_MODEL: 'm' }]) {
    expect(() => chooseModel(env)).toThrow(expect.objectContaining({ code: 'configuration' }));
  }
});

test('an agent is told how to work, and no number of any plant', () => {
  for (const agent of agents) {
    for (const language of ['zh', 'en'] as const) {
      const prompt = agent.systemPrompt(language).replace(/^\d+\. /gm, '');
      expect(prompt).not.toMatch(/\d/);
      expect(prompt).not.toMatch(/HDF|PWF|OSF|BPFO|6205|42CrMo4/);
      expect(agent.examples[language].length).toBeGreaterThan(1);
    }
  }
});

test('an agent is a prompt for other clients, with the question at its end', () => {
  expect(prompts.map(({ name }) => name)).toEqual(['process-parameters', 'fault-diagnosis']);
  for (const prompt of prompts) {
    expect(prompt.text({ question: '第70行？', language: 'zh' })).toMatch(/^你.*\n\n第70行？$/s);
  }
});
