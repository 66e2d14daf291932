import MiniSearch from 'minisearch';
import { seeded } from '../../../../src/methods/random.ts';
import { type Bar, type BenchTable, measuredBar, median, progress } from '../../shared/index.ts';
import type { RetrievalSet, SetQuery } from '../set.ts';
import { words } from '../systems/words.ts';
import { type IndexedCollection, indexPassages } from './collection.ts';
import { directSearch } from './direct.ts';
import { makePassages } from './passages.ts';

const sizes = [1000, 10_000, 100_000];
const compared = 10_000;
const mostQueries = 300;
const rounds = 3;

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))] ??
  Number.NaN;

async function timed(run: () => unknown): Promise<number> {
  const started = performance.now();
  await run();
  return performance.now() - started;
}

const ask =
  ({ knowledge }: IndexedCollection, { text }: SetQuery) =>
  () =>
    knowledge.search({ query: text, limit: 10, offset: 0 });

/** Power with which a figure grows from one size to the next: 1 is linear. */
const growth = (from: number, to: number, times: number): number => Math.log(to / from) / Math.log(times);

/** How fast the search and the indexing are, beside what they cannot do without and beside a library. */
export async function runSpeed(
  sets: readonly RetrievalSet[],
): Promise<{ bars: Bar[]; tables: BenchTable[] }> {
  const queries = sets.flatMap((set) => set.queries.slice(0, mostQueries / sets.length));
  const bars: Bar[] = [];
  const rows: (string | number)[][] = [];
  const memory: number[] = [];
  const disk: number[] = [];
  for (const size of sizes) {
    progress(`${size} passages`);
    const passages = makePassages(sets, size, seeded(size));
    const built = await indexPassages(passages);
    for (const query of queries.slice(0, 30)) await ask(built, query)();
    const times: number[] = [];
    for (const query of queries) times.push(await timed(ask(built, query)));
    rows.push([
      built.passages,
      built.engine,
      built.buildSeconds,
      built.openSeconds,
      quantile(times, 0.5),
      quantile(times, 0.95),
      built.loopP99,
      built.memoryBytes / 2 ** 20,
      built.diskBytes / 2 ** 20,
    ]);
    memory.push(built.memoryBytes);
    disk.push(built.diskBytes);
    if (size === compared) {
      progress('beside BM25 and hnswlib done directly');
      const direct = await directSearch(passages);
      const ratios: number[] = [];
      for (let round = 0; round < rounds; round++) {
        const [own, least]: [number[], number[]] = [[], []];
        for (const query of queries) {
          own.push(await timed(ask(built, query)));
          least.push(await timed(() => direct(query.text)));
        }
        ratios.push(quantile(own, 0.5) / quantile(least, 0.5));
      }
      bars.push(
        measuredBar('search p50 / (BM25 + hnswlib directly), 10,000 passages', median(ratios), 'times', {
          op: '<=',
          value: 1.2,
        }),
      );
      progress('beside minisearch');
      const builds: number[] = [];
      for (let round = 0; round < rounds; round++) {
        const again = await indexPassages(passages);
        await again.close();
        const peer = await timed(() => {
          const index = new MiniSearch({ fields: ['title', 'text'], tokenize: words });
          index.addAll(passages);
        });
        builds.push((again.buildSeconds * 1000) / peer);
      }
      bars.push(
        measuredBar('indexing 10,000 passages / minisearch alone', median(builds), 'times', {
          op: '<=',
          value: 3,
        }),
      );
    }
    bars.push(
      measuredBar(`event-loop delay p99 while indexing ${size} passages`, built.loopP99, 'ms', {
        op: '<=',
        value: 50,
      }),
    );
    if (size === 100_000)
      bars.push(
        measuredBar(`search p95, 100,000 passages (${built.engine})`, quantile(times, 0.95), 'ms', {
          op: '<=',
          value: 50,
        }),
      );
    await built.close();
  }
  for (const [name, values] of [
    ['memory', memory],
    ['disk', disk],
  ] as const) {
    const [, middle = 0, last = 0] = values;
    // With one tenth to spare: vocabularies grow more slowly than texts, and pages are rounded up.
    bars.push(
      measuredBar(`growth of ${name}, 10,000 to 100,000 passages`, growth(middle, last, 10), 'power', {
        op: '<=',
        value: 1.1,
      }),
    );
  }
  const columns = [
    'passages',
    'engine',
    'build s',
    'open s',
    'p50 ms',
    'p95 ms',
    'loop p99 ms',
    'memory MiB',
    'disk MiB',
  ];
  return { bars, tables: [{ name: `${queries.length} questions`, columns, rows }] };
}
