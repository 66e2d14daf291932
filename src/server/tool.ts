import type { z } from 'zod';
import type { ErrorCode, Text, Workspace } from '../workspace/index.ts';
import type { ReadResource } from './resource.ts';

export interface ToolContext {
  readonly workspace: Workspace;
  readonly signal: AbortSignal;
  /** Reads a `zhuji://` link as the protocol's `resources/read` does. */
  readonly readResource: ReadResource;
}

/**
 * What a tool found, before the response budget: the head is always sent, of the items as many whole ones as fit.
 * Values are plain JSON. Text in them is untrusted unless the tool wrote it.
 */
export interface Answer {
  readonly head: Readonly<Record<string, unknown>>;
  readonly items?: {
    /** Property under which the items appear. */
    readonly key: string;
    readonly values: readonly unknown[];
    /** Place of the first value among all. */
    readonly offset: number;
    readonly total: number;
  };
}

/** How many items an answer starts at and holds at most: from the tool's `page` argument. */
export interface Page {
  readonly offset: number;
  readonly limit: number;
}

/**
 * One MCP tool. At most five flat parameters; blank strings count as absent.
 * A tool that pages has a parameter `page`: a number of items, or the cursor that `next` of an answer gave.
 */
export interface Tool<Input extends z.ZodObject = z.ZodObject> {
  readonly name: string;
  readonly title: Text;
  /** One or two sentences: purpose, limits, what to call next. English, as clients expect. */
  readonly description: string;
  readonly input: Input;
  /** Schema of the answer's head and items; the budget's own properties are added by the server. */
  readonly output: z.ZodObject;
  /** Items a page holds where the caller does not say. */
  readonly pageSize?: number;
  /** Per error, the tool that an agent should call next. */
  readonly suggestions?: Readonly<Partial<Record<ErrorCode, string>>>;
  answer(input: z.output<Input>, page: Page, context: ToolContext): Promise<Answer>;
}

/** Keeps the types of one tool together: `export const queryRows = tool({ … })`. */
export function tool<Input extends z.ZodObject>(definition: Tool<Input>): Tool {
  return definition as unknown as Tool;
}
