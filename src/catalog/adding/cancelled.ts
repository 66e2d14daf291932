import { ZhujiError } from '../../workspace/index.ts';

/** Errors: `cancelled` where the signal is aborted, or what it was aborted with. */
export function throwIfCancelled(signal: AbortSignal | undefined, cause?: unknown): void {
  if (!signal?.aborted) return;
  if (ZhujiError.is(signal.reason)) throw signal.reason;
  throw new ZhujiError(
    'cancelled',
    { en: 'Stopped before the end', zh: '已中途停止' },
    { cause: cause ?? signal.reason },
  );
}
