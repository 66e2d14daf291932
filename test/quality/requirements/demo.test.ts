import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fillDemo } from '../../../src/cli/demo/fill-demo.ts';
import { type OpenedWorkspace, openWorkspace } from '../../../src/open.ts';
import { initWorkspace } from '../../../src/workspace/folder/index.ts';

let folder = '';
let workspace: OpenedWorkspace;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhuji-demands-'));
  await initWorkspace(folder);
  await fillDemo(folder, 7, { progress: () => {}, signal: new AbortController().signal, language: 'en' });
  workspace = await openWorkspace(folder);
}, 120_000);

afterAll(async () => {
  await workspace.close();
  await rm(folder, { recursive: true, force: true });
});

const unmet = async (dataset: string, scenario: string) => {
  const { requirements, verdict } = await workspace.quality.report(dataset, { scenario });
  const status = Object.fromEntries(requirements.map((one) => [one.id, one.status]));
  return { verdict, status: Object.fromEntries(Object.entries(status).filter(([, one]) => one !== 'met')) };
};

it.each([
  ['tempering', 'tempering-setpoints', {}],
  ['machining-line', 'machining-fault-diagnosis', { time: 'missing', 'confirmed-faults': 'missing' }],
  ['bearing', 'bearing-diagnosis', { 'every-shift': 'missing' }],
])(
  '%s meets what %s demands, but for what it is without',
  async (dataset, scenario, expected) => {
    const { verdict, status } = await unmet(dataset, scenario);
    expect(status).toEqual(expected);
    expect(['fit', 'fit_with_conditions']).toContain(verdict);
  },
  60_000,
);

it('is unfit for the scenario of another dataset', async () => {
  expect(await unmet('tempering', 'bearing-diagnosis')).toMatchObject({ verdict: 'unfit' });
}, 60_000);
