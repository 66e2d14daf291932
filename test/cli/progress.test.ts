import { afterEach, expect, it, vi } from 'vitest';
import { progressLine } from '../../src/cli/progress.ts';

const { isTTY, columns } = process.stderr;
afterEach(() => {
  vi.restoreAllMocks();
  Object.assign(process.stderr, { isTTY, columns });
});

it.each([
  ['a pipe', { isTTY: false, columns: 80 }],
  ['a terminal without a width', { isTTY: true, columns: 0 }],
])('writes nothing to %s', (_, stream) => {
  const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  Object.assign(process.stderr, stream);
  const line = progressLine();
  line.report({ task: 'items', done: 1, total: 2 });
  line.stop(true);
  expect(write).not.toHaveBeenCalled();
});
