import { ZhujiError } from '../workspace/index.ts';
import type { Limits } from './limits.ts';

/** Runs work under a limit of how much runs at once, how much waits, and how long each may take. */
export type Gate = <T>(work: (signal: AbortSignal) => Promise<T>, signal: AbortSignal) => Promise<T>;

/** Rejects as soon as the signal fires, with `timeout` or `cancelled`. */
function interrupted(signal: AbortSignal, deadline: AbortSignal, milliseconds: number): Promise<never> {
  return new Promise((_, reject) => {
    const stop = (): void => {
      reject(
        deadline.aborted
          ? new ZhujiError(
              'timeout',
              { en: `the call took longer than ${milliseconds} ms`, zh: `调用超过 ${milliseconds} ms` },
              {
                recovery: {
                  en: 'Ask for less: fewer rows, fewer fields, a narrower filter.',
                  zh: '请缩小请求范围：减少行数或字段，或收紧筛选条件。',
                },
              },
            )
          : new ZhujiError('cancelled', { en: 'the call was cancelled', zh: '调用已取消' }),
      );
    };
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}

/**
 * A gate for one server. Work that goes on after its deadline keeps its place until it ends, so that the limit is one
 * of work, not of patience.
 */
export function createGate(
  limits: Pick<Limits, 'concurrentCalls' | 'waitingCalls' | 'callMilliseconds'>,
): Gate {
  const waiting: (() => void)[] = [];
  let running = 0;

  // A place goes straight to who waits longest: it is never free in between.
  const leave = (): void => {
    const next = waiting.shift();
    if (next) next();
    else running--;
  };

  const enter = async (signal: AbortSignal): Promise<void> => {
    if (running < limits.concurrentCalls) {
      running++;
      return;
    }
    if (waiting.length >= limits.waitingCalls) {
      throw new ZhujiError(
        'timeout',
        { en: 'the server is busy with other calls', zh: '服务器正忙于处理其他调用' },
        {
          recovery: { en: 'Wait a little and call again.', zh: '请稍后重试。' },
        },
      );
    }
    await new Promise<void>((resolve) => {
      waiting.push(resolve);
      const giveUp = (): void => {
        const place = waiting.indexOf(resolve);
        if (place >= 0) waiting.splice(place, 1);
      };
      signal.addEventListener('abort', giveUp, { once: true });
    });
  };

  return async (work, request) => {
    const deadline = AbortSignal.timeout(limits.callMilliseconds);
    const signal = AbortSignal.any([request, deadline]);
    const stopped = interrupted(signal, deadline, limits.callMilliseconds);
    const run = async () => {
      await enter(signal);
      try {
        return await work(signal);
      } finally {
        leave();
      }
    };
    return await Promise.race([run(), stopped]);
  };
}
