import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { resultsSchema, type Scenario, writeScenario } from '../../evals/index.ts';
import { runCli } from './run-cli.ts';

let folder = '';
let plant = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhuji-cli-'));
  plant = join(folder, 'plant');
  await writeFile(
    join(folder, 'line.csv'),
    'Part;Torque [Nm];Speed [rpm];Measured\n1;40,5;1500;25/03/2026\n2;41,2;1490;26/03/2026\n3;?;1510;27/03/2026\n',
  );
  await writeFile(
    join(folder, 'limits.zh.md'),
    '---\ntitle: 限值\ndatasets: [line]\n---\n# 主轴限值\n\n主轴扭矩不得超过 60 N·m。超限时停机检查刀具。\n',
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const scenario: Scenario = {
  id: 'limits',
  title: { en: 'Limits', zh: '限值' },
  agent: 'fault-diagnosis',
  scorer: 'exact_fault_set',
  datasets: ['line'],
  items: ['1', '2'].map((part) => ({
    id: part,
    cluster: `M${part}`,
    question: `Which faults does part ${part} of line show?`,
    truth: { present: [], decidable: ['HDF'], undecidable: [] },
  })),
};

const zhuji = (...args: string[]) => runCli(['--workspace', plant, ...args]);
const json = async (...args: string[]) => {
  const result = await zhuji('--json', ...args);
  return { ...result, data: JSON.parse(result.stdout) };
};

describe('the command line, end to end', () => {
  it('makes a workspace once, and refuses to make it again', async () => {
    expect((await json('init')).data).toMatchObject({ workspace: plant, datasets: [] });
    const again = await json('init');
    expect(again.code).toBe(2);
    expect(again.data.error).toMatchObject({ code: 'already_exists' });
  });

  it('adds a semicolon CSV with decimal commas, day-first dates and missing marks', async () => {
    const { code, data } = await json('add', join(folder, 'line.csv'));
    expect(code).toBe(0);
    expect(data).toMatchObject({ kind: 'dataset', id: 'line' });
    expect(data.record_sets[0]).toMatchObject({
      rows: 3,
      fields: [
        { id: 'part', type: 'integer', unit: null },
        { id: 'torque', type: 'number', unit: 'Nm' },
        { id: 'speed', type: 'integer', unit: 'rpm' },
        { id: 'measured', type: 'date', unit: null },
      ],
    });
    expect(data.unknown).toContain('license');
  });

  it('adds a document, indexes it, and finds it from the terminal', async () => {
    expect((await json('add', join(folder, 'limits.zh.md'))).data).toMatchObject({ kind: 'documents' });
    expect((await json('index')).data).toMatchObject({ documents: 1, problems: [] });
    const { data } = await json('search', '主轴扭矩 上限');
    expect(data.passages[0].text).toContain('60 N·m');
    const text = await zhuji('search', 'torque');
    expect(text.stdout).toContain('line');
  });

  it('checks quality and writes the report in both languages', async () => {
    const { code, data } = await json('check', 'line', '--report', join(folder, 'reports'));
    expect([0, 1]).toContain(code);
    expect(data.reports[0]).toMatchObject({ dataset: 'line', schemaVersion: '2' });
    expect((await readdir(join(folder, 'reports'))).sort()).toEqual([
      'line.en.html',
      'line.en.md',
      'line.zh.html',
      'line.zh.md',
    ]);
  });

  it('refuses to evaluate where there is nothing to ask', async () => {
    const { code, data } = await json('eval');
    expect(code).toBe(2);
    expect(data.error).toMatchObject({ code: 'not_found' });
    expect(data.error.recovery).toContain('scenario.yaml');
  });

  it('measures the lift, quietly where nobody watches, and never as a language model’s', async () => {
    await writeScenario(plant, scenario);
    const { code, stdout, stderr } = await zhuji('eval', 'limits');
    expect(stderr).toBe('');
    expect(stdout).toContain('not a language model');
    // Two clusters allow no conclusion.
    expect(stdout).toContain('inconclusive');
    expect(code).toBe(3);
    const runs = join(plant, '.zhuji', 'runs');
    expect((await readdir(join(runs, 'latest'))).sort()).toEqual([
      'report.en.html',
      'report.zh.html',
      'results.json',
    ]);
    const results = JSON.parse(await readFile(join(runs, 'latest', 'results.json'), 'utf8'));
    expect(z.array(resultsSchema).parse(results)).toEqual(results);
    const log = join(runs, 'limits@reference-policy', 'trials.jsonl');
    const lines = await readFile(log, 'utf8');
    await writeFile(log, lines.slice(0, -20));
    expect((await json('eval', 'limits', '--resume')).data.results[0].trials).toHaveLength(4);
  });

  it('refuses a scenario of a dataset or an agent that is not there before anything is asked', async () => {
    await writeScenario(plant, { ...scenario, id: 'oven', datasets: ['oven'] });
    const dataset = await json('eval');
    expect(dataset.code).toBe(2);
    expect(dataset.data.error.details).toMatchObject({ scenario: 'oven', missing: ['oven'] });
    await writeScenario(plant, { ...scenario, id: 'oven', agent: 'oracle' });
    expect((await json('eval', 'oven')).data.error.message).toContain('oracle');
    await rm(join(plant, 'evaluation', 'oven'), { recursive: true });
  });

  it('says what this machine can do', async () => {
    const { code, data } = await json('doctor');
    expect(code).toBe(0);
    expect(data.checks.map((check: { id: string }) => check.id)).toEqual([
      'node',
      'tables',
      'vectors',
      'model',
      'workspace',
    ]);
  });

  it.each([
    [['frobnicate']],
    [['add']],
    [['add', '/nowhere/at/all.csv']],
    [['check', 'lime']],
    [['agent', 'no-such-agent', 'why?']],
    [['eval', 'no-such-scenario']],
    [['eval', '--arms', 'full']],
    [['eval', '--trials', 'abc']],
    [['eval', '--out', '/dev/null/report']],
    [['serve', '--http', 'eighty']],
    [['--language', 'fr', 'doctor']],
  ])('answers bad usage with exit code 2 and one message: %j', async (args) => {
    const { code, stdout, stderr } = await zhuji(...args);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).not.toBe('');
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it('speaks the language asked for', async () => {
    const { stderr } = await zhuji('--language', 'zh', 'check', 'lime');
    expect(stderr).toMatch(/\p{Script=Han}/u);
  });

  it('says outside a workspace how to make one', async () => {
    const { code, data } = await runCli(['--json', '--workspace', folder, 'check']).then((result) => ({
      ...result,
      data: JSON.parse(result.stdout),
    }));
    expect(code).toBe(2);
    expect(data.error).toMatchObject({ code: 'not_a_workspace' });
    expect(data.error.recovery).toContain('zhuji init');
  });
});
