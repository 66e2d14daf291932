import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
    expect(data.reports[0]).toMatchObject({ dataset: 'line', schemaVersion: '1' });
    expect((await readdir(join(folder, 'reports'))).sort()).toEqual([
      'line.en.html',
      'line.en.md',
      'line.zh.html',
      'line.zh.md',
    ]);
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
