import { basename, dirname, resolve } from 'node:path';
import { Command } from 'commander';
import { hasSharedData, sharedData } from '../../shared-data.ts';
import { type Bar, type BenchTable, printReport, progress } from '../shared/index.ts';
import { pageBars, qualityBars } from './bars.ts';
import { type Measured, measure } from './measure.ts';
import { readPagePairs } from './page-pairs.ts';
import { type RetrievalSet, readSet } from './set.ts';
import { runSpeed } from './speed/run-speed.ts';
import { minisearch } from './systems/minisearch.ts';
import { orama } from './systems/orama.ts';
import { plainBm25 } from './systems/plain-bm25.ts';
import { product } from './systems/product.ts';
import type { RetrievalSystem } from './systems/system.ts';

const systems = [product, plainBm25, minisearch, orama];

const ownSets = [['retrieval-en-cranfield'], ['retrieval-zh-cmrc2018', 'dev'], ['retrieval-zh-rgb']];
const ownPages = [['industrial-gateway-docs'], ['klipper-docs']];

/** A folder `dev` or `test` is named by the one it lies in. */
function nameOf(folder: string): string {
  const name = basename(resolve(folder));
  return ['dev', 'test', 'train'].includes(name) ? basename(dirname(resolve(folder))) : name;
}

interface Options {
  readonly pages?: boolean;
  readonly speed?: boolean;
  readonly json?: boolean;
}

interface Comparison {
  readonly set: RetrievalSet;
  readonly systems: readonly RetrievalSystem[];
  readonly bars: (set: string, all: readonly Measured[], product: string) => Bar[];
}

async function* comparisons(given: readonly string[], pages: boolean): AsyncGenerator<Comparison> {
  for (const path of pages ? ownPages : ownSets) {
    if (given.length === 0 && !hasSharedData(...path)) progress(`${path.join('/')} is not there: skipped.`);
  }
  const own = (pages ? ownPages : ownSets).filter((path) => hasSharedData(...path));
  for (const folder of given.length > 0 ? given : own.map((path) => sharedData(...path))) {
    const name = nameOf(folder);
    if (!pages) yield { set: { ...(await readSet(folder)), name }, systems, bars: qualityBars };
    // No other system here has a dictionary: one of them shows what is found without.
    else
      for (const set of await readPagePairs(folder, name))
        yield { set, systems: [product, plainBm25], bars: pageBars };
  }
}

async function runOnSpeed(given: readonly string[], json: boolean): Promise<void> {
  const started = performance.now();
  const own = ownSets.filter((path) => hasSharedData(...path)).map((path) => sharedData(...path));
  const sets = await Promise.all((given.length > 0 ? given : own).map(readSet));
  if (sets.length === 0) throw new Error('Speed is measured on passages of sets: give a folder of one.');
  const { bars, tables } = await runSpeed(sets);
  const seconds = (performance.now() - started) / 1000;
  printReport({ bench: 'retrieval speed', seconds, settings: {}, bars, tables }, json);
}

async function run(given: readonly string[], options: Options): Promise<void> {
  const { pages = false, speed = false, json = false } = options;
  if (speed) return runOnSpeed(given, json);
  const started = performance.now();
  const bars: Bar[] = [];
  const tables: BenchTable[] = [];
  for await (const { set, systems: compared, bars: barsOf } of comparisons(given, pages)) {
    const all = [];
    for (const system of compared) all.push(await measure(system, set));
    bars.push(...barsOf(set.name, all, product.name));
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
  const settings = { systems: Object.fromEntries(systems.map(({ name, what }) => [name, what])) };
  const seconds = (performance.now() - started) / 1000;
  printReport({ bench: 'retrieval', seconds, settings, bars, tables }, json);
}

await new Command('bench:retrieval')
  .description(
    'How well the knowledge search finds, beside other libraries, on any folder with corpus.jsonl, queries.jsonl and qrels.tsv',
  )
  .argument('[folders...]', 'sets to measure on (default: those of the public test data)')
  .option(
    '--pages',
    'folders of pages in two languages (zh..., en...): what is asked in one is found in the other',
  )
  .option('--speed', 'how fast passages of the sets are indexed and found, up to 100,000 of them')
  .option('--json', 'result as JSON')
  .action((folders: string[], options: Options) =>
    run(folders, options).catch((error: unknown) => {
      progress(error instanceof Error ? error.message : String(error));
      process.exitCode = 2;
    }),
  )
  .parseAsync();
