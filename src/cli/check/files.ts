import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { renderQualityHtml, renderQualityMarkdown } from '../../report/index.ts';
import type { QualityReport } from '../../workspace/index.ts';

/** Writes each report as HTML and Markdown, zh and en; returns the paths. */
export async function writeReports(folder: string, reports: readonly QualityReport[]): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const files = reports.flatMap((report) => {
    const name = report.scenario === null ? report.dataset : `${report.dataset}@${report.scenario}`;
    return (['zh', 'en'] as const).flatMap((language) => [
      [`${name}.${language}.html`, renderQualityHtml(report, language)] as const,
      [`${name}.${language}.md`, renderQualityMarkdown(report, language)] as const,
    ]);
  });
  for (const [name, text] of files) await writeFile(join(folder, name), text);
  return files.map(([name]) => join(folder, name));
}
