import type { Workspace } from '../src/workspace/index.ts';

export interface Reply {
  /** The agent's structured answer. */
  readonly answer: unknown;
  /** The same in words. */
  readonly text: string;
  readonly toolCalls: number;
  readonly tokens: number;
}

/** What is measured: an agent with its model, connected to one workspace. */
export interface Subject {
  readonly model: {
    readonly kind: 'reference-policy' | 'openai-compatible' | 'recorded';
    readonly name: string;
  };
  /** sha256 of what must be the same under every arm. */
  readonly hashes: { readonly prompt: string; readonly tools: string };
  ask(question: string, signal: AbortSignal): Promise<Reply>;
  close(): Promise<void>;
}

export type OpenSubject = (workspace: Workspace) => Promise<Subject>;
