import type { McpServer, McpServerOptions } from '@modelcontextprotocol/server';
import type { Workspace } from '../workspace/index.ts';
import type { Limits } from './limits.ts';
import type { PromptDefinition } from './prompt.ts';
import type { Tool } from './tool.ts';

export interface Extension {
  readonly options?: McpServerOptions;
  register(server: McpServer): void;
}

export interface ServerOptions {
  readonly workspace: Workspace;
  readonly tools: readonly Tool[];
  readonly prompts?: readonly PromptDefinition[];
  /** What clients are told of this server; name `zhuji` and version of the package where absent. */
  readonly info?: { readonly name?: string; readonly version?: string };
  readonly limits?: Partial<Limits>;
  /** Where unexpected errors are reported, one line each; standard error where absent. */
  readonly log?: (line: string) => void;
  /** Adds to every instance: for tests that need what the product does not have. */
  readonly extend?: Extension;
}

/** Makes one instance per HTTP request or stdio connection; what it serves is shared, what a client does is not. */
export type ServerFactory = () => McpServer;
