import type { MeasureDefinition, QualityReport, Text } from '../../workspace/index.ts';
import { inBoth } from '../findings/words.ts';

/** What else than the data differs between two reports. */
export function cautionsOf(
  before: QualityReport,
  after: QualityReport,
  redefined: readonly MeasureDefinition[],
): readonly Text[] {
  const cautions: Text[] = [];
  if (before.dataset !== after.dataset) {
    cautions.push({
      zh: `两份报告属于不同的数据集：\`${before.dataset}\` 与 \`${after.dataset}\`。`,
      en: `The reports are of different datasets: \`${before.dataset}\` and \`${after.dataset}\`.`,
    });
  } else if (before.hash === after.hash) {
    cautions.push({
      zh: '两份报告测的是同一个数据版本：差别来自元数据、阈值或测量方法。',
      en: 'Both reports are of one version of the data: what differs comes from metadata, thresholds or measures.',
    });
  }
  if (before.scenario !== after.scenario) {
    cautions.push(
      inBoth((language) => {
        const [old, now] = [before.scenario, after.scenario].map((id) =>
          id === null ? (language === 'zh' ? '通用用途' : 'general use') : `\`${id}\``,
        );
        return language === 'zh'
          ? `结论针对不同的场景：${old} 与 ${now}。`
          : `The verdicts are for different scenarios: ${old} and ${now}.`;
      }),
    );
  }
  const ids = [...new Set([...Object.keys(before.thresholds), ...Object.keys(after.thresholds)])];
  const changed = ids.filter((id) => before.thresholds[id] !== after.thresholds[id]);
  if (changed.length > 0) {
    cautions.push(
      inBoth((language) => {
        const list = changed.slice(0, 6).map((id) => `\`${id}\``);
        const more = changed.length > 6 ? ` … (${changed.length})` : '';
        return language === 'zh'
          ? `阈值不同：${list.join('、')}${more}。`
          : `Thresholds differ: ${list.join(', ')}${more}.`;
      }),
    );
  }
  if (redefined.length > 0) {
    cautions.push({
      zh: `下列指标的定义已改变，未作比较：${redefined.map(({ name }) => name.zh).join('、')}。`,
      en: `Not compared, since their definition changed: ${redefined.map(({ name }) => name.en).join(', ')}.`,
    });
  }
  return cautions;
}
