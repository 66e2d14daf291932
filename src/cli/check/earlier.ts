import { readFile } from 'node:fs/promises';
import { readReport } from '../../quality/index.ts';
import { type Quality, type QualityReport, ZhujiError } from '../../workspace/index.ts';

function noReport(file: string, reason: string, zh: string): ZhujiError {
  return new ZhujiError(
    'invalid_argument',
    { en: `${file} holds no quality report: ${reason}`, zh: `${file} 不是质量报告：${zh}` },
    {
      recovery: {
        en: 'Give a dataset, or a file that "zhuji --json check <dataset>" printed.',
        zh: '请给出数据集，或 "zhuji --json check <数据集>" 输出的文件。',
      },
      details: { file },
    },
  );
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The report itself, the one that is kept in `.zhuji/quality`, or the one that `--json` printed. */
function reportsIn(json: unknown): readonly unknown[] {
  if (!isRecord(json)) return [];
  if (Array.isArray(json['reports'])) return json['reports'];
  return [json['report'] ?? json];
}

/** What `--against` names: a dataset of the workspace, for the same scenario, or a file with a report. Errors: `not_found`, `invalid_argument`. */
export async function earlierReport(
  named: string,
  quality: Quality,
  after: QualityReport,
): Promise<QualityReport> {
  if (!/\.json$/i.test(named)) {
    return quality.report(named, after.scenario === null ? {} : { scenario: after.scenario });
  }
  const text = await readFile(named, 'utf8').catch((error: Error) => {
    throw noReport(named, error.message, error.message);
  });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw noReport(named, reason, reason);
  }
  const reports = reportsIn(json).flatMap((one) => readReport(one) ?? []);
  const found = reports.find(({ dataset }) => dataset === after.dataset) ?? reports[0];
  if (found) return found;
  throw noReport(named, 'none of schema version 2', '没有版本 2 的报告');
}
