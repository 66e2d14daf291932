import { createServer, inProcessFetch } from '../../src/server/index.ts';
import type { Workspace } from '../../src/workspace/index.ts';
import { tools } from '../../tools/index.ts';
import { type Connection, connect } from './connection.ts';

/** Serves a workspace within this process and connects to it: the agent still sees it through MCP alone. */
export async function connectToWorkspace(workspace: Workspace): Promise<Connection> {
  const server = inProcessFetch(createServer({ workspace, tools }));
  const connection = await connect({ url: server.url, fetch: server.fetch });
  return {
    ...connection,
    close: async () => {
      await connection.close();
      await server.close();
    },
  };
}
