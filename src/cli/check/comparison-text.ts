import pc from 'picocolors';
import { formatNumber } from '../../report/index.ts';
import {
  type Finding,
  type Language,
  type ReportComparison,
  type TrendPoint,
  textIn,
} from '../../workspace/index.ts';
import { verdictIn } from './text.ts';

const shown = 15;

/** What changed from one report to another, for the terminal. */
export function comparisonText(comparison: ReportComparison, language: Language): string {
  const { before, after, moved, unmoved, gone, appeared, kept, rows, cautions } = comparison;
  const say = (zh: string, en: string) => (language === 'zh' ? zh : en);
  const finding = (mark: string, one: Finding) => `  ${mark} ${textIn(one.message, language)}`;
  return [
    `${pc.bold(`${before.dataset} → ${after.dataset}`)}  ${verdictIn(before, language)} → ${verdictIn(after, language)}`,
    ...cautions.map((caution) => `  ${pc.yellow('!')} ${textIn(caution, language)}`),
    ...rows
      .filter((one) => one.before !== one.after)
      .map(
        (one) => `  ${one.recordSet}: ${one.before ?? '–'} → ${one.after ?? '–'} ${say('条记录', 'records')}`,
      ),
    ...gone.map((one) => finding(pc.green('−'), one)),
    ...appeared.map((one) => finding(pc.red('+'), one)),
    ...moved.slice(0, shown).map(({ name, recordSet, field, before: old, after: now, better }) => {
      const mark = better === null ? ' ' : better ? pc.green('↑') : pc.red('↓');
      const place = [recordSet, field].filter(Boolean).join('.');
      return `  ${mark} ${textIn(name, language)} ${pc.dim(place)}  ${formatNumber(old)} → ${formatNumber(now)}`;
    }),
    ...(moved.length > shown
      ? [say(`  另有 ${moved.length - shown} 项`, `  and ${moved.length - shown} more`)]
      : []),
    say(
      `  ${kept.length} 项发现与 ${unmoved} 个指标值不变`,
      `  ${kept.length} findings remain and ${unmoved} values are the same`,
    ),
  ].join('\n');
}

/** The reports of a dataset in order of time, a line each. */
export function trendText(dataset: string, points: readonly TrendPoint[], language: Language): string {
  const counts = ({ findings }: TrendPoint) =>
    [findings.critical, findings.major, findings.minor, findings.info].join('/');
  const head =
    language === 'zh'
      ? `${pc.bold(dataset)} 的历史（发现：致命/严重/轻微/提示）`
      : `History of ${pc.bold(dataset)} (findings: critical/major/minor/info)`;
  return [
    head,
    ...points.map((point) => {
      const records = Object.values(point.rows).reduce((sum, rows) => sum + rows, 0);
      const unit = language === 'zh' ? '条记录' : 'records';
      return `  ${point.measuredAt}  ${verdictIn(point, language)}  ${counts(point)}  ${records} ${unit}  ${pc.dim(`${point.hash.slice(0, 12)} ${point.profile}`)}`;
    }),
  ].join('\n');
}
