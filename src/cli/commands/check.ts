import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import pc from 'picocolors';
import { z } from 'zod';
import { openWorkspace } from '../../open.ts';
import { qualityReportSchema } from '../../quality/index.ts';
import {
  renderQualityHtml,
  renderQualityMarkdown,
  severityWords,
  type Tone,
  verdictWords,
} from '../../report/index.ts';
import { type Language, type QualityReport, textIn } from '../../workspace/index.ts';
import { exitCodes } from '../exit-codes.ts';
import { run } from '../run.ts';

const schema = z.object({ reports: z.array(qualityReportSchema), files: z.array(z.string()) });

const colours: Record<Tone, (text: string) => string> = {
  good: pc.green,
  warning: pc.yellow,
  bad: pc.red,
  info: pc.dim,
  neutral: pc.dim,
};

const failed = (report: QualityReport) =>
  report.verdict === 'unfit' || report.gates.some((gate) => gate.passed === false);

function inWords(report: QualityReport, language: Language): string {
  const say = (text: { zh?: string | undefined; en?: string | undefined }) => textIn(text, language);
  const [tone, verdict] = verdictWords[report.verdict];
  return [
    `${pc.bold(report.dataset)}  ${colours[tone](say(verdict))}  ${pc.dim(report.hash.slice(0, 12))}`,
    ...report.gates
      .filter((gate) => gate.passed === false)
      .map((gate) => `  ${pc.red('✗')} ${say(gate.name)}: ${say(gate.reason)}`),
    ...report.findings.map(
      ({ severity, message, remedy }) =>
        `  ${say(severityWords[severity][1]).padEnd(8)} ${say(message)}${pc.dim(` — ${say(remedy)}`)}`,
    ),
  ].join('\n');
}

async function writeReports(folder: string, reports: readonly QualityReport[]): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const files = reports.flatMap((report) =>
    (['zh', 'en'] as const).flatMap((language) => [
      [`${report.dataset}.${language}.html`, renderQualityHtml(report, language)] as const,
      [`${report.dataset}.${language}.md`, renderQualityMarkdown(report, language)] as const,
    ]),
  );
  for (const [name, text] of files) await writeFile(join(folder, name), text);
  return files.map(([name]) => join(folder, name));
}

export function addCheck(program: Command): void {
  program
    .command('check')
    .description('quality report of one or all datasets; exit code from the gates · 质量报告')
    .argument('[dataset]', 'default: all · 默认全部')
    .option('--report <folder>', 'write HTML and Markdown reports, zh and en, there · 报告输出目录')
    .action(
      run(schema, async (context, dataset: string | undefined, options: { report?: string }) => {
        const { progress, signal, language } = context;
        const workspace = await openWorkspace(context.directory, { onProgress: progress, signal });
        try {
          const ids = dataset ? [dataset] : workspace.catalog.entries('dataset').map(({ id }) => id);
          const reports: QualityReport[] = [];
          for (const id of ids) {
            signal.throwIfAborted();
            progress({
              task: language === 'zh' ? '检查' : 'check',
              done: reports.length,
              total: ids.length,
            });
            reports.push(await workspace.quality.report(id));
          }
          const files = options.report ? await writeReports(resolve(options.report), reports) : [];
          const lines = reports.map((report) => inWords(report, language));
          return {
            data: { reports, files } as z.input<typeof schema>,
            text:
              [...lines, ...files].join('\n') || (language === 'zh' ? '没有数据集' : 'There are no datasets'),
            exit: reports.some(failed) ? exitCodes.finding : exitCodes.ok,
          };
        } finally {
          await workspace.close();
        }
      }),
    );
}
