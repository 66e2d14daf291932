import { once } from 'node:events';
import type { Command } from 'commander';
import { z } from 'zod';
import { prompts } from '../../../agents/index.ts';
import { tools } from '../../../tools/index.ts';
import { openWorkspace } from '../../open.ts';
import { createServer, serveHttp, serveStdio } from '../../server/index.ts';
import { ZhujiError } from '../../workspace/index.ts';
import { packageVersion } from '../../workspace/version.ts';
import { run } from '../run.ts';

/** Over HTTP one line when it is ready and one when it has stopped. */
const schema = z.object({
  transport: z.enum(['stdio', 'http']),
  url: z.string().nullable(),
  stopped: z.boolean(),
});

interface ServeOptions {
  readonly http?: string | true;
  readonly host: string;
  readonly allowHost?: string[];
}

function portOf(text: string | true): number {
  if (text === true) return 3917;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65536) return port;
  throw new ZhujiError(
    'invalid_argument',
    { en: `"${text}" is not a port`, zh: `“${text}”不是有效端口` },
    {
      recovery: {
        en: 'Give a number from 0 to 65535, 0 for any free one.',
        zh: '请给出 0 到 65535 的整数，0 表示任意空闲端口。',
      },
    },
  );
}

const aborted = (signal: AbortSignal) => (signal.aborted ? Promise.resolve() : once(signal, 'abort'));

export function addServe(program: Command): void {
  program
    .command('serve')
    .description('MCP server over stdio, with --http over Streamable HTTP · 启动 MCP 服务器')
    .option('--http [port]', 'Streamable HTTP at /mcp (default port 3917)')
    .option(
      '--host <address>',
      'address to listen on; beyond loopback only with ZHUJI_TOKEN set',
      '127.0.0.1',
    )
    .option('--allow-host <name...>', 'further host names that clients may address · 允许的主机名')
    .action(
      run(schema, async ({ directory, signal, progress, language, json }, options: ServeOptions) => {
        const workspace = await openWorkspace(directory, { onProgress: progress, signal });
        const factory = createServer({
          workspace,
          tools,
          prompts,
          info: { name: 'zhuji', version: packageVersion() },
        });
        try {
          if (options.http === undefined) {
            const server = serveStdio(factory);
            await Promise.race([server.closed, aborted(signal)]);
            await server.close();
            return { data: { transport: 'stdio' as const, url: null, stopped: true }, text: '' };
          }
          const token = process.env['ZHUJI_TOKEN'];
          const server = await serveHttp(factory, {
            port: portOf(options.http),
            host: options.host,
            ...(token && { token }),
            ...(options.allowHost && { allowedHosts: options.allowHost }),
          });
          process.stderr.write(
            `${language === 'zh' ? 'MCP 服务已启动' : 'MCP server ready'}: ${server.url}  (Ctrl-C ${language === 'zh' ? '停止' : 'stops'})\n`,
          );
          if (json) {
            const ready = schema.parse({ transport: 'http', url: server.url, stopped: false });
            process.stdout.write(`${JSON.stringify(ready)}\n`);
          }
          await aborted(signal);
          await server.close();
          return { data: { transport: 'http' as const, url: server.url, stopped: true }, text: '' };
        } finally {
          await workspace.close();
        }
      }),
    );
}
