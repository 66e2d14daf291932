import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { MadeTable } from './made-table.ts';
import { type TaskName, tasks } from './tasks.ts';

/** Runs one task on a table described on stdin, and prints what it took. */
const name = process.argv[2] as TaskName;
const table = JSON.parse(readFileSync(0, 'utf8')) as MadeTable;
const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
const started = performance.now();
const result: unknown = await tasks[name](table);
const seconds = (performance.now() - started) / 1000;
delay.disable();
process.stdout.write(
  JSON.stringify({
    seconds,
    peakMB: process.resourceUsage().maxRSS / 1024,
    // The histogram counts the resolution itself, too.
    delayP99: Math.max(0, delay.percentile(99) / 1e6 - 5),
    result: result ?? null,
  }),
);
