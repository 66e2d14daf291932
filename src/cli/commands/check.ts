import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { z } from 'zod';
import { declareDataset } from '../../add.ts';
import { type OpenedWorkspace, openWorkspace } from '../../open.ts';
import { compareReports, readHistory, readProfile } from '../../quality/index.ts';
import { renderComparisonText } from '../../report/index.ts';
import { layoutOf } from '../../workspace/folder/index.ts';
import { type Proposal, type QualityReport, ZhujiError } from '../../workspace/index.ts';
import { share } from '../agreement/share.ts';
import { chosenProposals, declarationOf, surely } from '../check/accept.ts';
import { earlierReport } from '../check/earlier.ts';
import { writeReports } from '../check/files.ts';
import { checkSchema } from '../check/schema.ts';
import { proposalText, reportText } from '../check/text.ts';
import { trendText } from '../check/trend-text.ts';
import { exitCodes } from '../exit-codes.ts';
import { type CommandContext, run } from '../run.ts';

interface CheckCommandOptions {
  readonly scenario?: string;
  readonly profile?: string;
  readonly accept?: true | readonly string[];
  readonly confidence?: string;
  readonly against?: string;
  readonly history?: boolean;
  readonly report?: string;
}

const failed = (report: QualityReport) =>
  report.verdict === 'unfit' || report.gates.some((gate) => gate.passed === false);

function needsDataset(option: string): ZhujiError {
  return new ZhujiError(
    'invalid_argument',
    { en: `${option} needs the name of one dataset`, zh: `${option} 需要指定一个数据集` },
    {
      recovery: {
        en: `Put it before the option: zhuji check <dataset> ${option} …`,
        zh: `请写在选项之前：zhuji check <数据集> ${option} …`,
      },
      details: { option },
    },
  );
}

async function reportsOf(
  { quality, catalog }: OpenedWorkspace,
  dataset: string | undefined,
  { scenario }: CheckCommandOptions,
  { progress, signal, language }: CommandContext,
): Promise<readonly QualityReport[]> {
  const ids = dataset ? [dataset] : catalog.entries('dataset').map(({ id }) => id);
  const reports: QualityReport[] = [];
  for (const id of ids) {
    signal.throwIfAborted();
    progress({ task: language === 'zh' ? '检查' : 'check', done: reports.length, total: ids.length });
    reports.push(await quality.report(id, scenario === undefined ? {} : { scenario }));
  }
  return reports;
}

/** Declares what the dataset's report proposes, as far as it is chosen. */
async function accept(
  { root, quality, catalog }: OpenedWorkspace,
  dataset: string,
  { accept: wanted, confidence }: CheckCommandOptions,
): Promise<readonly Proposal[]> {
  const named = Array.isArray(wanted) ? wanted : [];
  const least = confidence === undefined ? surely : share(confidence, '--confidence');
  const { proposals } = await quality.report(dataset);
  const chosen = chosenProposals(proposals, named, least);
  if (chosen.length > 0) await declareDataset(root, dataset, declarationOf(chosen, catalog.dataset(dataset)));
  return chosen;
}

async function check(context: CommandContext, dataset: string | undefined, options: CheckCommandOptions) {
  const { progress, signal, language, directory } = context;
  for (const option of ['accept', 'against'] as const) {
    if (options[option] !== undefined && dataset === undefined) throw needsDataset(`--${option}`);
  }
  const profile = options.profile === undefined ? undefined : await readProfile(options.profile);
  const open = () => openWorkspace(directory, { onProgress: progress, signal, ...(profile && { profile }) });
  let workspace = await open();
  try {
    let accepted: readonly Proposal[] = [];
    if (options.accept !== undefined && dataset !== undefined) {
      accepted = await accept(workspace, dataset, options);
      await workspace.close();
      workspace = await open();
    }
    const reports = await reportsOf(workspace, dataset, options, context);
    const [report] = reports;
    const comparison =
      options.against !== undefined && report
        ? compareReports(await earlierReport(options.against, workspace.quality, report), report)
        : null;
    const folder = layoutOf(workspace.root).quality;
    const trends = options.history
      ? await Promise.all(
          reports.map(async ({ dataset: id, scenario }) => ({
            dataset: id,
            points: await readHistory(folder, id, scenario),
          })),
        )
      : [];
    const files = options.report
      ? await writeReports(resolve(options.report), { reports, comparison, trends })
      : [];
    const zh = language === 'zh';
    const lines = [
      ...(options.accept === undefined
        ? []
        : [zh ? `已接受 ${accepted.length} 项建议` : `${accepted.length} proposals accepted`]),
      ...accepted.map((one) => `  ${proposalText(one, language)}`),
      ...reports.map((one) => reportText(one, language)),
      ...(comparison ? [renderComparisonText(comparison, language)] : []),
      ...trends.map(({ dataset: id, points }) => trendText(id, points, language)),
      ...files,
    ];
    return {
      data: { reports, accepted, comparison, trends, files } as z.input<typeof checkSchema>,
      text: lines.join('\n') || (zh ? '没有数据集' : 'There are no datasets'),
      exit: reports.some(failed) ? exitCodes.finding : exitCodes.ok,
    };
  } finally {
    await workspace.close();
  }
}

export function addCheck(program: Command): void {
  program
    .command('check')
    .description('quality report of one or all datasets; exit code from the gates · 质量报告')
    .argument('[dataset]', 'default: all · 默认全部')
    .option('--scenario <id>', 'verdict for this application · 针对该场景给出结论')
    .option('--profile <name|file>', 'thresholds, by name or from a YAML file · 阈值方案')
    .option('--accept [ids...]', 'declare what is proposed: all that is sure enough, or these · 接受建议')
    .option('--confidence <share>', 'how sure it must be for --accept, default 0.9 · 接受建议的最低置信度')
    .option('--against <dataset|file>', 'compare with another dataset or a report.json · 与另一份报告比较')
    .option('--history', 'trend of earlier reports · 历次报告的趋势')
    .option('--report <folder>', 'write HTML and Markdown reports, zh and en, there · 报告输出目录')
    .action(run(checkSchema, check));
}
