export { type Bar, measuredBar, unmeasuredBar } from './bars.ts';
export { type BenchReport, printReport, progress } from './bench-report.ts';
export { interleaved, median, type Timed } from './interleaved.ts';
export { type Machine, thisMachine } from './machine.ts';
export { type BenchCell, type BenchTable, textTable } from './text-table.ts';
