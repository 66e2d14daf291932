import type { Language } from '../../src/workspace/index.ts';

export interface ToolCall {
  readonly name: string;
  readonly arguments: Readonly<Record<string, unknown>>;
}

export interface ToolResult {
  readonly call: ToolCall;
  readonly ok: boolean;
  /** The tool's structured answer, or its error object (`code`, `message`, `recovery`, …). */
  readonly data: Readonly<Record<string, unknown>>;
}

export interface Question {
  readonly text: string;
  readonly language: Language;
}

/**
 * A decision procedure of the reference policy, written as a generator: it yields tool calls (several at once where
 * they do not depend on each other), is handed their results, and returns the answer. It holds what to look at, in
 * which order and how to decide; never a limit, code, geometry or remedy of a plant. It must be deterministic: it is
 * run again from the start at each turn over the same results.
 */
export type Procedure<Answer> = (
  question: Question,
) => Generator<readonly ToolCall[], Answer, readonly ToolResult[]>;
