import { parseToolText } from '../../src/server/tool-text.ts';
import type { ToolCall, ToolResult } from './procedure.ts';

/** Reads what a model was shown of a call. Text that is no answer of a tool counts as an error with that message. */
export function toToolResult(call: ToolCall, text: string, failed: boolean): ToolResult {
  const value = parseToolText(text);
  const known = typeof value === 'object' && value !== null && !Array.isArray(value);
  return {
    call,
    ok: !failed && known,
    data: known ? (value as Record<string, unknown>) : { code: 'internal', message: text },
  };
}
