import type { z } from 'zod';
import { nearest, ZhujiError } from '../workspace/index.ts';
import type { Limits } from './limits.ts';
import type { Tool } from './tool.ts';
import { visible } from './untrusted.ts';

export type Arguments = Readonly<Record<string, unknown>>;

const blank = new Set(['', 'null', 'undefined', '{}', '[]']);

/** What models send for "nothing" counts as absent; a page given as a number as that number. */
export function withoutBlanks(input: Arguments): Arguments {
  const entries = Object.entries(input).flatMap(([name, value]) => {
    if (value === null || value === undefined) return [];
    if (typeof value === 'string' && blank.has(value.trim().toLowerCase())) return [];
    return [[name, name === 'page' && typeof value === 'number' ? String(value) : value] as const];
  });
  return Object.fromEntries(entries);
}

function refuse(message: string, recovery: string, details: Readonly<Record<string, unknown>> = {}): never {
  throw new ZhujiError('invalid_argument', message, { recovery, details });
}

function explain(issue: z.core.$ZodIssue, tool: Tool): never {
  const place = issue.path.map(String).join('.') || 'arguments';
  const known = Object.keys(tool.input.shape);
  if (issue.code === 'unrecognized_keys') {
    const [unknown = ''] = issue.keys;
    refuse(
      `${tool.name} has no parameter ${issue.keys.join(', ')}`,
      `Its parameters are ${known.join(', ')}.`,
      {
        valid_values: known,
        did_you_mean: nearest(unknown, known),
      },
    );
  }
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    const given = typeof issue.input === 'string' ? issue.input : '';
    refuse(`${place} is not one of its values`, `Use one of ${values.join(', ')}.`, {
      valid_values: values,
      did_you_mean: nearest(given, values),
    });
  }
  if (issue.code === 'invalid_type' && issue.input === undefined) {
    refuse(`${place} is missing`, `Give ${place} (${issue.expected}).`);
  }
  if (issue.code === 'invalid_type') {
    refuse(`${place} must be of type ${issue.expected}`, `Give ${place} as ${issue.expected}.`);
  }
  refuse(`${place}: ${issue.message}`, `See the input schema of ${tool.name}.`);
}

function size(input: Arguments): number {
  try {
    return JSON.stringify(input).length;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

/** The arguments of a call as the tool wants them, in text that can be seen. Errors: `invalid_argument`, `too_large`. */
export function readArguments(
  tool: Tool,
  given: unknown,
  limits: Pick<Limits, 'argumentCharacters'>,
): Arguments {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    refuse('the arguments are not an object', `See the input schema of ${tool.name}.`);
  }
  const input = { ...given };
  if (size(input) > limits.argumentCharacters) {
    throw new ZhujiError('too_large', `the arguments exceed ${limits.argumentCharacters} characters`, {
      recovery: 'Send a shorter query, fewer ids or fewer conditions.',
    });
  }
  const parsed = tool.input.strict().safeParse(withoutBlanks(input), { reportInput: true });
  if (parsed.success) return visible(parsed.data) as Arguments;
  const [issue] = parsed.error.issues;
  return issue
    ? explain(issue, tool)
    : refuse('the arguments are invalid', `See the input schema of ${tool.name}.`);
}
