/** A signal that follows another until it is released: a listener that others leave on it dies with it. */
export interface LinkedSignal {
  readonly signal: AbortSignal;
  /** Leaves nothing on the signal that was followed. */
  release(): void;
}

interface Following {
  readonly controllers: Set<AbortController>;
  readonly stop: () => void;
}

const following = new WeakMap<AbortSignal, Following>();

/**
 * For work that is shorter than `followed`: what it hangs on a signal is not gathered there, call after call. Much work
 * at once shares one listener.
 */
export function linkedSignal(followed: AbortSignal): LinkedSignal {
  const own = new AbortController();
  if (followed.aborted) {
    own.abort(followed.reason);
    return { signal: own.signal, release: () => undefined };
  }
  const { controllers, stop } = following.get(followed) ?? follow(followed);
  controllers.add(own);
  return {
    signal: own.signal,
    release: () => {
      controllers.delete(own);
      if (controllers.size > 0 || following.get(followed)?.stop !== stop) return;
      followed.removeEventListener('abort', stop);
      following.delete(followed);
    },
  };
}

function follow(followed: AbortSignal): Following {
  const controllers = new Set<AbortController>();
  const stop = () => {
    for (const controller of controllers) controller.abort(followed.reason);
  };
  followed.addEventListener('abort', stop, { once: true });
  const entry = { controllers, stop };
  following.set(followed, entry);
  return entry;
}
