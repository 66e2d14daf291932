import { basename, dirname, resolve } from 'node:path';
import { Command } from 'commander';
import { hasSharedData, sharedData } from '../../shared-data.ts';
import { type Bar, type BenchTable, printReport, progress } from '../shared/index.ts';
import { qualityBars } from './bars.ts';
import { measure } from './measure.ts';
import { readSet } from './set.ts';
import { minisearch } from './systems/minisearch.ts';
import { orama } from './systems/orama.ts';
import { plainBm25 } from './systems/plain-bm25.ts';
import { product } from './systems/product.ts';

const systems = [product, plainBm25, minisearch, orama];

const ownSets = [['retrieval-en-cranfield'], ['retrieval-zh-cmrc2018', 'dev'], ['retrieval-zh-rgb']];

/** A folder `dev` or `test` is named by the one it lies in. */
function nameOf(folder: string): string {
  const name = basename(resolve(folder));
  return ['dev', 'test', 'train'].includes(name) ? basename(dirname(resolve(folder))) : name;
}

interface Options {
  readonly json?: boolean;
}

async function run(given: readonly string[], { json = false }: Options): Promise<void> {
  const started = performance.now();
  const folders =
    given.length > 0
      ? given
      : ownSets.filter((path) => hasSharedData(...path)).map((path) => sharedData(...path));
  const bars: Bar[] = [];
  const tables: BenchTable[] = [];
  for (const folder of folders) {
    const set = { ...(await readSet(folder)), name: nameOf(folder) };
    const all = [];
    for (const system of systems) all.push(await measure(system, set));
    bars.push(...qualityBars(set.name, all, product.name));
    tables.push({
      name: `${set.name}: ${set.documents.length} documents, ${set.queries.length} questions`,
      columns: ['system', 'nDCG@10', 'recall@10', 'MRR@10', 'build s', 'p50 ms', 'p95 ms', 'index bytes'],
      rows: all.map((one) => [
        one.system,
        one.ndcg,
        one.recall,
        one.mrr,
        one.build,
        one.p50,
        one.p95,
        one.bytes,
      ]),
    });
  }
  const settings = { folders, systems: Object.fromEntries(systems.map(({ name, what }) => [name, what])) };
  const seconds = (performance.now() - started) / 1000;
  printReport({ bench: 'retrieval', seconds, settings, bars, tables }, json);
}

await new Command('bench:retrieval')
  .description(
    'How well the knowledge search finds, beside other libraries, on any folder with corpus.jsonl, queries.jsonl and qrels.tsv',
  )
  .argument('[folders...]', 'sets to measure on (default: those of the public test data)')
  .option('--json', 'result as JSON')
  .action((folders: string[], options: Options) =>
    run(folders, options).catch((error: unknown) => {
      progress(error instanceof Error ? error.message : String(error));
      process.exitCode = 2;
    }),
  )
  .parseAsync();
