import { readdir } from 'node:fs/promises';
import { deriveTables, parquetOf } from './catalog/derived/derive-tables.ts';
import { checkFreshness } from './catalog/derived/freshness.ts';
import { readSummary } from './catalog/derived/summary.ts';
import { type DescribedDataset, readDescribedDataset } from './catalog/formats/croissant/index.ts';
import { createCatalog, readScenarios } from './catalog/index.ts';
import { openKnowledge } from './knowledge/index.ts';
import { guardCatalog, guardQuality, guardTables } from './open/guards.ts';
import { openQuality, type Profile } from './quality/index.ts';
import { type EngineTable, openTableEngine } from './tables/index.ts';
import {
  abandonedStaging,
  findWorkspace,
  type Layout,
  readManifest,
  recoverStaging,
  withWriteLock,
} from './workspace/folder/index.ts';
import {
  type DatasetEntry,
  type OnProgress,
  type Sentence,
  type Workspace,
  ZhujiError,
} from './workspace/index.ts';

export interface OpenOptions {
  readonly onProgress?: OnProgress;
  readonly signal?: AbortSignal;
  /** Thresholds of quality reports; default: the general profile. */
  readonly profile?: Profile;
}

/** Something in the folder that is not served, and why. */
export interface WorkspaceProblem {
  /** Path below the workspace, forward slashes. */
  readonly where: string;
  readonly error: ZhujiError;
}

export interface OpenedWorkspace extends Workspace {
  readonly root: string;
  readonly problems: readonly WorkspaceProblem[];
}

/** Finishes what a killed writer left; not possible in a folder that cannot be written, and not needed to read it. */
async function recover(layout: Layout): Promise<void> {
  if ((await abandonedStaging(layout)).length === 0) return;
  await withWriteLock(layout, 'recovery', () => recoverStaging(layout)).catch((error: unknown) => {
    if (!ZhujiError.is(error)) throw error;
  });
}

async function datasetIds(layout: Layout): Promise<string[]> {
  const entries = await readdir(layout.datasets, { withFileTypes: true }).catch(() => []);
  const folders = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'));
  return folders.map(({ name }) => name).toSorted();
}

async function describe(layout: Layout, id: string): Promise<DescribedDataset> {
  const described = await readDescribedDataset(layout.metadata(id));
  if (described.entry.id === id) return described;
  throw new ZhujiError(
    'invalid_metadata',
    {
      en: `${layout.metadata(id)} describes "${described.entry.id}", but lies in the folder "${id}"`,
      zh: `${layout.metadata(id)} 描述的是 "${described.entry.id}"，但位于文件夹 "${id}"`,
    },
    { recovery: { en: 'Rename the folder.', zh: '请更改文件夹名称。' }, details: { dataset: id } },
  );
}

/** An entry whose files are other than described: its statistics are gone, and it says so. */
function staleEntry(entry: DatasetEntry): DatasetEntry {
  return {
    ...entry,
    unknown: ['content', ...entry.unknown],
    recordSets: entry.recordSets.map((recordSet) => ({
      ...recordSet,
      fields: recordSet.fields.map(({ statistics: _statistics, ...field }) => field),
    })),
  };
}

function engineTables(layout: Layout, entry: DatasetEntry): Promise<EngineTable[]> {
  return Promise.all(
    entry.recordSets.map(async (recordSet) => {
      const summary = await readSummary(layout.tables(entry.hash), recordSet.id);
      return {
        dataset: entry.id,
        hash: entry.hash,
        recordSet: recordSet.id,
        parquet: parquetOf(layout, entry, recordSet),
        fields: recordSet.fields,
        ...(summary && { summary }),
      };
    }),
  );
}

function known(error: unknown): ZhujiError {
  if (ZhujiError.is(error) && error.code !== 'cancelled') return error;
  throw error;
}

