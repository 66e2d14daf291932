import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  renderComparisonHtml,
  renderComparisonMarkdown,
  renderQualityHtml,
  renderQualityMarkdown,
  renderTrendHtml,
  renderTrendMarkdown,
} from '../../report/index.ts';
import type { QualityReport, ReportComparison, TrendPoint } from '../../workspace/index.ts';

export interface Written {
  readonly reports: readonly QualityReport[];
  readonly comparison: ReportComparison | null;
  readonly trends: readonly { readonly dataset: string; readonly points: readonly TrendPoint[] }[];
}

/** Writes reports, comparison and trends as HTML and Markdown, zh and en; returns the paths. */
export async function writeReports(
  folder: string,
  { reports, comparison, trends }: Written,
): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const files: string[] = [];
  for (const language of ['zh', 'en'] as const) {
    const write = async (name: string, html: string, markdown: string) => {
      for (const [extension, text] of [
        ['html', html],
        ['md', markdown],
      ] as const) {
        const file = join(folder, `${name}.${language}.${extension}`);
        await writeFile(file, text);
        files.push(file);
      }
    };
    for (const report of reports) {
      const name = report.scenario === null ? report.dataset : `${report.dataset}@${report.scenario}`;
      await write(name, renderQualityHtml(report, language), renderQualityMarkdown(report, language));
    }
    for (const { dataset, points } of trends) {
      const name = `${dataset}-history`;
      await write(name, renderTrendHtml(points, language), renderTrendMarkdown(points, language));
    }
    if (comparison) {
      const name = `${comparison.after.dataset}-compared`;
      await write(
        name,
        renderComparisonHtml(comparison, language),
        renderComparisonMarkdown(comparison, language),
      );
    }
  }
  return files;
}
