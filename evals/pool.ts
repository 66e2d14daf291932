/**
 * Runs `work` over `list`, at most `width` at a time. When the signal aborts or a `work` fails, takes no new ones, waits
 * for those under way, and rejects with the first reason.
 */
export async function pool<T>(
  list: readonly T[],
  width: number,
  signal: AbortSignal,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const left = list.values();
  const failures: unknown[] = [];
  const lane = async () => {
    try {
      // All lanes draw from the one iterator.
      for (const item of left) {
        signal.throwIfAborted();
        await work(item);
        if (failures.length > 0) return;
      }
    } catch (error) {
      failures.push(error);
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, list.length) }, lane));
  if (failures.length > 0) throw failures[0];
}
