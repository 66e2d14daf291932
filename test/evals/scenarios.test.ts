import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listScenarios, readScenario, type Scenario, writeScenario } from '../../evals/index.ts';

let workspace = '';
beforeEach(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'zhuji-scenarios-'));
});
afterEach(() => rm(workspace, { recursive: true, force: true }));

const scenario: Scenario = {
  id: 'limits',
  title: { en: 'Limits', zh: '限值' },
  agent: 'fault-diagnosis',
  scorer: 'exact_fault_set',
  datasets: [],
  items: ['a', 'b'].map((id) => ({
    id,
    cluster: 'M1',
    question: `${id}?`,
    truth: { present: [], decidable: ['HDF'], undecidable: [] },
  })),
};

const file = (name: string) => join(workspace, 'evaluation', 'limits', name);
const edit = async (name: string, change: (text: string) => string) =>
  writeFile(file(name), change(await readFile(file(name), 'utf8')));

describe('scenarios of a workspace', () => {
  it('come back as they were written, and other things beside them are left alone', async () => {
    await writeScenario(workspace, scenario);
    await writeFile(join(workspace, 'evaluation', 'README.md'), 'notes');
    await mkdir(join(workspace, 'evaluation', '.git'));
    expect(await listScenarios(workspace)).toEqual(['limits']);
    expect(await readScenario(workspace, 'limits')).toEqual(scenario);
  });

  it.each([
    ['an item twice', 'items.jsonl', (text: string) => text + text, /items? ids must differ.*a, b/],
    ['half a line', 'items.jsonl', (text: string) => text.slice(0, -9), /items\.jsonl:2 .*JSON/],
    [
      'an item with a typing error',
      'items.jsonl',
      (text: string) => text.replace('cluster', 'clutser'),
      /:1 /,
    ],
    [
      'a truth of another form',
      'items.jsonl',
      (text: string) => text.replace('"HDF"', '1'),
      /truth of item "a"/,
    ],
    ['no items', 'items.jsonl', () => '\n', /items/],
    ['an unknown scorer', 'scenario.yaml', (text: string) => text.replace('exact', 'vague'), /scorer/],
    ['no YAML', 'scenario.yaml', () => 'a: [', /scenario\.yaml/],
    ['no fields', 'scenario.yaml', () => '', /no fields/],
    [
      'the id of another folder',
      'scenario.yaml',
      (text: string) => text.replace('limits', '../x'),
      /"\.\.\/x"/,
    ],
  ])('refuses %s, with its place', async (_, name, change, message) => {
    await writeScenario(workspace, scenario);
    await edit(name, change);
    await expect(readScenario(workspace, 'limits')).rejects.toMatchObject({
      code: 'invalid_metadata',
      message: expect.stringMatching(message),
    });
  });

  it('says which file is missing, and which scenarios there are', async () => {
    await writeScenario(workspace, scenario);
    await rm(file('items.jsonl'));
    await expect(readScenario(workspace, 'limits')).rejects.toMatchObject({ code: 'invalid_metadata' });
    await expect(readScenario(workspace, '../limits')).rejects.toMatchObject({
      code: 'not_found',
      details: { valid_values: ['limits'] },
    });
  });
});
