import pc from 'picocolors';
import type { Language, TrendPoint } from '../../workspace/index.ts';
import { verdictIn } from './text.ts';

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
