import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { addDerivedDataset } from './add.ts';
import { openWorkspace } from './open.ts';
import type { Profile } from './quality/index.ts';
import {
  chooseRemedies,
  examineFindings,
  planTables,
  type Rewriting,
  rewrite,
  type TablePlan,
  withAllRows,
} from './quality/repair/index.ts';
import { repairedDeclaration } from './repair/declaration.ts';
import type { AppliedRemedy, RepairResult } from './repair/result.ts';
import { repairedId, repairedVersion } from './repair/version.ts';
import { activityOf, doneInWords } from './repair/words.ts';
import { type FieldToWrite, writeParquet } from './tables/index.ts';
import { findWorkspace, withStaging } from './workspace/folder/index.ts';
import type { DatasetEntry, OnProgress, TableEngine } from './workspace/index.ts';

export { type AppliedRemedy, doneInWords, type RepairResult };

export interface RepairOptions {
  /** Id of the new dataset; default: `<dataset>-repaired`, with a number where that is taken. */
  readonly as?: string;
  /** Only say what would be done. */
  readonly dryRun?: boolean;
  /** The profile that the findings were made with. */
  readonly profile?: Profile;
  readonly now?: () => Date;
  readonly onProgress?: OnProgress;
  readonly signal?: AbortSignal;
}

function applied({ steps, recordSet }: TablePlan, { touched }: Rewriting): readonly AppliedRemedy[] {
  return steps.map(({ remedy: { finding, repair }, changes }, place) => ({
    finding: finding.id,
    action: repair.action,
    recordSet: recordSet.id,
    fields: [
      ...new Set(changes.flatMap((one) => ('field' in one ? [one.field] : 'by' in one ? one.by : []))),
    ],
    ...(touched[place] ?? { records: 0, cells: 0, left: 0 }),
    loses: repair.loses,
    reversible: repair.reversible,
  }));
}

/** Writes each table into `folder`, or only counts where there is none. */
async function rewriteTables(
  tables: TableEngine,
  entry: DatasetEntry,
  plans: readonly TablePlan[],
  { onProgress, signal, folder }: Pick<RepairOptions, 'onProgress' | 'signal'> & { folder?: string },
): Promise<readonly Rewriting[]> {
  const rewritings: Rewriting[] = [];
  for (const [done, plan] of plans.entries()) {
    onProgress?.({ task: plan.recordSet.id, done, total: plans.length });
    const rewriting = rewrite(tables, entry.id, plan, signal ? { signal } : {});
    rewritings.push(rewriting);
    if (folder === undefined) {
      for await (const _ of rewriting.batches);
      continue;
    }
    const fields: FieldToWrite[] = [...plan.fields];
    if (plan.sourceRow !== undefined) {
      fields.push({ id: plan.sourceRow, name: plan.sourceRow, type: 'integer' });
    }
    const file = join(folder, `${plan.recordSet.id}.parquet`);
    await writeParquet(file, fields, rewriting.batches, { order: plan.order, ...(signal && { signal }) });
  }
  return rewritings;
}

/**
 * Applies the remedies of findings to a new version of a dataset, with its provenance; the one it came from stays as it is. Where
 * records are left out or sorted, a field of the new version says in which row of the source each one stood.
 * `findings`: their ids, or `'all'` that have a remedy. All or nothing.
 * Errors: `not_a_workspace`, `not_found` (dataset, finding), `invalid_argument` (no remedy), `already_exists`, `stale`, `denied`,
 * `unsupported_format` (a value that cannot be carried over exactly), `cancelled`.
 */
export async function repairDataset(
  folder: string,
  dataset: string,
  findings: readonly string[] | 'all',
  options: RepairOptions = {},
): Promise<RepairResult> {
  const layout = await findWorkspace(folder);
  const { onProgress, signal, profile, dryRun, now } = options;
  const common = { ...(onProgress && { onProgress }), ...(signal && { signal }) };
  const workspace = await openWorkspace(folder, common);
  try {
    const { catalog, tables } = workspace;
    const entry = catalog.dataset(dataset);
    const examined = await examineFindings(dataset, findings, {
      catalog,
      tables,
      ...(profile && { profile }),
      ...common,
    });
    const about = { findings: examined.report.findings, found: examined.found };
    const remedies = await Promise.all(
      chooseRemedies(entry, about, findings).map((one) =>
        withAllRows(tables, entry, one, signal ? { signal } : {}),
      ),
    );
    const plans = planTables(entry, remedies);
    const id = options.as ?? repairedId(dataset, (taken) => catalog.get(taken) !== undefined);
    const result = (rewritings: readonly Rewriting[], hash: string | null): RepairResult => ({
      source: { id: dataset, hash: entry.hash },
      dataset: { id, version: repairedVersion(entry.version), hash },
      applied: plans.flatMap((plan, place) => {
        const rewriting = rewritings[place];
        return rewriting ? applied(plan, rewriting) : [];
      }),
      tables: plans.map(({ recordSet, sourceRow }, place) => ({
        recordSet: recordSet.id,
        rowsBefore: recordSet.rows,
        rows: rewritings[place]?.rows() ?? recordSet.rows,
        sourceRow: sourceRow ?? null,
      })),
    });
    if (dryRun) return result(await rewriteTables(tables, entry, plans, common), null);
    return await withStaging(layout, async ({ folder: staging }) => {
      const written = join(staging, 'repaired');
      await mkdir(written);
      const rewritings = await rewriteTables(tables, entry, plans, { ...common, folder: written });
      const { applied: done, tables: made } = result(rewritings, null);
      const { entry: added } = await addDerivedDataset(layout.root, {
        id,
        files: plans.map(({ recordSet }) => join(written, `${recordSet.id}.parquet`)),
        declaration: repairedDeclaration(
          entry,
          plans,
          made.map(({ rows }) => rows),
        ),
        from: { id: dataset, hash: entry.hash },
        activity: activityOf(done),
        ...(now && { now }),
        ...common,
      });
      return result(rewritings, added.hash);
    });
  } finally {
    await workspace.close();
  }
}
