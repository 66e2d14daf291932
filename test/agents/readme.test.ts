import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Agent, referencePolicy, runAgent } from '../../agents/index.ts';
import { simulateMachiningLine } from '../../src/simulation/index.ts';
import { openPlant, simulated } from './plant.ts';

const answerSchema = z.object({ text: z.string(), rows: z.number().nullable() });

// The agent of agents/README.md; a test below holds the two together.
const rowCounter: Agent<z.infer<typeof answerSchema>> = {
  name: 'row-counter',
  title: { en: 'Row counter', zh: '行数统计' },
  description: { en: 'Says how many rows a dataset has.', zh: '说明数据集有多少行。' },
  systemPrompt: () => 'Say how many rows the dataset in the question has. Use the tools; never guess.',
  answerSchema,
  *procedure(question) {
    const [found] = yield [{ name: 'search_catalog', arguments: { query: question.text, kind: 'dataset' } }];
    const [entry] = (found?.data['entries'] ?? []) as { id: string; rows: number }[];
    return entry
      ? { text: `${entry.id}: ${entry.rows}`, rows: entry.rows }
      : { text: 'No such dataset', rows: null };
  },
  examples: { en: ['How many rows has bearing?'], zh: ['bearing 有多少行？'] },
};

const code = (text: string) =>
  text
    .slice(text.indexOf('const answerSchema'))
    .replace(/^\/\/.*\n/gm, '')
    .replace(/^export /gm, '');

describe('the agent of agents/README.md', () => {
  it('stands there as it is tested here', () => {
    const readme = readFileSync(resolve(import.meta.dirname, '../../agents/README.md'), 'utf8');
    const written = code(readme).slice(0, code(readme).indexOf('```')).trim();
    const tested = readFileSync(import.meta.filename, 'utf8');
    expect(code(tested)).toContain(written);
  });

  it('answers through the loop', async () => {
    const { connection, close } = await openPlant(
      await simulated(simulateMachiningLine({ seed: 3, rows: 40 })),
    );
    const run = await runAgent({
      agent: rowCounter,
      question: 'How many rows has machining-line?',
      connection,
      model: referencePolicy,
    });
    expect(run.answer).toEqual({ text: 'machining-line: 40', rows: 40 });
    await close();
  });
});
