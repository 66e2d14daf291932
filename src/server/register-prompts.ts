import { completable, type McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { languageOf, textIn } from '../workspace/index.ts';
import type { PromptDefinition } from './prompt.ts';

const languages = ['zh', 'en'] as const;

const argsSchema = z.object({
  question: z.string().min(1).describe('The question, in Chinese or English · 问题'),
  language: completable(z.enum(languages), (typed) =>
    languages.filter((language) => language.startsWith(typed)),
  )
    .optional()
    .describe('Language of the answer: zh or en; that of the question where absent'),
});

export function registerPrompts(server: McpServer, prompts: readonly PromptDefinition[]): void {
  for (const prompt of prompts) {
    server.registerPrompt(
      prompt.name,
      {
        title: `${textIn(prompt.title, 'en')} · ${textIn(prompt.title, 'zh')}`,
        description: prompt.description,
        argsSchema,
      },
      ({ question, language = languageOf(question) }) => ({
        messages: [{ role: 'user', content: { type: 'text', text: prompt.text({ question, language }) } }],
      }),
    );
  }
}
