import pc from 'picocolors';
import type { Language } from '../../workspace/index.ts';
import type { AgreementData, CoefficientData } from './schema.ts';

const reasons = {
  no_item_with_two_labels: { en: 'no item has two labels', zh: '没有条目有两个标签' },
  one_label_only: { en: 'one label throughout', zh: '全部标签相同' },
  unequal_numbers: { en: 'items have unequal numbers of labels', zh: '各条目的标签数不同' },
  not_nominal: { en: 'for the level nominal only', zh: '仅适用于 nominal 级别' },
} as const;

const three = (value: number | null) => (value === null ? '–' : value.toFixed(3));

function inWords(one: CoefficientData, language: Language): string {
  if (one.status === 'not_measured') return pc.dim(reasons[one.reason][language]);
  return `${pc.bold(three(one.estimate))}  [${three(one.low)}, ${three(one.high)}]`;
}

const names = {
  nominal: { en: "Cohen's kappa", zh: 'Cohen κ' },
  ordinal: { en: "Cohen's kappa, linear weights", zh: 'Cohen κ（线性加权）' },
  interval: { en: "Krippendorff's alpha", zh: 'Krippendorff α' },
  ratio: { en: "Krippendorff's alpha", zh: 'Krippendorff α' },
} as const;

const shown = 10;

/** The report on a file of labels, for people. */
export function agreementText(data: AgreementData, language: Language): string {
  const say = (en: string, zh: string) => (language === 'zh' ? zh : en);
  const { majority } = data;
  const more = (all: number) => (all > shown ? [pc.dim(`  … +${all - shown}`)] : []);
  return [
    `${pc.bold(data.file)}  ${say(
      `${data.labels} labels of ${data.items} items by ${data.annotators} annotators`,
      `${data.annotators} 名标注员，${data.items} 个条目，${data.labels} 个标签`,
    )}  ${pc.dim(`${data.form}, ${data.scale}`)}`,
    `  ${say("Krippendorff's alpha", 'Krippendorff α')}  ${inWords(data.alpha, language)}`,
    `  ${say("Fleiss' kappa", 'Fleiss κ')}  ${inWords(data.fleiss, language)}`,
    `  ${say('equal pairs of labels', '相同的标签对')}  ${data.equal === null ? '–' : percent(data.equal)}`,
    pc.dim(
      say(
        '  Intervals: bootstrap over items. Krippendorff takes alpha from 0.800 for reliable, from 0.667 for tentative.',
        '  区间：按条目自助法。Krippendorff 的尺度：α ≥ 0.800 可靠，0.667–0.800 仅供初步结论。',
      ),
    ),
    ...(data.classes.length > 0 ? [pc.bold(say('Classes', '类别'))] : []),
    ...data.classes
      .slice(0, shown)
      .map(
        ({ label, labels, specific, alpha }) =>
          `  ${pc.cyan(String(label))}  ${labels}  ${say('another agrees', '他人同判')} ${specific === null ? '–' : percent(specific)}  α ${three(alpha)}`,
      ),
    ...more(data.classes.length + data.classes_left_out),
    pc.bold(`${say('Pairs', '标注员两两之间')}  ${pc.dim(names[data.scale][language])}`),
    ...data.pairs
      .slice(0, shown)
      .map(
        ({ annotators, items, equal, agreement }) =>
          `  ${annotators.join(' – ')}  ${say(`${items} items`, `${items} 个条目`)}  ${percent(equal)}  ${inWords(agreement, language)}`,
      ),
    ...more(data.pairs.length + data.pairs_left_out),
    ...(data.pairs_left_out > 0
      ? [
          pc.dim(
            say(
              `  Reckoned for the ${data.pairs.length} pairs with most items in common; ${data.pairs_left_out} left out.`,
              `  仅计算共同条目最多的 ${data.pairs.length} 对，略去 ${data.pairs_left_out} 对。`,
            ),
          ),
        ]
      : []),
    pc.bold(say(`Disputed items: ${data.disputed_count}`, `有分歧的条目：${data.disputed_count}`)),
    ...data.disputed.map(
      ({ item, labels }) =>
        `  ${pc.cyan(item)}  ${labels.map(({ annotator, label }) => `${annotator}: ${label}`).join(', ')}`,
    ),
    say(
      `Majority: ${majority.unanimous} unanimous, ${majority.majority} by majority, ${majority.tied} tied, ${majority.single} with one label`,
      `多数标签：一致 ${majority.unanimous}，多数 ${majority.majority}，平票 ${majority.tied}，仅一个标签 ${majority.single}`,
    ),
    ...(majority.tied > 0
      ? [`  ${say('tied', '平票')}: ${majority.ties.join(', ')}${majority.tied > 10 ? ' …' : ''}`]
      : []),
    ...(data.relabelled_count > 0
      ? [
          say(
            `${data.relabelled_count} items were labelled twice by one annotator, differently; the later label counts: ${data.relabelled.join(', ')}`,
            `${data.relabelled_count} 个条目被同一标注员标了两个不同的标签，以后者为准：${data.relabelled.join('、')}`,
          ),
        ]
      : []),
    ...data.notices.map((notice) => pc.dim(`· ${notice}`)),
    ...(data.out === null ? [] : [say(`Majority labels: ${data.out}`, `多数标签已写入 ${data.out}`)]),
  ].join('\n');
}

/** E.g. `97.5 %`. */
export function percent(value: number): string {
  return `${Number((value * 100).toFixed(1))} %`;
}
