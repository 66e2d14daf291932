import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  evaluate,
  full,
  none,
  type OpenSubject,
  renderLiftHtml,
  renderLiftText,
  resultsSchema,
  type Scenario,
} from '../../evals/index.ts';
import type { Workspace, ZhujiError } from '../../src/workspace/index.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhuji-eval-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const entry = { kind: 'dataset', id: 'line', hash: 'abc' };
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
  options: {
    fail?: (question: string, known: boolean) => boolean;
    prompt?: (known: boolean) => string;
    before?: () => Promise<void>;
  } = {},
) {
  const asked: string[] = [];
  const open: OpenSubject = async (given) => {
    const known = given.catalog.entries().length > 0;
    return {
      model: { kind: 'reference-policy', name: 'echo' },
      hashes: { prompt: options.prompt?.(known) ?? 'p', tools: 't' },
      ask: async (question) => {
        asked.push(question);
        await options.before?.();
        if (options.fail?.(question, known)) throw new Error('the endpoint is gone');
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
    expect(await readFile(join(folder, 'trials.jsonl'), 'utf8').catch(() => '')).toBe('');
  });

  it('concludes nothing where one arm alone has too many errors', async () => {
    const fail = (question: string, known: boolean) => known && question === 'q3';
    const results = await evaluate({
      scenario,
      workspace,
      arms: [none, full],
      open: subject({ fail }).open,
      folder,
    });
    expect(results.comparisons[0]?.verdict).toBe('invalid');
    expect(results.arms.map(({ errors }) => errors)).toEqual([0, 1]);
  });

  it('takes another arm list up from the same log, and does not count what it does not ask', async () => {
    const other = { ...full, id: 'other' };
    await evaluate({ scenario, workspace, arms: [none, full, other], open: subject().open, folder });
    const again = subject();
    const progress: (number | undefined)[] = [];
    const results = await evaluate({
      scenario,
      workspace,
      arms: [full, none],
      open: again.open,
      folder,
      resume: true,
      onProgress: ({ done }) => progress.push(done),
    });
    expect(again.asked).toEqual([]);
    expect(progress).toEqual([32]);
    expect(results.comparisons).toMatchObject([{ before: 'full', after: 'none', verdict: 'harms' }]);
  });

  it('does not resume over another scorer or a manifest that cannot be read', async () => {
    const run = (over: Partial<Scenario>) =>
      evaluate({
        scenario: { ...scenario, ...over },
        workspace,
        arms: [none, full],
        open: subject().open,
        folder,
        resume: true,
      });
    await run({});
    const truth = { of: 'expected', value: 1, unit: 'K', tolerance: 1 };
    const items = scenario.items.map((item) => ({ ...item, truth }));
    await expect(run({ scorer: 'within_tolerance', items })).rejects.toMatchObject({ code: 'stale' });
    await writeFile(join(folder, 'manifest.json'), '{"scenario": "lim');
    await expect(run({})).rejects.toMatchObject({ code: 'stale' });
  });

  it('averages the trials of an item, and keeps the score between 0 and 1', async () => {
    const results = await evaluate({
      scenario,
      workspace,
      arms: [none, full],
      open: subject().open,
      folder,
      trials: 3,
    });
    expect(results.arms[1]).toMatchObject({ items: 16, clusters: 8, trials: 48, score: { estimate: 1 } });
    expect(results.comparisons[0]).toMatchObject({ items: 16, clusters: 8 });
  });

  it.each([
    ['an arm named twice', { arms: [none, none] }, 'invalid_argument'],
    ['a single arm', { arms: [full] }, 'invalid_argument'],
    ['no arm', { arms: [] }, 'invalid_argument'],
    ['half a trial', { trials: 0.5 }, 'invalid_argument'],
    ['no question at once', { parallel: 0 }, 'invalid_argument'],
    ['a dataset that is not there', { scenario: { ...scenario, datasets: ['line', 'oven'] } }, 'not_found'],
    ['no items', { scenario: { ...scenario, items: [] } }, 'invalid_metadata'],
    [
      'an item twice',
      { scenario: { ...scenario, items: [...scenario.items, ...scenario.items.slice(0, 1)] } },
      'invalid_metadata',
    ],
    [
      'a truth of another scorer',
      { scenario: { ...scenario, scorer: 'within_tolerance' as const } },
      'invalid_metadata',
    ],
  ])('refuses %s before the first question, in both languages', async (_, over, code) => {
    const { open, asked } = subject();
    const failure = await evaluate({ scenario, workspace, arms: [none, full], open, folder, ...over }).catch(
      (error: unknown) => error,
    );
    expect(failure).toMatchObject({ code });
    expect((failure as ZhujiError).in('zh').message).toMatch(/\p{Script=Han}/u);
    expect(asked).toEqual([]);
  });

  it('stops with an error where its log cannot be written, at the start or on the way', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    const arms = [none, full];
    await expect(
      evaluate({ scenario, workspace, arms, open: subject().open, folder: file }),
    ).rejects.toMatchObject({ code: 'denied' });

    const run = join(folder, 'run');
    const cut = subject({
      before: async () => {
        await rm(run, { recursive: true, force: true });
      },
    });
    await expect(evaluate({ scenario, workspace, arms, open: cut.open, folder: run })).rejects.toMatchObject({
      code: 'denied',
    });
    expect(cut.asked.length).toBeLessThanOrEqual(3);
  });

  it('says in both languages that no language model answered, verdict first and items folded away', async () => {
    const results = await evaluate({ scenario, workspace, arms: [none, full], open: subject().open, folder });
    for (const [language, words] of [
      ['en', 'not a language model'],
      ['zh', '并非语言模型'],
    ] as const) {
      const page = renderLiftHtml([{ scenario, results }], language);
      expect(page).toContain(words);
      expect(renderLiftText([results], language)).toContain(words);
      expect(page.indexOf('+1.00 [+1.00, +1.00]')).toBeLessThan(page.indexOf('<details>'));
      expect(page.indexOf('>i15<')).toBeGreaterThan(page.indexOf('<details>'));
    }
  });
});
