import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { isId, writeAtomically } from '../../src/workspace/folder/index.ts';
import { ZhujiError } from '../../src/workspace/index.ts';
import { check, checkScenario, invalid } from './check.ts';
import { itemSchema, type Scenario } from './scenario.ts';

/** `<workspace>/evaluation/<id>/scenario.yaml` and `items.jsonl`: beside the data, never served. */
const folderOf = (workspace: string, id: string) => join(workspace, 'evaluation', id);

/** Errors: `invalid_metadata` for a scenario that could not be run. */
export async function writeScenario(workspace: string, scenario: Scenario): Promise<void> {
  const { items, ...head } = checkScenario(scenario, `scenario "${scenario.id}"`);
  const folder = folderOf(workspace, head.id);
  await mkdir(folder, { recursive: true });
  await writeAtomically(
    join(folder, 'items.jsonl'),
    items.map((item) => `${JSON.stringify(item)}\n`).join(''),
  );
  await writeAtomically(join(folder, 'scenario.yaml'), stringify(head));
}

/** Ids of the scenarios of a workspace folder, in order. */
export async function listScenarios(workspace: string): Promise<string[]> {
  const entries = await readdir(join(workspace, 'evaluation'), { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory() && isId(entry.name))
    .map(({ name }) => name)
    .toSorted();
}

/** Errors: `not_found` with the ids there are; `invalid_metadata` with file, line and field. */
export async function readScenario(workspace: string, id: string): Promise<Scenario> {
  const known = await listScenarios(workspace);
  if (!known.includes(id)) throw unknownScenario(id, known);
  const folder = folderOf(workspace, id);
  const itemFile = join(folder, 'items.jsonl');
  const items = (await textOf(itemFile))
    .split('\n')
    .flatMap((line, index) =>
      line.trim()
        ? [check(itemSchema, json(line, `${itemFile}:${index + 1}`), `${itemFile}:${index + 1}`)]
        : [],
    );
  const file = join(folder, 'scenario.yaml');
  const scenario = checkScenario({ ...yaml(await textOf(file), file), items }, file);
  if (scenario.id === id) return scenario;
  throw invalid(file, {
    en: `it has the id "${scenario.id}", but lies in the folder "${id}"`,
    zh: `其 id 为“${scenario.id}”，但位于文件夹“${id}”`,
  });
}

function unknownScenario(id: string, known: readonly string[]): ZhujiError {
  return new ZhujiError(
    'not_found',
    { en: `There is no scenario "${id}"`, zh: `没有场景“${id}”` },
    {
      recovery: known.length
        ? { en: `Scenarios here: ${known.join(', ')}.`, zh: `现有场景：${known.join('、')}。` }
        : howToMakeOne,
      details: { valid_values: known },
    },
  );
}

/** What to do where a workspace has no scenario. */
export const howToMakeOne = {
  en: 'Write evaluation/<id>/scenario.yaml and items.jsonl, or make a demo plant with zhuji init --demo.',
  zh: '请编写 evaluation/<id>/scenario.yaml 与 items.jsonl，或用 zhuji init --demo 生成演示工厂。',
};

const textOf = (file: string) =>
  readFile(file, 'utf8').catch((error: Error) => {
    throw invalid(file, error.message);
  });

function json(line: string, place: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw invalid(place, error instanceof Error ? error.message : String(error));
  }
}

function yaml(text: string, file: string): object {
  let value: unknown;
  try {
    value = parse(text);
  } catch (error) {
    throw invalid(file, error instanceof Error ? error.message : String(error));
  }
  if (typeof value === 'object' && value !== null) return value;
  throw invalid(file, { en: 'it holds no fields', zh: '其中没有字段' });
}
