import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { agreementSchema } from '../../../src/cli/agreement/schema.ts';
import { runCli } from '../../e2e/run-cli.ts';
import { labelFile } from './label-files.ts';

const json = (stdout: string) => agreementSchema.parse(JSON.parse(stdout));

it('reports agreement as JSON, and writes majority labels', async () => {
  const file = await labelFile('item,annotator_1,annotator_2,annotator_3\n1,a,a,b\n2,b,b,b\n3,a,b,c\n');
  const out = join(dirname(file), 'majority.csv');
  const { code, stdout } = await runCli(['agreement', file, '--json', '--out', out]);
  expect(code).toBe(0);
  expect(json(stdout)).toMatchObject({ kind: 'agreement', form: 'wide', labels: 9, disputed_count: 2, out });
  expect((await readFile(out, 'utf8')).trim().split('\n')).toEqual([
    'item,majority_label,votes,labels,tied',
    '1,a,2,3,',
    '2,b,3,3,',
    '3,,1,3,a | b | c',
  ]);
}, 30_000);

it('plans an inspection of a dataset, and estimates label accuracy from what was filled in', async () => {
  const rows = Array.from({ length: 400 }, (_, n) => `${n},${n % 8 === 0 ? 'NG' : 'OK'}`);
  const file = await labelFile(`part,result\n${rows.join('\n')}\n`, 'parts.csv');
  const plant = join(dirname(file), 'plant');
  const zhuji = (...args: string[]) => runCli(['--workspace', plant, ...args]);
  await runCli(['init', plant]);
  await zhuji('add', file);
  const out = join(dirname(file), 'plan.csv');
  const plan = await zhuji(
    'agreement',
    '--plan',
    '--dataset',
    'parts',
    '--label',
    'result',
    '--at-least',
    '0.9',
    '--out',
    out,
    '--json',
  );
  const planned = json(plan.stdout);
  expect(planned).toMatchObject({ kind: 'plan', most_wrong: 0, by_class: true, records: 400 });
  const text = await readFile(out, 'utf8');
  const filled = await labelFile(text.replace(/,(OK|NG),$/gm, ',$1,$1'), 'filled.csv');
  const estimate = await runCli(['agreement', '--inspected', filled, '--json']);
  const found = json(estimate.stdout);
  if (found.kind !== 'accuracy' || planned.kind !== 'plan') throw new Error(estimate.stdout);
  expect(found).toMatchObject({ estimate: 1, wrong: 0, open: 0, inspected: planned.size });
  expect(found.at_least).toBeGreaterThanOrEqual(0.9);
}, 60_000);

it.each([
  [[], /Give one of: a file of labels, --plan, --inspected/],
  [['--plan', '--dataset', 'parts'], /--plan needs --dataset and --label/],
  [['nowhere.csv'], /There is no file/],
  [['nowhere.csv', '--confidence', '95'], /--confidence must be a share, not "95"/],
] as const)(
  '%j is one clear message',
  async (args, message) => {
    const { code, stdout, stderr } = await runCli(['agreement', ...args]);
    expect(code).not.toBe(0);
    expect(stdout).toBe('');
    expect(stderr).toMatch(message);
    expect(stderr.trim().split('\n').length).toBeLessThanOrEqual(2);
    expect(stderr).not.toMatch(/ at .*\.ts:/);
  },
  30_000,
);
