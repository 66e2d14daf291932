import type { Command } from 'commander';
import pc from 'picocolors';
import { z } from 'zod';
import { agentNamed, chooseModel, connectToWorkspace, runAgent } from '../../../agents/index.ts';
import { openWorkspace } from '../../open.ts';
import { exitCodes } from '../exit-codes.ts';
import { renderStep } from '../render-step.ts';
import { run } from '../run.ts';

const schema = z.object({
  agent: z.string(),
  question: z.string(),
  model: z.object({ kind: z.string(), name: z.string() }),
  text: z.string(),
  answer: z.unknown(),
  steps: z.array(
    z.object({
      tool: z.string(),
      arguments: z.record(z.string(), z.unknown()),
      ok: z.boolean(),
      milliseconds: z.number(),
    }),
  ),
  usage: z.object({ tokens: z.number().int(), turns: z.number().int() }),
  stopped: z.object({ reason: z.string(), message: z.string() }).nullable(),
});

export function addAgent(program: Command): void {
  program
    .command('agent')
    .description('ask an example agent; shows its steps and evidence · 运行示例智能体')
    .argument('<name>', 'process-parameters or fault-diagnosis')
    .argument('<question>')
    .option('--model <name>', 'model of the endpoint, or reference-policy (default: ZHUJI_MODEL) · 模型')
    .action(
      run(schema, async (context, name: string, question: string, options: { model?: string }) => {
        const { progress, signal, language } = context;
        const agent = agentNamed(name);
        const model = chooseModel({ ...process.env, ...(options.model && { ZHUJI_MODEL: options.model }) });
        const workspace = await openWorkspace(context.directory, { onProgress: progress, signal });
        const connection = await connectToWorkspace(workspace);
        try {
          const result = await runAgent({
            agent,
            question,
            connection,
            model,
            signal,
            onStep: (step) => process.stderr.write(`${renderStep(step, language)}\n`),
          });
          signal.throwIfAborted();
          return {
            data: {
              agent: agent.name,
              question,
              model: { kind: result.model.kind, name: result.model.name },
              text: result.text,
              answer: result.answer,
              steps: result.steps.map(({ tool, arguments: args, ok, milliseconds }) => ({
                tool,
                arguments: { ...args },
                ok,
                milliseconds,
              })),
              usage: { tokens: result.usage.tokens, turns: result.usage.turns },
              stopped: result.stopped ?? null,
            },
            text: `${pc.dim(
              model.kind === 'reference-policy'
                ? language === 'zh'
                  ? '由免密钥参考策略回答（不是语言模型）'
                  : 'answered by the keyless reference policy (not a language model)'
                : model.name,
            )}\n${result.stopped?.message ?? result.text}`,
            exit: result.stopped ? exitCodes.inconclusive : exitCodes.ok,
          };
        } finally {
          await connection.close();
          await workspace.close();
        }
      }),
    );
}
