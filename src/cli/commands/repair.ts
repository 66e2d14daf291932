import type { Command } from 'commander';
import { z } from 'zod';
import { readProfile } from '../../quality/index.ts';
import { doneInWords, type RepairResult, repairDataset } from '../../repair.ts';
import { type Language, repairActions, textIn, ZhujiError } from '../../workspace/index.ts';
import { run } from '../run.ts';

const schema = z.object({
  source: z.object({ id: z.string(), hash: z.string() }),
  dataset: z.object({ id: z.string(), version: z.string(), hash: z.string().nullable() }),
  applied: z.array(
    z.object({
      finding: z.string(),
      action: z.enum(repairActions),
      record_set: z.string(),
      fields: z.array(z.string()),
      records: z.number().int(),
      cells: z.number().int(),
      left: z.number().int(),
      loses: z.string(),
      reversible: z.boolean(),
    }),
  ),
  record_sets: z.array(
    z.object({
      id: z.string(),
      rows_before: z.number().int(),
      rows: z.number().int(),
      source_row: z.string().nullable(),
    }),
  ),
});

interface RepairFlags {
  readonly finding?: readonly string[];
  readonly all?: boolean;
  readonly dryRun?: boolean;
  readonly as?: string;
  readonly profile?: string;
}

function wantedOf({ finding = [], all = false }: RepairFlags): readonly string[] | 'all' {
  if (all !== finding.length > 0) return all ? 'all' : finding;
  throw new ZhujiError(
    'invalid_argument',
    { en: 'Name the findings to repair, or --all of them', zh: '请指明要修复的发现，或用 --all' },
    {
      recovery: {
        en: 'zhuji check lists them with their ids: --finding <id>, several times where there are several.',
        zh: 'zhuji check 会列出各项发现及其标识：--finding <id>，可重复使用。',
      },
    },
  );
}

function dataOf({ source, dataset, applied, tables }: RepairResult, language: Language) {
  return {
    source,
    dataset,
    applied: applied.map(({ recordSet, fields, loses, ...rest }) => ({
      ...rest,
      record_set: recordSet,
      fields: [...fields],
      loses: textIn(loses, language),
    })),
    record_sets: tables.map(({ recordSet, rowsBefore, rows, sourceRow }) => ({
      id: recordSet,
      rows_before: rowsBefore,
      rows,
      source_row: sourceRow,
    })),
  };
}

function inWords({ source, dataset, applied, tables }: RepairResult, language: Language): string {
  const zh = language === 'zh';
  const version = `${dataset.id} ${dataset.version}`;
  const head =
    dataset.hash === null
      ? zh
        ? `修复 ${source.id} 将得到 ${version}（未写入）`
        : `Repairing ${source.id} would give ${version} (nothing was written)`
      : zh
        ? `由 ${source.id} 修复得到 ${version}  ${dataset.hash.slice(0, 12)}；${source.id} 未改动`
        : `Repaired ${source.id} as ${version}  ${dataset.hash.slice(0, 12)}; ${source.id} is as it was`;
  return [
    head,
    ...applied.flatMap((one) => [
      `  ${one.finding}  ${textIn(doneInWords(one), language)}`,
      `    ${zh ? '损失：' : 'lost: '}${textIn(one.loses, language)}${one.reversible ? (zh ? '（可还原）' : ' (can be restored)') : ''}`,
    ]),
    ...tables.map(({ recordSet, rowsBefore, rows, sourceRow }) => {
      const where =
        sourceRow === null
          ? ''
          : zh
            ? `；${sourceRow} 为来源中的行号`
            : `; ${sourceRow} is the row in the source`;
      return `  ${recordSet}  ${rowsBefore} → ${rows} ${zh ? '行' : 'rows'}${where}`;
    }),
  ].join('\n');
}

export function addRepair(program: Command): void {
  program
    .command('repair')
    .description('apply the remedies of findings to a new version of a dataset · 按发现修复，生成新版本')
    .argument('<dataset>', 'id of the dataset; it stays as it is · 数据集标识，原数据不变')
    .option('--finding <id...>', 'findings to repair, see zhuji check · 要修复的发现')
    .option('--all', 'all findings that have a remedy · 全部可修复的发现')
    .option('--dry-run', 'only say what would be done · 只说明，不写入')
    .option('--as <id>', 'id of the new dataset (default: <dataset>-repaired) · 新数据集标识')
    .option('--profile <name|file>', 'thresholds that the findings were made with · 阈值方案')
    .action(
      run(schema, async (context, dataset: string, options: RepairFlags) => {
        const profile = options.profile === undefined ? undefined : await readProfile(options.profile);
        const result = await repairDataset(context.directory, dataset, wantedOf(options), {
          ...(options.as !== undefined && { as: options.as }),
          ...(options.dryRun && { dryRun: true }),
          ...(profile && { profile }),
          onProgress: context.progress,
          signal: context.signal,
        });
        return { data: dataOf(result, context.language), text: inWords(result, context.language) };
      }),
    );
}
