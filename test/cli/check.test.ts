import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDataset } from '../../src/add.ts';
import { checkSchema } from '../../src/cli/check/schema.ts';
import { simulateDemoPlant } from '../../src/simulation/index.ts';
import { writeSimulation } from '../../src/simulation/write.ts';
import { initWorkspace } from '../../src/workspace/folder/index.ts';
import { runCli } from '../e2e/run-cli.ts';

let folder = '';
let plant = '';

/** The demo plant's tables as files are: nothing of them is declared. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhuji-check-'));
  plant = join(folder, 'plant');
  const { register } = await initWorkspace(plant);
  for (const simulation of Object.values(simulateDemoPlant(11))) {
    const { id } = simulation.dataset;
    const written = await writeSimulation(simulation, join(folder, id));
    await addDataset(plant, written.data, { id });
  }
  await mkdir(register('scenarios'), { recursive: true });
  const demand = (records: number) =>
    `title: {en: A use, zh: 用途}\nrequirements:\n  - {id: enough, kind: volume, records: ${records}, level: required}\n`;
  await writeFile(join(register('scenarios'), 'modest.yaml'), demand(10));
  await writeFile(join(register('scenarios'), 'greedy.yaml'), demand(10_000_000));
}, 240_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

const zhuji = (...args: string[]) => runCli(['--workspace', plant, ...args]);

async function check(...args: string[]) {
  const { code, stdout, stderr } = await zhuji('--json', 'check', ...args);
  const json = JSON.parse(stdout || '{}');
  if ('error' in json) throw new Error(stdout + stderr);
  return { code, ...checkSchema.parse(json) };
}

it('judges for a scenario, and its gates make the exit code', async () => {
  const modest = await check('tempering', '--scenario', 'modest');
  const greedy = await check('tempering', '--scenario', 'greedy');
  expect([modest.code, greedy.code]).toEqual([0, 1]);
  expect(greedy.reports[0]).toMatchObject({ scenario: 'greedy', verdict: 'unfit' });
  const told = await zhuji('--language', 'zh', 'check', 'tempering', '--scenario', 'greedy');
  expect(told.stdout).toMatch(/部分满足\s+enough — .*需要 10000000 条/);
}, 240_000);

it('applies a profile from a file and prints its name', async () => {
  const file = join(folder, 'strict.yaml');
  await writeFile(file, 'name: strict\nthresholds: {stretch_records: 7}\n');
  const { reports } = await check('tempering', '--profile', file);
  expect(reports[0]?.profile).toBe('strict');
  expect((await zhuji('check', '--profile', 'generol-3')).code).toBe(2);
}, 240_000);

it.each(['tempering', 'machining-line', 'bearing'])(
  'accepting what is proposed for clean %s never makes it fail, and nothing of it is proposed again',
  async (dataset) => {
    const before = await check(dataset);
    const after = await check(dataset, '--accept', '--confidence', '0');
    expect(after.accepted.length).toBeGreaterThan(0);
    expect(after.accepted.map(({ id }) => id)).toEqual(before.reports[0]?.proposals.map(({ id }) => id));
    const [report] = after.reports;
    expect(report?.verdict).not.toBe('unfit');
    expect(report?.gates.filter(({ passed }) => passed === false)).toEqual([]);
    const again = report?.proposals.map(({ id }) => id) ?? [];
    expect(after.accepted.filter(({ id }) => again.includes(id))).toEqual([]);
  },
  240_000,
);

it('accepts one by name, and refuses a name that is none', async () => {
  await writeFile(
    join(folder, 'line.csv'),
    ['speed_rpm,load', ...Array.from({ length: 90 }, (_, n) => `${100 + n * 1.5},${(n * 7) % 31}`)].join(
      '\n',
    ),
  );
  await addDataset(plant, join(folder, 'line.csv'), { id: 'line' });
  const wrong = await zhuji('check', 'line', '--accept', 'unit:line.speed');
  expect(wrong.code).toBe(2);
  expect(wrong.stderr).toMatch(/There is no proposal/);
  const { accepted, reports } = await check('line', '--accept', 'role:line.speed_rpm');
  expect(accepted).toMatchObject([{ id: 'role:line.speed_rpm', value: 'measurement' }]);
  expect(reports[0]?.proposals.map(({ id }) => id)).not.toContain('role:line.speed_rpm');
  expect((await zhuji('check', '--accept')).stderr).toMatch(/needs the name of one dataset/);
}, 240_000);

it('compares with a report that was printed before, and shows the trend', async () => {
  const file = join(folder, 'earlier.json');
  await writeFile(file, (await zhuji('--json', 'check', 'line')).stdout);
  const csv = join(folder, 'line.csv');
  await writeFile(join(folder, 'line2.csv'), `${await readFile(csv, 'utf8')}\n,3\n`);
  await addDataset(plant, join(folder, 'line2.csv'), { id: 'line2' });
  const { comparison, files } = await check('line2', '--against', file, '--report', join(folder, 'out'));
  expect(files.map((one) => one.slice(folder.length + 5))).toContain('line2-compared.zh.html');
  expect(comparison).toMatchObject({ before: { dataset: 'line' }, after: { dataset: 'line2' } });
  expect((await check('line2', '--against', 'line')).comparison?.moved.length).toBeGreaterThan(0);
  const { trends } = await check('line', '--history');
  expect(trends[0]?.points.length).toBeGreaterThanOrEqual(2);
  const told = await zhuji('check', 'line', '--history');
  expect(told.stdout).toMatch(/History of line/);
  expect((await zhuji('check', 'line2', '--against', join(folder, 'none.json'))).code).toBe(2);
}, 240_000);
