import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { runCli } from '../../e2e/run-cli.ts';
import { plantWith } from './plant.ts';

const rows = Array.from({ length: 30 }, (_, n) => `${n},${20 + (n % 4)},${n % 3 ? 'OK' : 'NG'}`);
const csv = `Part,Temperature [K],Result\n${rows.join('\n')}\n`;

it('prints each format, and wraps it with --json', async () => {
  const plant = await plantWith('parts.csv', csv);
  const zhuji = (...args: string[]) => runCli(['--workspace', plant, 'export', ...args]);
  const dqv = await zhuji('dqv', 'parts');
  expect(dqv.code).toBe(0);
  expect(JSON.parse(dqv.stdout)['@graph'].length).toBeGreaterThan(20);
  const odcs = await zhuji('odcs', 'parts');
  expect(parse(odcs.stdout)).toMatchObject({ kind: 'DataContract', id: 'parts' });
  const lineage = await zhuji('openlineage', 'parts', '--json');
  expect(JSON.parse(lineage.stdout)).toMatchObject({
    format: 'openlineage',
    dataset: 'parts',
    scenario: null,
    document: { eventType: 'COMPLETE' },
    files: [],
  });
  const form = await zhuji('tc609', 'parts', '--language', 'zh');
  expect(form.stdout).toContain('0305 模型适配性');
}, 180_000);

it('writes the bundle of the form, with inspected labels in it', async () => {
  const plant = await plantWith('parts.csv', csv);
  const out = join(dirname(plant), 'evidence');
  const inspected = join(dirname(plant), 'inspected.csv');
  await writeFile(inspected, 'item,label,correct_label\n1,OK,OK\n2,OK,NG\n3,NG,NG\n4,OK,OK\n');
  const args = ['--workspace', plant, 'export', 'tc609', 'parts', '--json', '--out', out];
  const { code, stdout } = await runCli([...args, '--inspected', inspected]);
  expect(code).toBe(0);
  const { files, document } = JSON.parse(stdout);
  expect(document).toBeUndefined();
  expect(files.map((file: string) => file.slice(out.length + 1)).toSorted()).toEqual(
    (await readdir(out)).toSorted(),
  );
  const form = JSON.parse(await readFile(join(out, 'form.json'), 'utf8'));
  const labels = form.dimensions[2].indicators[3];
  expect(labels).toMatchObject({ id: '0304', result: { value: 0.75, numerator: 3, denominator: 4 } });
  expect(await readdir(dirname(out))).not.toContainEqual(expect.stringContaining('.evidence'));
}, 120_000);

it('writes one document to a file', async () => {
  const plant = await plantWith('parts.csv', csv);
  const out = join(dirname(plant), 'contract.json');
  const { stdout } = await runCli(['--workspace', plant, 'export', 'odcs', 'parts', '--out', out]);
  expect(stdout.trim()).toBe(out);
  expect(JSON.parse(await readFile(out, 'utf8'))).toMatchObject({ apiVersion: 'v3.1.0' });
}, 90_000);

it('answers wrong use with one clear message', async () => {
  const plant = await plantWith('parts.csv', csv);
  const cases = [
    [['dqv', 'part'], /parts/],
    [['xml', 'parts'], /dqv, croissant-quality/],
    [['dqv', 'parts', '--scenario', 'mars'], /no scenario "mars"/],
    [['dqv', 'parts', '--inspected', 'x.csv'], /fill the form of tc609, not dqv/],
    [['tc609', 'parts', '--evaluation', 'nowhere.json'], /no results of an evaluation/],
    [['tc609', 'parts', '--inspected', 'nowhere.csv'], /There is no file/],
    [['tc609', 'parts', '--out', plant], /something else than an evidence bundle/],
  ] as const;
  for (const [args, message] of cases) {
    const { code, stdout, stderr } = await runCli(['--workspace', plant, 'export', ...args]);
    expect(code, args.join(' ')).not.toBe(0);
    expect(stdout).toBe('');
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/ at .*\.ts:/);
  }
}, 240_000);
