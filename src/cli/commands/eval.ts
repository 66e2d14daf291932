import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { z } from 'zod';
import { agentNamed, chooseModel } from '../../../agents/index.ts';
import {
  agentSubject,
  armNamed,
  evaluate,
  listScenarios,
  type ReportPart,
  readScenario,
  renderLiftHtml,
  renderLiftText,
  resultsSchema,
} from '../../../evals/index.ts';
import { openWorkspace } from '../../open.ts';
import { findWorkspace } from '../../workspace/folder/index.ts';
import { ZhujiError } from '../../workspace/index.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { type CommandContext, run } from '../run.ts';

const schema = z.object({ results: z.array(resultsSchema), files: z.array(z.string()) });

interface EvalOptions {
  readonly arms: string;
  readonly trials: string;
  readonly seed: string;
  readonly resume?: boolean;
  readonly out?: string;
}

function wholeNumber(text: string, name: string, least: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= least) return value;
  throw new ZhujiError('invalid_argument', {
    en: `--${name} must be a whole number of at least ${least}, not "${text}"`,
    zh: `--${name} 必须是不小于 ${least} 的整数，而不是“${text}”`,
  });
}

/** The verdict that is printed decides: no conclusion is 3, harm or an invalid run is 1. */
function exitOf(parts: readonly ReportPart[]): ExitCode {
  const verdicts = parts.flatMap(({ results }) => results.comparisons.map(({ verdict }) => verdict));
  if (verdicts.some((verdict) => verdict === 'invalid' || verdict === 'harms')) return exitCodes.finding;
  return verdicts.includes('inconclusive') ? exitCodes.inconclusive : exitCodes.ok;
}

async function writeReport(folder: string, parts: readonly ReportPart[]): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const files = [
    [
      'results.json',
      `${JSON.stringify(
        parts.map(({ results }) => results),
        null,
        2,
      )}\n`,
    ],
    ['report.zh.html', renderLiftHtml(parts, 'zh')],
    ['report.en.html', renderLiftHtml(parts, 'en')],
  ] as const;
  for (const [name, text] of files) await writeFile(join(folder, name), text);
  return files.map(([name]) => join(folder, name));
}

/** Runs scenarios of the workspace and writes their report. */
export async function runEvaluation(
  context: Pick<CommandContext, 'directory' | 'signal' | 'progress'>,
  scenarios: readonly string[],
  options: EvalOptions,
): Promise<{ parts: ReportPart[]; files: string[] }> {
  const { root, runs } = await findWorkspace(context.directory);
  const ids = scenarios.length > 0 ? scenarios : await listScenarios(root);
  const chosen = [];
  for (const id of ids) chosen.push(await readScenario(root, id));
  const arms = options.arms.split(',').map((id) => armNamed(id.trim()));
  const trials = wholeNumber(options.trials, 'trials', 1);
  const seed = wholeNumber(options.seed, 'seed', 0);
  const model = chooseModel(process.env);
  const workspace = await openWorkspace(root, { onProgress: context.progress, signal: context.signal });
  try {
    const parts: ReportPart[] = [];
    for (const scenario of chosen) {
      const results = await evaluate({
        scenario,
        workspace,
        arms,
        open: agentSubject(agentNamed(scenario.agent), model),
        folder: join(runs, `${scenario.id}-${model.name.replace(/[^\p{L}\p{N}.-]+/gu, '_')}`),
        trials,
        seed,
        resume: options.resume ?? false,
        signal: context.signal,
        onProgress: context.progress,
      });
      parts.push({ scenario, results });
    }
    const files =
      parts.length > 0
        ? await writeReport(options.out ? resolve(options.out) : join(runs, 'latest'), parts)
        : [];
    return { parts, files };
  } finally {
    await workspace.close();
  }
}

export function addEval(program: Command): void {
  program
    .command('eval')
    .description('how much the data helps: the lift report · 评测数据带来的提升')
    .argument('[scenarios...]', 'default: all of the workspace · 默认全部')
    .option('--arms <list>', 'arms, the first is compared with the others · 实验组', 'none,full')
    .option('--trials <number>', 'how often each question is asked · 每题试验次数', '1')
    .option('--seed <number>', 'seed of the resampling · 随机种子', '1')
    .option('--resume', 'go on with a run that was stopped · 续跑')
    .option('--out <folder>', 'where the report goes (default: .zhuji/runs/latest) · 报告目录')
    .action(
      run(schema, async (context, scenarios: string[], options: EvalOptions) => {
        const { parts, files } = await runEvaluation(context, scenarios, options);
        const zh = context.language === 'zh';
        return {
          data: { results: parts.map(({ results }) => results), files },
          text: parts.length
            ? [...parts.map(({ results }) => renderLiftText(results, context.language)), ...files].join('\n')
            : zh
              ? '工作区没有场景：请编写 evaluation/<id>/scenario.yaml 与 items.jsonl'
              : 'The workspace has no scenarios: write evaluation/<id>/scenario.yaml and items.jsonl',
          exit: exitOf(parts),
        };
      }),
    );
}
