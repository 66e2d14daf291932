import type { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { getEncoding } from 'js-tiktoken';
import { beforeAll, describe, expect, test } from 'vitest';
import { servedPlant } from '../server/served-plant.ts';

const served = servedPlant();
let listed: Awaited<ReturnType<Client['listTools']>>['tools'];
beforeAll(async () => {
  listed = (await served.client.listTools()).tools;
});

describe('the tools as clients list them', () => {
  test('have these names, in this order', () => {
    expect(listed.map(({ name }) => name)).toEqual([
      'search_catalog',
      'get_entries',
      'query_rows',
      'get_quality_report',
      'search_knowledge',
      'read_document',
      'read_resource',
    ]);
  });

  test('have these schemas', async () => {
    for (const { name, inputSchema, outputSchema } of listed) {
      const text = `${JSON.stringify({ inputSchema, outputSchema }, null, 2)}\n`;
      await expect(text).toMatchFileSnapshot(`schemas/${name}.snap`);
    }
  });

  test('only read, and say so', () => {
    for (const { annotations, title } of listed) {
      expect(annotations).toEqual({
        readOnlyHint: true,
        destructiveHint: false,
        idempotentHint: true,
        openWorldHint: false,
      });
      expect(title).toMatch(/\w · \p{Script=Han}/u);
    }
  });

  test('take at most five parameters, none of them an object, and explain each', () => {
    for (const { name, inputSchema } of listed) {
      const parameters = Object.entries(inputSchema.properties ?? {}) as [string, Record<string, unknown>][];
      expect(parameters.length, name).toBeLessThanOrEqual(5);
      for (const [parameter, { type, description }] of parameters) {
        expect(type, `${name}.${parameter}`).not.toBe('object');
        expect(description, `${name}.${parameter}`).toMatch(/\w/);
      }
    }
  });

  test('cost less than 6,000 tokens', () => {
    const cost = getEncoding('o200k_base').encode(JSON.stringify(listed)).length;
    console.info(`tools/list: ${cost} tokens for ${listed.length} tools`);
    expect(cost).toBeLessThan(6_000);
  });
});
