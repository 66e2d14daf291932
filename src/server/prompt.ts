import type { Language, Text } from '../workspace/index.ts';

export interface PromptArguments {
  readonly question: string;
  readonly language: Language;
}

/** A prompt that a client offers to its user: it puts one question to an agent of this project. */
export interface PromptDefinition {
  readonly name: string;
  readonly title: Text;
  /** English, as clients expect. */
  readonly description: string;
  /** The message that the client sends to its model. */
  text(input: PromptArguments): string;
}
