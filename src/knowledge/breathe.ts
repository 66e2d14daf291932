import { setImmediate } from 'node:timers/promises';
import { ZhujiError } from '../workspace/index.ts';

/** Longest that long work keeps the event loop to itself, in ms. */
const slice = 8;

/** For loops of long work: lets others run when it is time, and ends where the signal asks for it. Errors: `cancelled`. */
export function breather(signal?: AbortSignal): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < slice) return;
    await setImmediate();
    since = performance.now();
    if (signal?.aborted)
      throw new ZhujiError('cancelled', { en: 'Indexing was cancelled.', zh: '建立索引已取消。' });
  };
}
