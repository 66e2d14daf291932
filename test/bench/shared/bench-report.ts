import type { Bar } from './bars.ts';
import { type Machine, thisMachine } from './machine.ts';
import { type BenchTable, textTable } from './text-table.ts';

export interface BenchReport {
  readonly bench: string;
  readonly machine: Machine;
  readonly seconds: number;
  /** What was run: seeds, sizes, what is left out. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly bars: readonly Bar[];
  readonly tables: readonly BenchTable[];
}

function barTable(bars: readonly Bar[]): BenchTable {
  return {
    name: 'Bars',
    columns: ['bar', 'value', 'unit', 'target', 'met'],
    rows: bars.map(({ name, value, unit, target, met, reason }) => [
      name,
      value,
      unit,
      `${target.op} ${target.value}`,
      met === null ? `not measured: ${reason ?? 'no reason given'}` : met ? 'yes' : 'NO',
    ]),
  };
}

/** Prints a bench's results on stdout: as one JSON document, or as tables with the bars last. */
export function printReport(report: Omit<BenchReport, 'machine'>, json: boolean): void {
  const whole: BenchReport = { ...report, machine: thisMachine() };
  if (json) {
    process.stdout.write(`${JSON.stringify(whole, undefined, 2)}\n`);
    return;
  }
  const { cpu, cores, memoryGiB, system, node } = whole.machine;
  const head = [
    `${whole.bench}: ${whole.seconds.toFixed(1)} s on ${cpu}, ${cores} cores, ${memoryGiB} GiB, ${system}, node ${node}`,
    ...Object.entries(whole.settings).map(([name, value]) => `${name}: ${JSON.stringify(value)}`),
    '',
  ];
  const tables = [...whole.tables, barTable(whole.bars)].map(textTable);
  process.stdout.write(`${[...head, ...tables].join('\n')}\n`);
}

/** One line on stderr, so that stdout stays the result. */
export function progress(message: string): void {
  process.stderr.write(`${message}\n`);
}
