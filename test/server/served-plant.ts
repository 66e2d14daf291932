import type { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { afterAll, beforeAll } from 'vitest';
import type { ServerOptions } from '../../src/server/index.ts';
import { inProcessClient } from './client.ts';
import { openPlant, type Plant } from './plant.ts';

export interface ServedPlant {
  readonly plant: Plant;
  readonly client: Client;
}

/** A plant and a client of it for all tests of a file. */
export function servedPlant(
  documents: Readonly<Record<string, string>> = {},
  options: Partial<ServerOptions> = {},
): ServedPlant {
  let served: ServedPlant | undefined;
  beforeAll(async () => {
    const plant = await openPlant(documents);
    served = { plant, client: await inProcessClient({ workspace: plant.workspace, ...options }) };
  });
  afterAll(async () => {
    await served?.client.close();
    await served?.plant.close();
  });
  const started = (): ServedPlant => {
    if (!served) throw new Error('the plant is served only while tests run');
    return served;
  };
  return {
    get plant() {
      return started().plant;
    },
    get client() {
      return started().client;
    },
  };
}
