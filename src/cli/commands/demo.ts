import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import pc from 'picocolors';
import { z } from 'zod';
import { agents, chooseModel, connectToWorkspace, runAgent } from '../../../agents/index.ts';
import { renderLiftText } from '../../../evals/index.ts';
import { indexKnowledge } from '../../knowledge/index.ts';
import { openWorkspace } from '../../open.ts';
import { verdictWords } from '../../report/index.ts';
import { initWorkspace, layoutOf, readManifest } from '../../workspace/folder/index.ts';
import { textIn, type Workspace, ZhujiError } from '../../workspace/index.ts';
import { clientSnippet } from '../demo/client-snippet.ts';
import { fillDemo } from '../demo/fill-demo.ts';
import { demoPlant } from '../demo/plant.ts';
import { renderStep } from '../render-step.ts';
import { type CommandContext, run } from '../run.ts';
import { runEvaluation } from './eval.ts';

const schema = z.object({
  workspace: z.string(),
  verdicts: z.record(z.string(), z.string()),
  answers: z.array(z.object({ agent: z.string(), question: z.string(), text: z.string() })),
  lifts: z.array(z.object({ scenario: z.string(), lift: z.number().nullable(), verdict: z.string() })),
  report: z.array(z.string()),
  client: z.string(),
});

/** An earlier demo is made anew; anything else is left alone. */
async function clearEarlierDemo(folder: string): Promise<void> {
  const earlier = await readManifest(layoutOf(folder)).catch(() => undefined);
  if (earlier && earlier.id !== demoPlant.id) {
    throw new ZhujiError(
      'already_exists',
      { en: `${folder} is another workspace`, zh: `${folder} 是另一个工作区` },
      {
        recovery: {
          en: 'Name another folder: zhuji demo <folder>.',
          zh: '请指定另一个文件夹：zhuji demo <文件夹>。',
        },
      },
    );
  }
  if (earlier) await rm(folder, { recursive: true, force: true });
}

async function checkAll(workspace: Workspace, context: CommandContext): Promise<Record<string, string>> {
  const verdicts: Record<string, string> = {};
  for (const { id } of workspace.catalog.entries('dataset')) {
    const report = await workspace.quality.report(id);
    verdicts[id] = report.verdict;
    const verdict = textIn(verdictWords[report.verdict][1], context.language);
    say(
      `  ${id}: ${verdict}, ${report.findings.length} ${context.language === 'zh' ? '项发现' : 'findings'}`,
    );
  }
  return verdicts;
}

async function askAgents(workspace: Workspace, context: CommandContext) {
  const model = chooseModel(process.env);
  const connection = await connectToWorkspace(workspace);
  const answers = [];
  try {
    for (const agent of agents) {
      for (const question of demoPlant.questions[agent.name] ?? []) {
        say(`\n${pc.bold(textIn(agent.title, context.language))}  ${question}`);
        const { text } = await runAgent({
          agent,
          question,
          connection,
          model,
          signal: context.signal,
          onStep: (step) => say(renderStep(step, context.language)),
        });
        say(text.replace(/^/gm, '  '));
        answers.push({ agent: agent.name, question, text });
      }
    }
  } finally {
    await connection.close();
  }
  return answers;
}

/** What the demo tells while it goes on: on stderr, so that `--json` keeps stdout to itself. */
function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

export function addDemo(program: Command): void {
  program
    .command('demo')
    .description('the whole path on a simulated plant · 在仿真工厂上演示全流程')
    .argument('[folder]', 'where to make it (default: zhuji-demo) · 位置')
    .action(
      run(schema, async (context, folder: string | undefined) => {
        const zh = context.language === 'zh';
        const step = (number: number, english: string, chinese: string) =>
          say(`\n${pc.bold(pc.cyan(`${number}/6`))} ${pc.bold(zh ? chinese : english)}`);
        const root = resolve(folder ?? join(context.directory, 'zhuji-demo'));
        await clearEarlierDemo(root);

        step(1, `A plant from seeded simulators: ${root}`, `用带种子的仿真器生成工厂：${root}`);
        const layout = await initWorkspace(root, demoPlant);
        const filled = await fillDemo(root, demoPlant.seed, context);
        say(
          `  ${filled.datasets.join(', ')}; ${filled.documents} ${zh ? '份中英文文档' : 'documents in zh and en'}`,
        );

        step(2, 'Knowledge index', '知识索引');
        const { documents, passages } = await indexKnowledge({
          folder: layout.knowledge,
          indexFolder: layout.index,
          signal: context.signal,
        });
        say(`  ${documents} ${zh ? '份文档' : 'documents'}, ${passages} ${zh ? '个段落' : 'passages'}`);

        const workspace = await openWorkspace(root, { signal: context.signal });
        let verdicts: Record<string, string>;
        let answers: Awaited<ReturnType<typeof askAgents>>;
        try {
          step(3, 'Quality of the data', '数据质量');
          verdicts = await checkAll(workspace, context);
          step(4, 'Two agents answer through the MCP server', '两个智能体通过 MCP 服务器回答问题');
          answers = await askAgents(workspace, context);
        } finally {
          await workspace.close();
        }

        step(
          5,
          'What the data is worth: the same agents with it and without it',
          '数据的价值：同样的智能体，有数据与无数据',
        );
        const { parts, files } = await runEvaluation({ ...context, directory: root }, [], {
          arms: 'none,full',
          trials: '1',
          seed: '1',
        });
        say(
          renderLiftText(
            parts.map(({ results }) => results),
            context.language,
          ),
        );

        step(6, 'Go on', '下一步');
        const client = clientSnippet(root);
        const next = zh
          ? [
              `报告：${files.filter((file) => file.endsWith('.zh.html')).join(' ')}`,
              '把下面的片段放入 LLM 客户端的配置（Claude Desktop、Cherry Studio）：',
            ]
          : [
              `Report: ${files.filter((file) => file.endsWith('.en.html')).join(' ')}`,
              "Put this into your LLM client's configuration (Claude Desktop, Cherry Studio):",
            ];
        return {
          data: {
            workspace: root,
            verdicts,
            answers,
            lifts: parts.map(({ results }) => ({
              scenario: results.manifest.scenario,
              lift: results.comparisons[0]?.difference?.estimate ?? null,
              verdict: results.comparisons[0]?.verdict ?? 'invalid',
            })),
            report: files,
            client,
          },
          text: [...next, client].join('\n'),
        };
      }),
    );
}
