import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { z } from 'zod';
import { agentNamed, chooseModel } from '../../../agents/index.ts';
import {
  agentSubject,
  armNamed,
  evaluate,
  forgetRun,
  howToMakeOne,
  listScenarios,
  type ReportPart,
  readScenario,
  renderLiftHtml,
  renderLiftText,
  requireArms,
  requireDatasets,
  resultsSchema,
  type Scenario,
} from '../../../evals/index.ts';
import { type OpenedWorkspace, openWorkspace } from '../../open.ts';
import { findWorkspace, writeAtomically } from '../../workspace/folder/index.ts';
import { ZhujiError } from '../../workspace/index.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { type CommandContext, run } from '../run.ts';
import { wholeNumber } from '../whole-number.ts';

const schema = z.object({ results: z.array(resultsSchema), files: z.array(z.string()) });

interface EvalOptions {
  readonly arms: string;
  readonly trials: string;
  readonly seed: string;
  readonly resume?: boolean;
  readonly out?: string;
  readonly model?: string;
}

/** The verdict that is printed decides: no conclusion is 3, harm or an invalid run is 1. */
function exitOf(parts: readonly ReportPart[]): ExitCode {
  const verdicts = parts.flatMap(({ results }) => results.comparisons.map(({ verdict }) => verdict));
  if (verdicts.some((verdict) => verdict === 'invalid' || verdict === 'harms')) return exitCodes.finding;
  return verdicts.includes('inconclusive') ? exitCodes.inconclusive : exitCodes.ok;
}

async function writeReport(folder: string, parts: readonly ReportPart[]): Promise<string[]> {
  const results = z.array(resultsSchema).parse(parts.map((part) => part.results));
  const files = [
    ['results.json', `${JSON.stringify(results, null, 2)}\n`],
    ['report.zh.html', renderLiftHtml(parts, 'zh')],
    ['report.en.html', renderLiftHtml(parts, 'en')],
  ] as const;
  for (const [name, text] of files) await writeAtomically(join(folder, name), text);
  return files.map(([name]) => join(folder, name));
}

/**
 * Runs scenarios of the workspace, all where none is named, and writes their report. Everything that can be refused is
 * refused before the first question. Errors: `not_found` where there is no scenario; those of {@link evaluate}.
 */
export async function runEvaluation(
  context: Pick<CommandContext, 'directory' | 'signal' | 'progress'>,
  scenarios: readonly string[],
  options: EvalOptions,
): Promise<{ parts: ReportPart[]; files: string[] }> {
  const { root, runs } = await findWorkspace(context.directory);
  const arms = options.arms.split(',').map((id) => armNamed(id.trim()));
  requireArms(arms);
  const trials = wholeNumber(options.trials, '--trials', 1);
  const seed = wholeNumber(options.seed, '--seed', 0);
  const chosen = await readScenarios(root, scenarios);
  const model = chooseModel({ ...process.env, ...(options.model && { ZHUJI_MODEL: options.model }) });
  const report = options.out ? resolve(options.out) : join(runs, 'latest');
  await mkdir(report, { recursive: true });
  const workspace = await openWorkspace(root, { onProgress: context.progress, signal: context.signal });
  try {
    for (const { scenario } of chosen) requireSound(scenario, workspace);
    const logOf = ({ id }: { id: string }) =>
      join(runs, `${id}@${model.name.replace(/[^\p{L}\p{N}.-]+/gu, '_')}`);
    // A new run replaces all earlier ones at once: stopped half-way, it must not be resumed on the others' leavings.
    if (!options.resume) for (const { scenario } of chosen) await forgetRun(logOf(scenario));
    const parts: ReportPart[] = [];
    for (const { scenario, agent } of chosen) {
      const results = await evaluate({
        scenario,
        workspace,
        arms,
        open: agentSubject(agent, model),
        folder: logOf(scenario),
        trials,
        seed,
        resume: options.resume ?? false,
        signal: context.signal,
        onProgress: context.progress,
      });
      parts.push({ scenario, results });
    }
    return { parts, files: await writeReport(report, parts) };
  } finally {
    await workspace.close();
  }
}

/** The scenarios with their agents, each once. */
async function readScenarios(root: string, named: readonly string[]) {
  const ids = named.length > 0 ? [...new Set(named)] : await listScenarios(root);
  if (ids.length === 0) {
    throw new ZhujiError(
      'not_found',
      { en: 'The workspace has no scenario to evaluate', zh: '工作区没有可评测的场景' },
      { recovery: howToMakeOne },
    );
  }
  const chosen = [];
  for (const id of ids) {
    const scenario = await readScenario(root, id);
    chosen.push({ scenario, agent: agentNamed(scenario.agent) });
  }
  return chosen;
}

/** A dataset that is listed but cannot be read would be measured as if it did not help. */
function requireSound(scenario: Scenario, workspace: OpenedWorkspace): void {
  const broken = workspace.problems.find(({ where }) =>
    scenario.datasets.some((id) => where === `datasets/${id}`),
  );
  if (broken) throw broken.error;
  requireDatasets(scenario, workspace);
}

export function addEval(program: Command): void {
  program
    .command('eval')
    .description('how much the data helps: the lift report · 评测数据带来的提升')
    .argument('[scenarios...]', 'default: all of the workspace · 默认全部')
    .option('--arms <list>', 'two arms or more, the others are compared with the first · 实验组', 'none,full')
    .option('--trials <number>', 'how often each question is asked · 每题试验次数', '1')
    .option('--seed <number>', 'seed of the resampling · 随机种子', '1')
    .option('--model <name>', 'model of the endpoint, or reference-policy (default: ZHUJI_MODEL) · 模型')
    .option('--resume', 'go on with a run that was stopped · 续跑')
    .option('--out <folder>', 'where the report goes (default: .zhuji/runs/latest) · 报告目录')
    .action(
      run(schema, async (context, scenarios: string[], options: EvalOptions) => {
        const { parts, files } = await runEvaluation(context, scenarios, options);
        const results = parts.map((part) => part.results);
        return {
          data: { results, files },
          text: [renderLiftText(results, context.language), '', ...files].join('\n'),
          exit: exitOf(parts),
        };
      }),
    );
}
