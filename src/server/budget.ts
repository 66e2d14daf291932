import { type Sentence, ZhujiError } from '../workspace/index.ts';
import { encodeCursor } from './cursor.ts';
import type { Limits } from './limits.ts';
import { estimateTokens } from './tokens.ts';
import type { Answer, Page } from './tool.ts';
import { toolText } from './tool-text.ts';
import { visibleText } from './untrusted.ts';

export interface AnsweredCall {
  readonly tool: string;
  /** Without blanks, as the tool saw them. */
  readonly input: Readonly<Record<string, unknown>>;
  readonly page: Page;
}

type Json = Readonly<Record<string, unknown>>;
type Items = NonNullable<Answer['items']>;

/** Lengths to which the strings of an item are cut, one after the other, when it fits in no other way. */
const cuts = [4000, 1000, 300, 100];

function shorten(value: unknown, length: number): unknown {
  if (typeof value === 'string') {
    return value.length > length
      ? `${visibleText(value.slice(0, length))}… [${length} of ${value.length} characters]`
      : value;
  }
  if (Array.isArray(value)) return value.map((item) => shorten(item, length));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, shorten(member, length)]));
}

/** The mark of an answer is drawn when it is sent; letters and digits in turn cost the most tokens of all marks. */
const dearestMark = 'a1'.repeat(8);

const cost = (value: unknown): number => estimateTokens(toolText(value, dearestMark));

function compose(
  head: Json,
  items: Items,
  values: readonly unknown[],
  call: AnsweredCall,
  cut: boolean,
): Json {
  const end = items.offset + values.length;
  const more = end < items.total && values.length > 0;
  const reason = cut ? 'item_shortened' : values.length < items.values.length ? 'budget' : 'page';
  return {
    ...head,
    [items.key]: values,
    returned: values.length,
    total: items.total,
    truncated: more || cut,
    ...((more || cut) && { truncation_reason: reason }),
    ...(more && {
      next: {
        tool: call.tool,
        arguments: {
          ...call.input,
          page: encodeCursor(call.tool, call.input, { offset: end, limit: call.page.limit }),
        },
      },
    }),
  };
}

/** How many of the first values fit beside the head. An item's cost alone is never below its cost among others. */
function fitting(head: number, values: readonly unknown[], budget: number): number {
  let spent = head;
  for (const [count, value] of values.entries()) {
    spent += estimateTokens(JSON.stringify(value)) + 1;
    if (spent > budget) return count;
  }
  return values.length;
}

const theAnswer = { en: 'the answer', zh: '答案' };
const oneItem = { en: 'one item', zh: '单个条目' };

function tooLarge({ en, zh }: Sentence, { answerTokensCap: cap }: Limits): ZhujiError {
  return new ZhujiError(
    'too_large',
    {
      en: `${en} exceeds ${cap} tokens, the most an answer may have`,
      zh: `${zh}超过 ${cap} 个 token，即一次应答的上限`,
    },
    {
      recovery: {
        en: 'Ask for less: fewer fields, ids or conditions, or detail "concise".',
        zh: '请缩小请求范围：减少字段、标识或条件，或将 detail 设为 "concise"。',
      },
    },
  );
}

/**
 * What is sent of an answer: the head, and as many whole items from the first on as the budget allows, at least one. An
 * item that is larger than the budget goes alone, up to the cap; one larger than the cap goes with its long strings cut,
 * which `truncation_reason` says. Errors: `too_large` where not even that fits.
 */
export function fitAnswer(answer: Answer, call: AnsweredCall, limits: Limits): Json {
  const { head, items } = answer;
  if (!items) {
    const whole = { ...head, truncated: false };
    if (cost(whole) > limits.answerTokensCap) throw tooLarge(theAnswer, limits);
    return whole;
  }
  // With one item and not the last, the frame names the next call: the dearest frame there is.
  const frame = compose(head, { ...items, total: Number.MAX_SAFE_INTEGER }, [0], call, true);
  const base = cost(frame) + 8;
  const count = fitting(base, items.values, limits.answerTokens);
  const whole = compose(head, items, items.values.slice(0, Math.max(1, count)), call, false);
  if (cost(whole) <= limits.answerTokensCap) return whole;
  const first = items.values.slice(0, 1);
  for (const length of cuts) {
    const cut = compose(
      head,
      items,
      first.map((item) => shorten(item, length)),
      call,
      true,
    );
    if (cost(cut) <= limits.answerTokensCap) return cut;
  }
  throw tooLarge(items.values.length === 0 || base > limits.answerTokensCap ? theAnswer : oneItem, limits);
}
