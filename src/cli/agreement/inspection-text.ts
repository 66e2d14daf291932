import pc from 'picocolors';
import type { Language } from '../../workspace/index.ts';
import { percent } from './agreement-text.ts';
import type { AccuracyData, PlanData } from './schema.ts';

/** A plan of inspection, for people. */
export function planText(data: PlanData, language: Language): string {
  const say = (en: string, zh: string) => (language === 'zh' ? zh : en);
  const confidence = percent(data.confidence);
  const goal =
    data.half_width === null
      ? say(
          `shows a label accuracy of at least ${percent(data.at_least ?? 0)} at ${confidence}, if no more than ${data.most_wrong} are wrong`,
          `若错误不超过 ${data.most_wrong} 个，则在 ${confidence} 置信水平下表明标注准确率不低于 ${percent(data.at_least ?? 0)}`,
        )
      : say(
          `gives the label accuracy within ± ${percent(data.half_width)} at ${confidence}${data.expected === null ? ', whatever it is' : `, if it is about ${percent(data.expected)}`}`,
          `在 ${confidence} 置信水平下给出标注准确率，半宽 ${percent(data.half_width)}${data.expected === null ? '（任何准确率均成立）' : `（设准确率约为 ${percent(data.expected)}）`}`,
        );
  return [
    `${pc.bold(`${data.dataset}/${data.record_set}.${data.field}`)}  ${say(
      `inspect ${data.size} of ${data.records} labelled records`,
      `复检 ${data.records} 条有标签记录中的 ${data.size} 条`,
    )}`,
    `  ${goal}`,
    ...(data.by_class
      ? data.strata.map(({ id, records, size }) => `  ${pc.cyan(id)}  ${size} / ${records}`)
      : [
          say(
            '  The label has too many different values to draw by class: drawn from all records.',
            '  标签取值过多，无法按类别抽样：从全部记录中抽取。',
          ),
        ]),
    ...(data.unlabelled > 0
      ? [
          say(
            `  ${data.unlabelled} records without a label are left out.`,
            `  略去 ${data.unlabelled} 条无标签记录。`,
          ),
        ]
      : []),
    data.out === null
      ? say(
          `Write the rows to inspect with --out plan.csv (seed ${data.seed}).`,
          `加 --out plan.csv 可写出待复检的行（随机种子 ${data.seed}）。`,
        )
      : say(
          `${data.out}: fill in correct_label, then zhuji agreement --inspected ${data.out}`,
          `${data.out}：填写 correct_label 后运行 zhuji agreement --inspected ${data.out}`,
        ),
  ].join('\n');
}

/** Label accuracy from an inspection, for people. */
export function accuracyText(data: AccuracyData, language: Language): string {
  const say = (en: string, zh: string) => (language === 'zh' ? zh : en);
  const level = percent(data.level);
  return [
    `${pc.bold(say('Label accuracy (0304)', '标注准确性（0304）'))}  ${pc.bold(percent(data.estimate))}  [${percent(data.low)}, ${percent(data.high)}] ${pc.dim(level)}  ${say(`at least ${percent(data.at_least)}`, `不低于 ${percent(data.at_least)}`)}`,
    say(
      `  ${data.wrong} wrong of ${data.inspected} inspected${data.open > 0 ? `; ${data.open} rows still open` : ''}`,
      `  复检 ${data.inspected} 条，错误 ${data.wrong} 条${data.open > 0 ? `；${data.open} 行尚未填写` : ''}`,
    ),
    ...(data.weighted
      ? data.strata.map(
          ({ id, records, inspected, right }) =>
            `  ${pc.cyan(id)}  ${right} / ${inspected}  ${pc.dim(`(${records})`)}`,
        )
      : [
          pc.dim(
            say(
              '  The file does not say how many records each class has: taken for a simple random sample of very many.',
              '  文件未给出各类记录总数：按大总体的简单随机样本计算。',
            ),
          ),
        ]),
    ...data.unseen.map(({ id, records }) =>
      say(
        `  nothing is said of “${id}” (${records} records): none inspected`,
        `  未涉及“${id}”（${records} 条）：没有复检`,
      ),
    ),
    ...data.mistakes.map(({ label, correct, count }) => `  ${label} → ${correct || '?'}  × ${count}`),
    ...(data.wrong_items.length > 0
      ? [`  ${say('wrong', '错误条目')}: ${data.wrong_items.join(', ')}${data.wrong > 10 ? ' …' : ''}`]
      : []),
    ...data.notices.map((notice) => pc.dim(`· ${notice}`)),
  ].join('\n');
}
