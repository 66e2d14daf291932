import { setImmediate } from 'node:timers/promises';

/** Longest that looking at data keeps the event loop to itself, in ms; what is done between two calls comes on top. */
const slice = 10;

let since = performance.now();

/** Whether the event loop has not turned for long. */
export const isDue = (): boolean => performance.now() - since >= slice;

/** For loops of long work: lets everything else run when it is time to. One clock for all, since what runs beside holds the same loop. */
export async function breathe(): Promise<void> {
  if (!isDue()) return;
  await setImmediate();
  since = performance.now();
}
