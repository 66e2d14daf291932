import { z } from 'zod';
import { type Agent, connectToWorkspace, type Model, type Run, runAgent } from '../agents/index.ts';
import { type ErrorCode, ZhujiError } from '../src/workspace/index.ts';
import { hashOf } from './hash.ts';
import type { OpenSubject } from './subject.ts';

/** An agent with its model, as a subject of evaluation: it sees a workspace through an in-process MCP server. */
export function agentSubject(agent: Agent, model: Model): OpenSubject {
  return async (workspace) => {
    const connection = await connectToWorkspace(workspace);
    return {
      model: { kind: model.kind, name: model.name },
      hashes: {
        prompt: hashOf([
          agent.systemPrompt('zh'),
          agent.systemPrompt('en'),
          z.toJSONSchema(agent.answerSchema),
        ]),
        tools: hashOf(connection.definitions),
      },
      async ask(question, signal) {
        const run = await runAgent({ agent, question, connection, model, signal });
        if (run.stopped) throw stopError(run.stopped);
        return {
          answer: run.answer,
          text: run.text,
          toolCalls: run.steps.length,
          tokens: run.usage.tokens,
        };
      },
      close: () => connection.close(),
    };
  };
}

function stopError({ reason, message }: NonNullable<Run['stopped']>): ZhujiError {
  const codes: Partial<Record<typeof reason, ErrorCode>> = {
    cancelled: 'cancelled',
    no_answer: 'model_unavailable',
  };
  return new ZhujiError(codes[reason] ?? 'timeout', {
    en: `No answer (${reason}): ${message}`,
    zh: `未得到回答（${reason}）：${message}`,
  });
}
