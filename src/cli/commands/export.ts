import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Argument, type Command } from 'commander';
import { z } from 'zod';
import { type OpenedWorkspace, openWorkspace } from '../../open.ts';
import { readLabelAccuracy } from '../../quality/annotation/index.ts';
import { type AssessmentInputs, writeBundle } from '../../quality/exports/index.ts';
import { layoutOf, writeAtomically } from '../../workspace/folder/index.ts';
import { type DatasetEntry, ZhujiError } from '../../workspace/index.ts';
import { readEvaluation } from '../export/evaluation.ts';
import { type Exported, type ExportFormat, exporters, exportFormats } from '../export/formats.ts';
import { type CommandContext, run } from '../run.ts';

const schema = z.object({
  format: z.enum(exportFormats),
  dataset: z.string(),
  scenario: z.string().nullable(),
  /** Absent where it was written to files. */
  document: z.unknown().optional(),
  files: z.array(z.string()),
});

interface ExportOptions {
  readonly scenario?: string;
  readonly out?: string;
  readonly inspected?: string;
  readonly evaluation?: string;
}

const confidence = 0.95;

function refuseInputs(format: ExportFormat): ZhujiError {
  return new ZhujiError(
    'invalid_argument',
    {
      en: `--inspected and --evaluation fill the form of tc609, not ${format}`,
      zh: `--inspected 与 --evaluation 用于 tc609 评测表，不用于 ${format}`,
    },
    { recovery: { en: 'Leave them out.', zh: '请去掉这些选项。' } },
  );
}

async function assessmentInputs(
  { signal, progress: onProgress }: CommandContext,
  { inspected, evaluation }: ExportOptions,
  workspace: OpenedWorkspace,
  entry: DatasetEntry,
): Promise<AssessmentInputs> {
  return {
    ...(inspected !== undefined && {
      inspection: await readLabelAccuracy(resolve(inspected), confidence, { signal, onProgress }),
    }),
    ...(await readEvaluation(evaluation && resolve(evaluation), workspace.root, entry)),
  };
}

/** Writes a folder of files, or the one document; names what it wrote. */
async function write(exported: Exported, out: string, { language }: CommandContext): Promise<string[]> {
  if (!exported.files) {
    await writeAtomically(out, `${exported.text(language, out)}\n`);
    return [out];
  }
  await writeBundle(out, exported.files);
  return Object.keys(exported.files).map((name) => join(out, name));
}

export function addExport(program: Command): void {
  program
    .command('export')
    .description('a quality report in the formats of others, assessment forms with evidence · 导出质量结果')
    .addArgument(new Argument('<format>').choices(exportFormats))
    .argument('<dataset>', 'id of the dataset · 数据集')
    .option('--scenario <id>', 'what the data are to be fit for · 目标场景')
    .option('--out <path>', 'file; folder for tc609 and dcmm (default: stdout) · 输出文件或文件夹')
    .option('--inspected <file>', 'tc609: inspected labels, as by agreement --plan · 标注复检结果表')
    .option('--evaluation <file>', 'tc609: results.json of zhuji eval (default: the latest) · 评测结果')
    .action(
      run(schema, async (context, format: ExportFormat, dataset: string, options: ExportOptions) => {
        const { scenario, inspected, evaluation } = options;
        if (format !== 'tc609' && (inspected ?? evaluation) !== undefined) throw refuseInputs(format);
        const { progress, signal, language } = context;
        const workspace = await openWorkspace(context.directory, { onProgress: progress, signal });
        try {
          const entry = workspace.catalog.dataset(dataset);
          const inputs = format === 'tc609' ? await assessmentInputs(context, options, workspace, entry) : {};
          const report = await workspace.quality.report(dataset, scenario === undefined ? {} : { scenario });
          const metadata = await readFile(layoutOf(workspace.root).metadata(dataset), 'utf8');
          signal.throwIfAborted();
          const exported = exporters[format]({
            report,
            entry,
            croissant: JSON.parse(metadata),
            scenarios: workspace.catalog.entries('scenario').filter((one) => one.kind === 'scenario'),
            ...inputs,
          });
          const files = options.out === undefined ? [] : await write(exported, resolve(options.out), context);
          const shown = options.out === undefined;
          return {
            data: {
              format,
              dataset,
              scenario: report.scenario,
              ...(shown && { document: exported.document }),
              files,
            },
            text: shown ? exported.text(language) : files.join('\n'),
          };
        } finally {
          await workspace.close();
        }
      }),
    );
}
