import type { z } from 'zod';
import type { Language, Text } from '../../src/workspace/index.ts';
import type { Procedure } from './procedure.ts';

/** What every agent's structured answer has: the same in words, in the question's language. */
export interface AnswerBase {
  readonly text: string;
}

/** An agent: what it is told, what it must answer, and how the reference policy goes about it. */
export interface Agent<Answer extends AnswerBase = AnswerBase> {
  readonly name: string;
  readonly title: Text;
  readonly description: Text;
  /** Ways of working, and no fact of any plant: those reach the agent through its tools. */
  systemPrompt(language: Language): string;
  readonly answerSchema: z.ZodType<Answer>;
  readonly procedure: Procedure<Answer>;
  readonly examples: { readonly zh: readonly string[]; readonly en: readonly string[] };
}
