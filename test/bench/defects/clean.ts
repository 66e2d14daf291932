import type { DefectTable } from '../../../src/simulation/defects/index.ts';
import type { Finding } from '../../../src/workspace/index.ts';
import { type Checked, checkFile, csvOf } from './check.ts';
import { type BenchDataset, declarationOf } from './datasets/index.ts';
import { alarmKinds } from './kinds.ts';
import { keyOf } from './match.ts';

/** A dataset before anything is done to it, and what its report says. */
export interface Clean {
  readonly dataset: BenchDataset;
  readonly seed: number;
  readonly table: DefectTable;
  readonly findings: readonly Finding[];
  readonly keys: ReadonlySet<string>;
  /** Pairs of kind and field that could be alarmed, by kind, and those that are. */
  readonly pairs: ReadonlyMap<string, { readonly all: number; readonly alarmed: number }>;
}

function pairsOf({ report, fields }: Checked): Clean['pairs'] {
  return new Map(
    Object.entries(alarmKinds).map(([kind, applies]) => {
      const named = new Set(
        report.findings.filter((finding) => finding.kind === kind).flatMap((finding) => finding.fields),
      );
      if (applies === null) {
        const said = report.findings.some((finding) => finding.kind === kind);
        return [kind, { all: 1, alarmed: said ? 1 : 0 }];
      }
      const concerned = fields.filter(applies);
      return [kind, { all: concerned.length, alarmed: concerned.filter(({ id }) => named.has(id)).length }];
    }),
  );
}

export async function measureClean(dataset: BenchDataset, seed: number): Promise<Clean> {
  const table = await dataset.make(seed);
  const checked = await checkFile(csvOf(table), declarationOf(dataset, table));
  if (checked instanceof Error) throw checked;
  const { findings } = checked.report;
  return { dataset, seed, table, findings, keys: new Set(findings.map(keyOf)), pairs: pairsOf(checked) };
}
