import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { stringify } from 'csv-stringify/sync';
import { scales } from '../../methods/agreement/index.ts';
import {
  annotationReport,
  majorities,
  readLabelAccuracy,
  readLabels,
} from '../../quality/annotation/index.ts';
import { agreementText } from '../agreement/agreement-text.ts';
import { accuracyData, agreementData } from '../agreement/data.ts';
import { accuracyText } from '../agreement/inspection-text.ts';
import { type Options, wrongUse } from '../agreement/options.ts';
import { plan } from '../agreement/plan.ts';
import { agreementSchema } from '../agreement/schema.ts';
import { share } from '../agreement/share.ts';
import { type CommandContext, run } from '../run.ts';

async function compare(context: CommandContext, file: string, options: Options, level: number) {
  const { signal, progress: onProgress, language } = context;
  const table = await readLabels(resolve(file), options.level, { signal, onProgress });
  const out = options.out === undefined ? null : resolve(options.out);
  if (out !== null) {
    const rows = majorities(table).map(({ item, label, votes, labels, tied }) => [
      item,
      label,
      votes,
      labels,
      tied.join(' | '),
    ]);
    await writeFile(out, stringify([['item', 'majority_label', 'votes', 'labels', 'tied'], ...rows]));
  }
  const data = agreementData(annotationReport(table, { level }), out, language);
  return { data, text: agreementText(data, language) };
}

async function inspected(context: CommandContext, file: string, level: number) {
  const { signal, progress: onProgress, language } = context;
  const data = accuracyData(await readLabelAccuracy(resolve(file), level, { signal, onProgress }), language);
  return { data, text: accuracyText(data, language) };
}

export function addAgreement(program: Command): void {
  program
    .command('agreement')
    .description(
      'how far annotators agree; plan and result of a label inspection · 标注一致性与标注准确性抽检',
    )
    .argument('[file]', 'labels: item, annotator, label; or item and a column for each annotator · 标签表')
    .addOption(
      new Option('--level <level>', 'level of measurement of the labels · 标签的测量级别')
        .choices(scales)
        .default('nominal'),
    )
    .option('--plan', 'draw the records whose labels to inspect · 制定抽检方案')
    .option('--dataset <id>', 'with --plan · 数据集')
    .option('--label <field>', 'with --plan: the field of labels · 标签字段')
    .option('--half-width <share>', 'with --plan: half the width of the interval, default 0.02 · 区间半宽')
    .option('--at-least <share>', 'with --plan: the accuracy to show instead · 欲证明的准确率下限')
    .option('--expected <share>', 'with --plan: the accuracy to reckon with · 预期准确率')
    .option('--per-class <number>', 'with --plan: records of each class at least · 每类最少条数', '10')
    .option('--seed <number>', 'with --plan · 随机种子', '1')
    .option('--inspected <file>', 'inspected records: label accuracy with its interval · 复检结果表')
    .option('--confidence <share>', 'of intervals and bounds · 置信水平', '0.95')
    .option('--out <file>', 'CSV of the rows to inspect, or of majority labels · 输出 CSV')
    .action(
      run(agreementSchema, async (context, file: string | undefined, options: Options) => {
        const confidence = share(options.confidence, '--confidence');
        if (confidence === 0 || confidence === 1) {
          throw wrongUse('--confidence must lie between 0 and 1', '--confidence 应介于 0 与 1 之间');
        }
        const uses = [file !== undefined, options.plan === true, options.inspected !== undefined];
        if (uses.filter(Boolean).length !== 1) {
          throw wrongUse(
            'Give one of: a file of labels, --plan, --inspected',
            '请给出其一：标签文件、--plan、--inspected',
          );
        }
        if (file !== undefined) return compare(context, file, options, confidence);
        if (options.inspected !== undefined) return inspected(context, options.inspected, confidence);
        return plan(context, options, confidence);
      }),
    );
}
