import { createHash } from 'node:crypto';
import { ZhujiError } from '../workspace/index.ts';
import type { Page } from './tool.ts';

/** Items that one page holds at most, whatever is asked. */
export const largestPage = 1000;

type Arguments = Readonly<Record<string, unknown>>;

/** JSON with sorted names, so that the order of arguments does not matter. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}

function seal(tool: string, input: Arguments, { offset, limit }: Page): string {
  const { page: _, ...rest } = input;
  return createHash('sha256')
    .update(canonical([tool, rest, offset, limit]))
    .digest('base64url')
    .slice(0, 10);
}

/**
 * Where to go on with a call. It is tied to the tool and its other arguments by a checksum: a cursor that was altered or
 * that belongs to another call is refused. It grants nothing, so the checksum has no key, and every process accepts it.
 */
export function encodeCursor(tool: string, input: Arguments, page: Page): string {
  return `${page.offset}.${page.limit}.${seal(tool, input, page)}`;
}

/** The page that `input.page` asks for: a number of items, or a cursor. Errors: `invalid_argument`. */
export function decodePage(tool: string, input: Arguments, pageSize: number): Page {
  const text = input['page'];
  if (typeof text !== 'string') return { offset: 0, limit: pageSize };
  if (/^[1-9]\d{0,8}$/.test(text)) return { offset: 0, limit: Math.min(Number(text), largestPage) };
  const [, offset, limit, checksum] = /^(\d{1,15})\.(\d{1,4})\.([\w-]{10})$/.exec(text) ?? [];
  const page = { offset: Number(offset), limit: Number(limit) };
  if (checksum !== undefined && checksum === seal(tool, input, page)) return page;
  throw new ZhujiError(
    'invalid_argument',
    checksum === undefined
      ? { en: 'page is neither a number of items nor a cursor', zh: 'page 既不是条目数也不是游标' }
      : {
          en: 'this cursor was altered, or belongs to a call with other arguments',
          zh: '该游标已被改动，或属于参数不同的另一次调用',
        },
    {
      recovery: {
        en: 'Repeat the call in "next" exactly as it was given, or leave page out to start anew.',
        zh: '请原样重复 "next" 中的调用，或省略 page 从头开始。',
      },
    },
  );
}
