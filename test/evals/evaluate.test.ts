import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { evaluate, full, none, type OpenSubject, resultsSchema, type Scenario } from '../../evals/index.ts';
import { renderLiftHtml } from '../../evals/report/html.ts';
import type { Workspace } from '../../src/workspace/index.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhuji-eval-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const entry = { kind: 'document', id: 'limits', hash: 'abc' };
const workspace = {
  id: 'plant',
  title: {},
  catalog: { entries: () => [entry] },
} as unknown as Workspace;

const scenario: Scenario = {
  id: 'limits',
  title: { en: 'Limits', zh: '限值' },
  agent: 'echo',
  scorer: 'exact_fault_set',
  datasets: ['line'],
  items: Array.from({ length: 16 }, (_, index) => ({
    id: `i${index}`,
    cluster: `m${index % 8}`,
    question: `q${index}`,
    truth: { present: index % 2 ? ['HDF'] : [], decidable: ['HDF'], undecidable: ['RNF'] },
  })),
};

/** Knows the answers where the workspace has anything, and counts how often it is asked. */
function subject(
  options: { fail?: (question: string) => boolean; prompt?: (known: boolean) => string } = {},
) {
  const asked: string[] = [];
  const open: OpenSubject = async (given) => {
    const known = given.catalog.entries().length > 0;
    return {
      model: { kind: 'reference-policy', name: 'echo' },
      hashes: { prompt: options.prompt?.(known) ?? 'p', tools: 't' },
      ask: async (question) => {
        asked.push(question);
        if (options.fail?.(question)) throw new Error('the endpoint is gone');
        const odd = Number(question.slice(1)) % 2 === 1;
        const verdict = !known ? 'not_determinable' : odd ? 'present' : 'absent';
        const faults = [
          { code: 'HDF', verdict },
          { code: 'RNF', verdict: 'not_determinable' },
        ];
        return { answer: { faults }, text: verdict, toolCalls: 2, tokens: 10 };
      },
      close: async () => {},
    };
  };
  return { open, asked };
}

describe('evaluate', () => {
  it('measures the lift of everything over nothing, as valid results', async () => {
    const results = await evaluate({
      scenario,
      workspace,
      arms: [none, full],
      open: subject().open,
      folder,
    });
    expect(resultsSchema.parse(results)).toEqual(results);
    expect(results.arms.map(({ id, score, abstained }) => [id, score?.estimate, abstained])).toEqual([
      ['none', 0, 16],
      ['full', 1, 0],
    ]);
    expect(results.comparisons).toMatchObject([
      { before: 'none', after: 'full', items: 16, clusters: 8, verdict: 'helps', p: 2 / 256 },
    ]);
    expect(results.comparisons[0]?.difference).toMatchObject({ estimate: 1, low: 1, high: 1 });
  });

  it('counts errors as errors and calls a run with many of them invalid', async () => {
    const results = await evaluate({
      scenario,
      workspace,
      arms: [none, full],
      open: subject({ fail: (question) => Number(question.slice(1)) < 4 }).open,
      folder,
    });
    expect(results.arms.map(({ items, errors }) => [items, errors])).toEqual([
      [12, 4],
      [12, 4],
    ]);
    expect(results.comparisons[0]).toMatchObject({ verdict: 'invalid', difference: null });
    expect(results.trials.filter((trial) => trial.status === 'error')).toHaveLength(8);
  });

  it('refuses to compare arms that differ in more than the workspace', async () => {
    const open = subject({ prompt: (known) => (known ? 'with hints' : 'plain') }).open;
    await expect(evaluate({ scenario, workspace, arms: [none, full], open, folder })).rejects.toMatchObject({
      code: 'invalid_argument',
    });
  });

  it('goes on after a stop, asks only what is missing, and ends with the same results', async () => {
    const arms = [none, full];
    const whole = await evaluate({ scenario, workspace, arms, open: subject().open, folder });
    const file = join(folder, 'trials.jsonl');
    const lines = (await readFile(file, 'utf8')).trim().split('\n');
    await writeFile(file, `${lines.slice(0, 20).join('\n')}\n${lines[20]?.slice(0, 25)}`);
    const again = subject();
    const resumed = await evaluate({ scenario, workspace, arms, open: again.open, folder, resume: true });
    expect(again.asked).toHaveLength(32 - 20);
    const timeless = (results: typeof whole) => ({
      ...results,
      startedAt: '',
      trials: results.trials.map((trial) => ({ ...trial, milliseconds: 0 })),
    });
    expect(timeless(resumed)).toEqual(timeless(whole));
  });

  it('does not resume over changed items', async () => {
    const arms = [none, full];
    await evaluate({ scenario, workspace, arms, open: subject().open, folder });
    const changed = { ...scenario, items: scenario.items.slice(1) };
    await expect(
      evaluate({ scenario: changed, workspace, arms, open: subject().open, folder, resume: true }),
    ).rejects.toMatchObject({ code: 'stale', details: { changed: ['hashes'] } });
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    const open = subject({
      fail: () => {
        stop.abort();
        return true;
      },
    }).open;
    await expect(
      evaluate({ scenario, workspace, arms: [none, full], open, folder, signal: stop.signal }),
    ).rejects.toThrow();
  });

  it('renders a page that says in both languages that no language model answered', async () => {
    const results = await evaluate({ scenario, workspace, arms: [none, full], open: subject().open, folder });
    expect(renderLiftHtml([{ scenario, results }], 'en')).toContain('not a language model');
    expect(renderLiftHtml([{ scenario, results }], 'zh')).toContain('不是语言模型');
  });
});
