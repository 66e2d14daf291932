/** Runs `work` over `list`, at most `width` at a time; stops taking new ones when the signal aborts, and rejects. */
export async function pool<T>(
  list: readonly T[],
  width: number,
  signal: AbortSignal,
  work: (item: T) => Promise<void>,
): Promise<void> {
  let next = 0;
  const lane = async () => {
    while (next < list.length) {
      signal.throwIfAborted();
      const item = list[next++];
      if (item !== undefined) await work(item);
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, list.length) }, lane));
}
