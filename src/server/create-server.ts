import { McpServer, type StandardSchemaWithJSON } from '@modelcontextprotocol/server';
import { textIn } from '../workspace/index.ts';
import { type CallContext, callTool } from './call.ts';
import { createGate } from './gate.ts';
import { limitsFrom, resolveLimits } from './limits.ts';
import type { ServerFactory, ServerOptions } from './options.ts';
import { resourceReader } from './read-resource.ts';
import { registerPrompts } from './register-prompts.ts';
import { registerResources } from './register-resources.ts';
import { inputSchema, outputSchema } from './schemas.ts';
import type { Tool } from './tool.ts';

const readOnly = {
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: false,
} as const;

const instructions =
  'Industrial datasets and documents, read-only. Start with search_catalog; cite dataset, rows, document and span ' +
  'of what you use. 工业数据集与文档（只读）：先用 search_catalog，回答时注明数据集、行号、文档与位置。';

/** Milliseconds: what the program defines changes with the program, what the workspace holds may change under it. */
const fixed = { ttlMs: 3_600_000, cacheScope: 'public' } as const;
const changing = { ttlMs: 60_000, cacheScope: 'private' } as const;

const cacheHints = {
  'tools/list': fixed,
  'prompts/list': fixed,
  'resources/templates/list': fixed,
  'server/discover': fixed,
  'resources/list': changing,
  'resources/read': changing,
};

interface PreparedTool {
  readonly tool: Tool;
  readonly input: StandardSchemaWithJSON;
  readonly output: StandardSchemaWithJSON;
}

function registerTool(server: McpServer, { tool, input, output }: PreparedTool, context: CallContext): void {
  server.registerTool(
    tool.name,
    {
      title: `${textIn(tool.title, 'en')} · ${textIn(tool.title, 'zh')}`,
      description: tool.description,
      inputSchema: input,
      outputSchema: output,
      annotations: readOnly,
    },
    (given, { mcpReq }) => callTool(tool, output, given, mcpReq.signal, context),
  );
}

/**
 * What serves a workspace, for both protocol eras and every transport: hand it to `serveStdio`, `serveHttp` or
 * `inProcessFetch`. Instances share the workspace and the limit of concurrent calls, nothing else.
 * Errors: `configuration` (limits).
 */
export function createServer(options: ServerOptions): ServerFactory {
  const { workspace, tools, prompts = [], info = {}, extend } = options;
  const log = options.log ?? ((line: string) => void process.stderr.write(`zhuji: ${line}\n`));
  const limits = resolveLimits({ ...limitsFrom(process.env), ...options.limits });
  const readResource = resourceReader(workspace, limits);
  const context: CallContext = {
    context: { workspace, readResource },
    limits,
    gate: createGate(limits),
    log,
  };
  const prepared = tools.map((tool) => ({ tool, input: inputSchema(tool), output: outputSchema(tool) }));
  return () => {
    const server = new McpServer(
      { name: info.name ?? 'zhuji', title: 'Zhuji · 筑基', version: info.version ?? 'unknown' },
      { instructions, cacheHints, ...extend?.options },
    );
    for (const tool of prepared) registerTool(server, tool, context);
    registerResources(server, workspace, readResource, log);
    registerPrompts(server, prompts);
    extend?.register(server);
    return server;
  };
}
