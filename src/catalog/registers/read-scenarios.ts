import { readdir } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { idFrom, idRule, isId, type Layout, readYaml, sha256OfFile } from '../../workspace/folder/index.ts';
import { type Requirement, type ScenarioEntry, ZhujiError } from '../../workspace/index.ts';
import { scenarioSchema } from './scenario-schema.ts';

/** What a register holds, and what of it cannot be read. */
export interface ScenarioRegister {
  readonly entries: readonly ScenarioEntry[];
  /** `file`: name within the register. */
  readonly problems: readonly { readonly file: string; readonly error: ZhujiError }[];
}

function badId(file: string, id: string): ZhujiError {
  return new ZhujiError(
    'invalid_metadata',
    {
      en: `${file}: "${id}" cannot be the id of a scenario: it ${idRule}`,
      zh: `${file}："${id}" 不能作为场景标识：须以字母或数字开头，仅含字母、数字、"_"、"."、"-"`,
    },
    {
      recovery: { en: 'Give it another id.', zh: '请更换标识。' },
      details: { file, field: 'id', value: id },
    },
  );
}

function sameId(file: string, id: string): ZhujiError {
  return new ZhujiError(
    'already_exists',
    { en: `${file}: another scenario has the id "${id}"`, zh: `${file}：已有场景使用标识 "${id}"` },
    { recovery: { en: 'Give it another id.', zh: '请更换标识。' }, details: { file, id } },
  );
}

function unreadable(file: string, cause: unknown): ZhujiError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new ZhujiError(
    'unreadable_file',
    { en: `${file} cannot be read: ${reason}`, zh: `${file} 无法读取：${reason}` },
    { recovery: { en: 'Check its permissions.', zh: '请检查其权限。' }, details: { file }, cause },
  );
}

/**
 * One scenario of a register. What is not said is `unknown`; so is the source of requirements where one of them has none.
 * Errors: `invalid_metadata` with file, line and column, `not_found`, `too_large`.
 */
export async function readScenario(file: string): Promise<ScenarioEntry> {
  const { id = idFrom(file), ...said } = await readYaml(file, scenarioSchema, 'invalid_metadata');
  if (!isId(id)) throw badId(file, id);
  const requirements: readonly Requirement[] = said.requirements;
  const known: Readonly<Record<string, boolean>> = {
    description: Object.keys(said.description).length > 0,
    version: said.version !== '',
    license: said.license !== null,
    industry: said.industry !== null,
    keywords: said.keywords.length > 0,
    'requirements.source': requirements.every(({ source }) => source !== ''),
  };
  return {
    kind: 'scenario',
    ...said,
    id,
    hash: await sha256OfFile(file),
    links: [],
    unknown: Object.keys(known).filter((property) => known[property] === false),
    requirements,
  };
}

/** The scenarios of a workspace, from `registers/scenarios/*.yaml`. One that cannot be read does not keep the others out. */
export async function readScenarios(layout: Layout): Promise<ScenarioRegister> {
  const folder = layout.register('scenarios');
  const found = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const files = found
    .filter((one) => one.isFile() && !one.name.startsWith('.') && /^\.ya?ml$/i.test(extname(one.name)))
    .map(({ name }) => name)
    .toSorted();
  const entries: ScenarioEntry[] = [];
  const problems: { file: string; error: ZhujiError }[] = [];
  for (const file of files) {
    try {
      const entry = await readScenario(join(folder, file));
      if (entries.some(({ id }) => id === entry.id)) throw sameId(basename(file), entry.id);
      entries.push(entry);
    } catch (error) {
      problems.push({ file, error: ZhujiError.is(error) ? error : unreadable(file, error) });
    }
  }
  return { entries, problems };
}
