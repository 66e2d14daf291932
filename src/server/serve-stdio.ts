import type { Readable, Writable } from 'node:stream';
import { StdioServerTransport, serveStdio as serve } from '@modelcontextprotocol/server/stdio';
import type { ServerFactory } from './options.ts';

export interface StdioOptions {
  readonly input?: Readable;
  readonly output?: Writable;
  /** Where transport errors are reported; standard error where absent. */
  readonly log?: (line: string) => void;
}

export interface StdioServer {
  /** Fulfilled when the client has gone or {@link StdioServer.close} was called. */
  readonly closed: Promise<void>;
  close(): Promise<void>;
}

/** Bytes of one message: above what any call may have, so that an oversized call is answered and not cut off. */
const maxBufferSize = 32 * 1024 * 1024;

/** Serves one client over standard input and output, which carry the protocol and nothing else from here on. */
export function serveStdio(factory: ServerFactory, options: StdioOptions = {}): StdioServer {
  const { input = process.stdin, output = process.stdout } = options;
  const log = options.log ?? ((line: string) => void process.stderr.write(`zhuji: ${line}\n`));
  // A stray console.log of any library would break the client's parser.
  if (output === process.stdout) console.log = console.info = console.debug = console.error;
  const transport = new StdioServerTransport(input, output, { maxBufferSize });
  const handle = serve(factory, { transport, onerror: ({ message }) => log(`stdio: ${message}`) });
  const ended = transport.onclose;
  const closed = new Promise<void>((resolve) => {
    transport.onclose = () => {
      ended?.();
      resolve();
    };
  });
  return {
    closed,
    close: async () => {
      await handle.close();
      await transport.close();
      await closed;
    },
  };
}
