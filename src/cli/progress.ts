import ora from 'ora';
import type { OnProgress } from '../workspace/index.ts';

export interface ProgressLine {
  readonly report: OnProgress;
  /** Leaves the last line standing with a mark, and ends. */
  stop(): void;
}

/**
 * Progress on stderr: one moving line on a terminal, one line per task elsewhere when `lines` is set, else nothing.
 * stdout stays free for the result.
 */
export function progressLine(options: { lines?: boolean } = {}): ProgressLine {
  if (!process.stderr.isTTY) {
    let last = '';
    return {
      report: ({ task }) => {
        if (options.lines && task !== last) process.stderr.write(`  ${task}\n`);
        last = task;
      },
      stop: () => {},
    };
  }
  const spinner = ora({ stream: process.stderr, discardStdin: false });
  let current = '';
  return {
    report: ({ task, done, total }) => {
      if (task !== current && current) spinner.succeed();
      current = task;
      spinner.start(total ? `${task}  ${done}/${total}  ${Math.floor((100 * done) / total)} %` : task);
    },
    stop: () => {
      if (current) spinner.succeed();
      current = '';
    },
  };
}
