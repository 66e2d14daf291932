import ora from 'ora';
import type { OnProgress } from '../workspace/index.ts';

export interface ProgressLine {
  readonly report: OnProgress;
  /** Leaves the last line standing, with a mark of how it went, and ends. */
  stop(ok: boolean): void;
}

/** Progress on stderr: one moving line on a terminal, else nothing. stdout stays free for the result. */
export function progressLine(): ProgressLine {
  // A terminal that knows no width (docker exec -t, expect) says 0 columns, at which ora never ends.
  if (!process.stderr.isTTY || !process.stderr.columns) return { report: () => {}, stop: () => {} };
  const spinner = ora({ stream: process.stderr, discardStdin: false });
  let current = '';
  return {
    report: ({ task, done, total }) => {
      if (task !== current && current) spinner.succeed();
      current = task;
      spinner.start(total ? `${task}  ${done}/${total}  ${Math.floor((100 * done) / total)} %` : task);
    },
    stop: (ok) => {
      if (current) ok ? spinner.succeed() : spinner.fail();
      current = '';
    },
  };
}
