import type { PromptDefinition } from '../src/server/prompt.ts';
import type { Agent } from './shared/agent.ts';

/** An agent as a prompt that an MCP client offers: the same way of working, then the question. */
export function promptOf(agent: Agent): PromptDefinition {
  return {
    name: agent.name,
    title: agent.title,
    description: agent.description.en ?? '',
    text: ({ question, language }) => `${agent.systemPrompt(language)}\n\n${question}`,
  };
}
