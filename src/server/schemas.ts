import { fromJsonSchema, type StandardSchemaWithJSON } from '@modelcontextprotocol/server';
import { z } from 'zod';
import type { Tool } from './tool.ts';

const next = z
  .object({ tool: z.string(), arguments: z.record(z.string(), z.unknown()) })
  .describe('The call that gives what follows');

const truncation = {
  truncated: z.boolean(),
  truncation_reason: z.enum(['page', 'budget', 'item_shortened']).optional(),
};

/** The answer of a tool as sent: what the tool says, and what the budget adds. */
export function answerSchema({ output, pageSize }: Tool): z.ZodObject {
  if (pageSize === undefined) return output.extend({ truncated: z.boolean() });
  return output.extend({
    returned: z.number().int(),
    total: z.number().int(),
    ...truncation,
    next: next.optional(),
  });
}

/** JSON Schema as clients see it, without what costs tokens and says nothing. */
function jsonSchema(schema: z.ZodType): Record<string, unknown> {
  return z.toJSONSchema(schema, {
    io: 'output',
    override: ({ jsonSchema: node }) => {
      if (node.type === 'integer') {
        delete node.minimum;
        delete node.maximum;
      }
      delete node.propertyNames;
    },
  });
}

function withoutDialect({ $schema: _, ...schema }: Record<string, unknown>): Record<string, unknown> {
  return schema;
}

/** Published as it is, but not enforced by the protocol library: its complaint would not be ours. */
export function inputSchema(tool: Tool): StandardSchemaWithJSON {
  const schema = withoutDialect(jsonSchema(tool.input.strict()));
  return {
    '~standard': {
      version: 1,
      vendor: 'zhuji',
      validate: (value) => ({ value }),
      jsonSchema: { input: () => schema, output: () => schema },
    },
  };
}

export function outputSchema(tool: Tool): StandardSchemaWithJSON {
  return fromJsonSchema(withoutDialect(jsonSchema(answerSchema(tool))));
}
