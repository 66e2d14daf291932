import { linkedSignal } from './linked-signal.ts';

/**
 * The same `fetch`, but each request has a signal of its own until its answer is read: the MCP transport gives all of
 * its requests one signal, on which each would leave a listener for as long as the connection lasts.
 */
export function releasingFetch(send: typeof fetch): typeof fetch {
  return async (input, init) => {
    if (!init?.signal) return send(input, init);
    const { signal, release } = linkedSignal(init.signal);
    try {
      const response = await send(input, { ...init, signal });
      if (response.body) return new Response(untilRead(response.body, release), response);
      release();
      return response;
    } catch (error) {
      release();
      throw error;
    }
  };
}

/** The same body; tells when there is no more to come. */
function untilRead(body: ReadableStream<Uint8Array>, end: () => void): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (!done) return controller.enqueue(value);
        end();
        controller.close();
      } catch (error) {
        end();
        controller.error(error);
      }
    },
    cancel(reason) {
      end();
      return reader.cancel(reason);
    },
  });
}
