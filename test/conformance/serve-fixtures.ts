import { createServer, type HttpServer, serveHttp } from '../../src/server/index.ts';
import { tools } from '../../tools/index.ts';
import { openPlant } from '../server/plant.ts';
import { registerBehaviour } from './fixtures/behaviour.ts';
import { registerContent } from './fixtures/content.ts';
import { registerForms } from './fixtures/forms.ts';
import { registerInputRequired, stateCodec } from './fixtures/input-required.ts';
import { registerSubscriptions, registerTestPrompts, registerTestResources } from './fixtures/resources.ts';

/** The product's own server with its tools and resources, and beside them what the conformance suites call by name. */
export async function serveFixtures(): Promise<HttpServer> {
  const plant = await openPlant();
  const http: HttpServer = await serveHttp(
    createServer({
      workspace: plant.workspace,
      tools,
      extend: {
        options: {
          capabilities: { logging: {}, resources: { subscribe: true } },
          requestState: { verify: stateCodec.verify },
        },
        register(server) {
          registerContent(server);
          registerBehaviour(server, () => http);
          registerForms(server);
          registerInputRequired(server);
          registerTestResources(server);
          registerSubscriptions(server);
          registerTestPrompts(server);
        },
      },
    }),
    // The suites send what must be refused: each refusal would be a line.
    { log: () => undefined },
  );
  return {
    ...http,
    close: async () => {
      await http.close();
      await plant.close();
    },
  };
}