/**
 * Opens the workspace that `folder` is or lies in. Derived tables that are absent are rebuilt first. A dataset whose
 * files changed or cannot be read does not keep the others from being served: it is among the `problems`, and whoever
 * asks for its data gets that error. Several processes may have one workspace open.
 * Errors: `not_a_workspace`, `configuration`, `cancelled`.
 */
export async function openWorkspace(folder: string, options: OpenOptions = {}): Promise<OpenedWorkspace> {
  const layout = await findWorkspace(folder);
  const manifest = await readManifest(layout);
  await recover(layout);
  const problems = new Map<string, ZhujiError>();
  const entries: DatasetEntry[] = [];
  const ready: DatasetEntry[] = [];
  for (const id of await datasetIds(layout)) {
    let described: DescribedDataset;
    try {
      described = await describe(layout, id);
    } catch (error) {
      problems.set(id, known(error));
      continue;
    }
    const { entry } = described;
    try {
      await checkFreshness(layout, entry, options.signal);
      await deriveTables(layout, described, options);
      entries.push(entry);
      ready.push(entry);
    } catch (error) {
      problems.set(id, known(error));
      entries.push(staleEntry(entry));
    }
  }
  const knowledge = await openKnowledge({ folder: layout.knowledge, indexFolder: layout.index, ...options });
  const ids = new Set(entries.map(({ id }) => id));
  const listed = knowledge.documents().filter(({ id }) => !ids.has(id));
  const register = await readScenarios(layout);
  const taken = new Map([...entries, ...listed].map(({ id, kind }) => [id, kind]));
  const scenarios = register.entries.filter(({ id }) => !taken.has(id));
  const catalog = guardCatalog(createCatalog([...entries, ...listed, ...scenarios]), problems);
  const tables = guardTables(
    openTableEngine((await Promise.all(ready.map((entry) => engineTables(layout, entry)))).flat()),
    problems,
  );
  const { profile } = options;
  const quality = guardQuality(
    openQuality({ catalog, tables, folder: layout.quality, ...(profile && { profile }) }),
    problems,
  );
  const hidden = knowledge.documents().filter(({ id }) => ids.has(id));
  return {
    id: manifest.id,
    title: manifest.title,
    root: layout.root,
    catalog,
    tables,
    knowledge,
    quality,
    problems: [
      ...[...problems].map(([id, error]) => ({ where: `datasets/${id}`, error })),
      ...knowledge.problems().map(({ path, error }) => ({ where: `knowledge/${path}`, error })),
      ...hidden.map(({ id }) => ({
        where: `knowledge (${id})`,
        error: sharedId(id, kindNames.dataset, kindNames.document),
      })),
      ...register.problems.map(({ file, error }) => ({ where: `registers/scenarios/${file}`, error })),
      ...register.entries.flatMap(({ id }) => {
        const kind = taken.get(id);
        if (kind === undefined) return [];
        const error = sharedId(id, kindNames[kind], kindNames.scenario);
        return [{ where: `registers/scenarios (${id})`, error }];
      }),
    ],
    async close() {
      await tables.close();
      await knowledge.close();
    },
  };
}

const kindNames = {
  dataset: { en: 'dataset', zh: '数据集' },
  document: { en: 'document', zh: '文档' },
  scenario: { en: 'scenario', zh: '场景' },
} as const;

/** Two entries share an id: the catalog lists the first of them. */
function sharedId(id: string, listed: Sentence, hidden: Sentence): ZhujiError {
  return new ZhujiError(
    'already_exists',
    {
      en: `A ${listed.en} and a ${hidden.en} share the id "${id}"; the catalog lists the ${listed.en} only`,
      zh: `${listed.zh}与${hidden.zh}使用同一标识 "${id}"，目录仅列出${listed.zh}`,
    },
    {
      recovery: { en: `Rename the ${hidden.en}.`, zh: `请重命名该${hidden.zh}。` },
      details: { id },
    },
  );
}
