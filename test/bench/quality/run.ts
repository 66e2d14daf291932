import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { z } from 'zod';
import { type Bar, type BenchTable, measuredBar, median, printReport, progress } from '../shared/index.ts';
import { type MadeTable, makeTable } from './made-table.ts';
import { profileMeasures, type TaskName } from './tasks.ts';

const outcome = z.object({
  seconds: z.number(),
  peakMB: z.number(),
  delayP99: z.number(),
  result: z.object({ findings: z.number(), importSeconds: z.number().optional() }).nullable(),
});
type Outcome = z.infer<typeof outcome>;

/** One task in a process of its own, so that its memory is its own. */
function runTask(name: TaskName, table: MadeTable): Promise<Outcome> {
  const worker = fileURLToPath(new URL('worker.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', worker, name], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(JSON.stringify(table));
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    text += part;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(outcome.parse(JSON.parse(text)));
      else reject(new Error(`${name} ended with ${code}`));
    });
  });
}

interface Timing {
  readonly seconds: number;
  readonly peakMB: number;
  readonly delayP99: number;
  readonly last: Outcome;
}

/** Medians over rounds in which the tasks take turns. */
async function takeTurns(
  names: readonly TaskName[],
  table: MadeTable,
  rounds: number,
): Promise<ReadonlyMap<TaskName, Timing>> {
  const runs = new Map<TaskName, Outcome[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const one = await runTask(name, table);
      runs.get(name)?.push(one);
      progress(`${table.rows} × ${table.fields.length} ${name}: ${one.seconds.toFixed(2)} s`);
    }
  }
  return new Map(
    [...runs].flatMap(([name, all]) => {
      const last = all.at(-1);
      if (!last) return [];
      const of = (pick: (one: Outcome) => number) => median(all.map(pick));
      const timing = {
        seconds: of((one) => one.seconds),
        peakMB: Math.max(...all.map((one) => one.peakMB)),
        delayP99: of((one) => one.delayP99),
        last,
      };
      return [[name, timing] as const];
    }),
  );
}

const options = new Command('bench:quality')
  .description('Speed and memory of the quality report against DuckDB SUMMARIZE of the same file')
  .option('--json', 'one JSON document on stdout', false)
  .option('--rows <n>', 'records of the largest table', '10000000')
  .option('--rounds <n>', 'rounds of which the median is taken', '3')
  .parse()
  .opts<{ json: boolean; rows: string; rounds: string }>();

const most = Number(options.rows);
const rounds = Number(options.rounds);
const started = performance.now();
const folder = await mkdtemp(join(tmpdir(), 'zhuji-bench-quality-'));
const bars: Bar[] = [];
const tables: BenchTable[] = [];

function get(timings: ReadonlyMap<TaskName, Timing>, name: TaskName): Timing {
  const found = timings.get(name);
  if (!found) throw new Error(`${name} was not run`);
  return found;
}

function rowsOf(table: MadeTable, timings: ReadonlyMap<TaskName, Timing>, peer: TaskName) {
  const base = get(timings, peer).seconds;
  return [...timings].map(([name, { seconds, peakMB, delayP99, last }]) => [
    table.rows,
    table.fields.length,
    name,
    seconds,
    seconds / base,
    (seconds * 1e9) / (table.rows * table.fields.length),
    peakMB,
    delayP99,
    last.result?.findings ?? null,
    last.result?.importSeconds ?? null,
  ]);
}
const columns = [
  'records',
  'fields',
  'task',
  's',
  '× peer',
  'ns per cell',
  'peak MB',
  'loop p99 ms',
  'findings',
  'import s',
];

async function ofParquet(): Promise<void> {
  const rows: BenchTable['rows'][number][] = [];
  const perRow = new Map<number, number>();
  for (const records of [most / 10, most / 2, most]) {
    const table = await makeTable(folder, records, 10, 'parquet');
    const timings = await takeTurns(['summarize', 'profile', 'report'], table, rounds);
    rows.push(...rowsOf(table, timings, 'summarize'));
    perRow.set(records, get(timings, 'report').seconds / records);
    if (records === most) {
      const [peer, profile, report] = (['summarize', 'profile', 'report'] as const).map((name) =>
        get(timings, name),
      );
      if (!peer || !profile || !report) throw new Error('a task was not run');
      bars.push(
        measuredBar('profile of Parquet', profile.seconds / peer.seconds, '× SUMMARIZE', {
          op: '<=',
          value: 1.5,
        }),
        measuredBar('whole report of Parquet', report.seconds / peer.seconds, '× SUMMARIZE', {
          op: '<=',
          value: 3,
        }),
        measuredBar('peak memory of the report', report.peakMB, 'MB', { op: '<=', value: 2000 }),
        measuredBar('event loop delay, 99th percentile', report.delayP99, 'ms', { op: '<=', value: 50 }),
      );
    }
    await rm(table.file);
  }
  const [small = Number.NaN] = perRow.values();
  bars.push(
    measuredBar('time per record, largest by smallest table', (perRow.get(most) ?? Number.NaN) / small, '×', {
      op: '<=',
      value: 1.5,
    }),
  );
  tables.push({
    name: 'Parquet',
    note:
      `profile: ${profileMeasures.join(', ')} (exact distinct values of every field, exact repeats, robust outliers, gaps). ` +
      'report: all measures, findings, dependencies, leakage, drift, pictures, proposals.',
    columns,
    rows,
  });
}

async function ofCsv(): Promise<void> {
  const table = await makeTable(folder, most, 10, 'csv');
  const timings = await takeTurns(['summarize-csv', 'report-csv'], table, Math.min(rounds, 2));
  tables.push({
    name: 'CSV',
    note: 'report-csv: detection of the dialect, import with types decided over all cells, and the whole report.',
    columns,
    rows: rowsOf(table, timings, 'summarize-csv'),
  });
  const ratio = get(timings, 'report-csv').seconds / get(timings, 'summarize-csv').seconds;
  bars.push(measuredBar('import and report of CSV', ratio, '× SUMMARIZE', { op: '<=', value: 3 }));
  await rm(table.file);
}

/** A thousand fields cost more than ten at equal cells, in any engine: the peer's own growth is the measure. */
async function ofWidths(): Promise<void> {
  const rows: BenchTable['rows'][number][] = [];
  const ratios: number[] = [];
  for (const fields of [10, 100, 1000]) {
    const table = await makeTable(folder, most / fields, fields, 'parquet');
    const timings = await takeTurns(['summarize', 'report'], table, rounds);
    rows.push(...rowsOf(table, timings, 'summarize'));
    ratios.push(get(timings, 'report').seconds / get(timings, 'summarize').seconds);
    await rm(table.file);
  }
  const [narrow = Number.NaN, , wide = Number.NaN] = ratios;
  bars.push(
    measuredBar('growth from 10 to 1000 fields at equal cells', wide / narrow, "× SUMMARIZE's growth", {
      op: '<=',
      value: 1.5,
    }),
    measuredBar('whole report of 1000 fields', wide, '× SUMMARIZE', { op: '<=', value: 3 }),
  );
  tables.push({ name: 'Width at equal cells', columns, rows });
}

try {
  await ofParquet();
  await ofCsv();
  await ofWidths();
} finally {
  await rm(folder, { recursive: true, force: true });
}
printReport(
  {
    bench: 'quality',
    seconds: (performance.now() - started) / 1000,
    settings: { records: most, rounds, order: 'tasks take turns, each in a process of its own' },
    bars,
    tables,
  },
  options.json,
);
