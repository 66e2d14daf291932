import type { Language } from '../../../src/workspace/index.ts';
import type { ToolCall, ToolResult } from '../../shared/procedure.ts';
import type { Note } from '../answer.ts';
import { say } from '../setpoints/situation.ts';
import type { FoundDataset } from './find-dataset.ts';
import { failure, qualityAnswer, read } from './tool-data.ts';

/** What the quality report means for this answer. */
export interface QualityView {
  readonly verdict: string;
  /** Why the data are unfit, as the report says. */
  readonly reasons: readonly string[];
  /** Conditions for `query_rows`: the report's, of the columns that are read here. */
  readonly filters: readonly {
    readonly field: string;
    readonly op: string;
    readonly value?: string | number | boolean;
  }[];
  readonly warnings: readonly Note[];
  readonly missing: readonly Note[];
}

export function* readQuality(
  { id, recordSet, fields }: FoundDataset,
  language: Language,
): Generator<readonly ToolCall[], QualityView, readonly ToolResult[]> {
  const [result] = yield [{ name: 'get_quality_report', arguments: { dataset: id, language } }];
  const report = read(qualityAnswer, result);
  if (!report) return unseen(language, id, failure(result));
  const { brief, gates, verdict } = report;
  const used = [fields.temperature.id, fields.time.id, fields.hardness.id, fields.material];
  const failed = gates.filter(({ passed }) => passed === false).map(({ reason }) => reason);
  return {
    verdict,
    reasons: failed.length > 0 ? failed : brief.do_not_use_for,
    filters: brief.safe_filters
      .filter((filter) => filter.recordSet === recordSet && used.includes(filter.field))
      .map(({ field, op, value }) => (value === undefined ? { field, op } : { field, op, value })),
    warnings: brief.must_mention.map((text) => ({
      code: 'quality',
      text: say(language, `Data quality: ${text}`, `数据质量：${text}`),
    })),
    missing: verdict === 'unknown' ? [{ code: 'quality_verdict', text: noVerdict(language, id) }] : [],
  };
}

function noVerdict(language: Language, id: string): string {
  return say(
    language,
    `Not determined: whether ${id} is fit, as its quality report reaches no verdict.`,
    `未能确定：${id} 是否适用，其质量报告没有结论。`,
  );
}

function unseen(language: Language, id: string, said: string): QualityView {
  const text = say(
    language,
    `Not determined: the quality of ${id} (${said}).`,
    `未能确定：${id} 的质量（${said}）。`,
  );
  return {
    verdict: 'unknown',
    reasons: [],
    filters: [],
    warnings: [],
    missing: [{ code: 'quality_report', text }],
  };
}
