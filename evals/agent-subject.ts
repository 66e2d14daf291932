import { createHash } from 'node:crypto';
import { type Agent, connectToWorkspace, type Model, runAgent } from '../agents/index.ts';
import { ZhujiError } from '../src/workspace/index.ts';
import type { OpenSubject } from './subject.ts';

const sha256 = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex');

/** An agent with its model, as a subject of evaluation: it sees a workspace through an in-process MCP server. */
export function agentSubject(agent: Agent, model: Model): OpenSubject {
  return async (workspace) => {
    const connection = await connectToWorkspace(workspace);
    return {
      model: { kind: model.kind, name: model.name },
      hashes: {
        prompt: sha256([agent.systemPrompt('zh'), agent.systemPrompt('en')]),
        tools: sha256(connection.definitions),
      },
      async ask(question, signal) {
        const run = await runAgent({ agent, question, connection, model, signal });
        if (run.stopped) {
          const { reason, message } = run.stopped;
          throw new ZhujiError(
            reason === 'milliseconds' ? 'timeout' : 'model_unavailable',
            `${reason}: ${message}`,
          );
        }
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
