import type { z } from 'zod';
import { nearest, type Sentence, ZhujiError } from '../workspace/index.ts';
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

function refuse(
  message: Sentence,
  recovery: Sentence,
  details: Readonly<Record<string, unknown>> = {},
): never {
  throw new ZhujiError('invalid_argument', message, { recovery, details });
}

/** What is wrong with a value, in Chinese, as far as the schema's library does not only say it in English. */
function inChinese(issue: z.core.$ZodIssue): string {
  if (issue.code === 'too_big') return `超出上限 ${issue.maximum}`;
  if (issue.code === 'too_small') return `低于下限 ${issue.minimum}`;
  return `的值无效（${issue.message}）`;
}

const seeSchema = ({ name }: Tool): Sentence => ({
  en: `See the input schema of ${name}.`,
  zh: `请参阅 ${name} 的输入模式。`,
});

function explain(issue: z.core.$ZodIssue, tool: Tool): never {
  const place = issue.path.map(String).join('.') || 'arguments';
  const known = Object.keys(tool.input.shape);
  if (issue.code === 'unrecognized_keys') {
    const [unknown = ''] = issue.keys;
    refuse(
      {
        en: `${tool.name} has no parameter ${issue.keys.join(', ')}`,
        zh: `${tool.name} 没有参数 ${issue.keys.join('、')}`,
      },
      { en: `Its parameters are ${known.join(', ')}.`, zh: `可用参数：${known.join('、')}。` },
      {
        valid_values: known,
        did_you_mean: nearest(unknown, known),
      },
    );
  }
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    const given = typeof issue.input === 'string' ? issue.input : '';
    refuse(
      { en: `${place} is not one of its values`, zh: `${place} 不在可选值之内` },
      { en: `Use one of ${values.join(', ')}.`, zh: `可选值：${values.join('、')}。` },
      {
        valid_values: values,
        did_you_mean: nearest(given, values),
      },
    );
  }
  if (issue.code === 'invalid_type' && issue.input === undefined) {
    refuse(
      { en: `${place} is missing`, zh: `缺少 ${place}` },
      { en: `Give ${place} (${issue.expected}).`, zh: `请给出 ${place}（${issue.expected}）。` },
    );
  }
  if (issue.code === 'invalid_type') {
    refuse(
      { en: `${place} must be of type ${issue.expected}`, zh: `${place} 须为 ${issue.expected} 类型` },
      { en: `Give ${place} as ${issue.expected}.`, zh: `请以 ${issue.expected} 类型给出 ${place}。` },
    );
  }
  refuse({ en: `${place}: ${issue.message}`, zh: `${place} ${inChinese(issue)}` }, seeSchema(tool));
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
    refuse({ en: 'the arguments are not an object', zh: '调用参数不是对象' }, seeSchema(tool));
  }
  const input = { ...given };
  if (size(input) > limits.argumentCharacters) {
    throw new ZhujiError(
      'too_large',
      {
        en: `the arguments exceed ${limits.argumentCharacters} characters`,
        zh: `调用参数超过 ${limits.argumentCharacters} 个字符`,
      },
      {
        recovery: {
          en: 'Send a shorter query, fewer ids or fewer conditions.',
          zh: '请缩短查询，或减少标识或条件的数量。',
        },
      },
    );
  }
  const parsed = tool.input.strict().safeParse(withoutBlanks(input), { reportInput: true });
  if (parsed.success) return visible(parsed.data) as Arguments;
  const [issue] = parsed.error.issues;
  return issue
    ? explain(issue, tool)
    : refuse({ en: 'the arguments are invalid', zh: '调用参数无效' }, seeSchema(tool));
}
