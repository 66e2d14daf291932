import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { ZhujiError } from '../../src/workspace/index.ts';
import { itemSchema, type Scenario, scenarioSchema } from './scenario.ts';

/** `<workspace>/evaluation/<id>/scenario.yaml` and `items.jsonl`: beside the data, never served. */
const folderOf = (workspace: string, id: string) => join(workspace, 'evaluation', id);

export async function writeScenario(workspace: string, scenario: Scenario): Promise<void> {
  const { items, ...rest } = scenario;
  const folder = folderOf(workspace, scenario.id);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'items.jsonl'), items.map((item) => `${JSON.stringify(item)}\n`).join(''));
  await writeFile(join(folder, 'scenario.yaml'), stringify(rest));
}

/** Ids of the scenarios of a workspace folder, in order. */
export async function listScenarios(workspace: string): Promise<string[]> {
  const names = await readdir(join(workspace, 'evaluation')).catch(() => []);
  return names.sort();
}

/** Errors: `not_found` with the ids there are; `invalid_metadata` with file and field. */
export async function readScenario(workspace: string, id: string): Promise<Scenario> {
  const folder = folderOf(workspace, id);
  const known = await listScenarios(workspace);
  if (!known.includes(id)) {
    throw new ZhujiError(
      'not_found',
      { en: `There is no scenario "${id}"`, zh: `没有场景“${id}”` },
      {
        recovery: known.length
          ? { en: `Scenarios here: ${known.join(', ')}.`, zh: `现有场景：${known.join('、')}。` }
          : {
              en: 'Write evaluation/<id>/scenario.yaml and items.jsonl, or make a demo plant with zhuji init --demo.',
              zh: '请编写 evaluation/<id>/scenario.yaml 与 items.jsonl，或用 zhuji init --demo 生成演示工厂。',
            },
        details: { valid_values: known },
      },
    );
  }
  const lines = (await readFile(join(folder, 'items.jsonl'), 'utf8'))
    .split('\n')
    .filter((line) => line.trim());
  const items = lines.map((line, index) =>
    check(itemSchema, json(line), join(folder, 'items.jsonl'), index + 1),
  );
  const file = join(folder, 'scenario.yaml');
  const head = yaml(await readFile(file, 'utf8'), file);
  return check(scenarioSchema, { ...(head as object), items }, file);
}

function json(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function yaml(text: string, file: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    throw invalid(file, error instanceof Error ? error.message : String(error));
  }
}

function check<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  file: string,
  line?: number,
): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw invalid(line ? `${file}:${line}` : file, z.prettifyError(result.error));
}

function invalid(place: string, reason: string): ZhujiError {
  return new ZhujiError(
    'invalid_metadata',
    { en: `${place} is not a valid scenario: ${reason}`, zh: `${place} 不是有效的场景：${reason}` },
    { recovery: { en: 'Correct the named field.', zh: '请更正所指出的字段。' } },
  );
}
