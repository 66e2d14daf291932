import type { Language } from '../../../src/workspace/index.ts';
import type { QualityView } from '../../shared/read-quality.ts';
import type { Note } from '../answer.ts';
import { say } from '../setpoints/situation.ts';

/** What the quality report asks to be mentioned. */
export function qualityWarnings({ mustMention }: QualityView, language: Language): readonly Note[] {
  return mustMention.map((text) => ({
    code: 'quality',
    text: say(language, `Data quality: ${text}`, `数据质量：${text}`),
  }));
}

/** What the quality report leaves open. */
export function qualityGaps(
  { verdict, problem }: QualityView,
  id: string,
  language: Language,
): readonly Note[] {
  if (problem !== undefined) {
    const text = say(
      language,
      `Not determined: the quality of ${id} (${problem}).`,
      `未能确定：${id} 的质量（${problem}）。`,
    );
    return [{ code: 'quality_report', text }];
  }
  if (verdict !== 'unknown') return [];
  const text = say(
    language,
    `Not determined: whether ${id} is fit, as its quality report reaches no verdict.`,
    `未能确定：${id} 是否适用，其质量报告没有结论。`,
  );
  return [{ code: 'quality_verdict', text }];
}
