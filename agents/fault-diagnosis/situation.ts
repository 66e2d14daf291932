import type { Language } from '../../src/workspace/index.ts';
import type { DocumentSearch } from '../shared/read-documents.ts';
import type { QualityView } from '../shared/read-quality.ts';
import type { Entry } from '../shared/tool-data.ts';
import type { FaultDiagnosisAnswer, Note } from './answer.ts';
import type { AskedAbout } from './question.ts';
import { list, say } from './words.ts';

/** What is known once the dataset, its quality and its documents are. */
export interface Situation {
  readonly text: string;
  readonly language: Language;
  readonly asked: AskedAbout;
  readonly entry: Entry;
  readonly quality: QualityView;
  readonly search: DocumentSearch;
  /** What was assumed or has to be mentioned so far. */
  readonly qualifications: readonly Note[];
  readonly missing: readonly Note[];
}

/** A fault of which only the code is known. */
export const nameless = (code: string) => ({ code, name: code });

/** The documents that were read, for a sentence. */
export const documentNames = ({ documents }: DocumentSearch, language: Language): string =>
  documents.length === 0
    ? say(language, 'no document', '没有文档')
    : list(
        language,
        documents.map(({ id }) => id),
      );

/** These faults, none of them decided, for one reason. */
export const undecided = (
  faults: readonly { readonly code: string; readonly name: string }[],
  reason: string,
): FaultDiagnosisAnswer['faults'] =>
  faults.map(({ code, name }) => ({
    code,
    name,
    verdict: 'not_determinable',
    reason,
    margins: [],
    action: null,
    citations: [],
  }));

export const unfit = (dataset: string, { reasons }: QualityView, language: Language): Note => ({
  code: 'unfit_data',
  text: say(
    language,
    `${dataset} is unfit by its quality report, and its records were not used: ${reasons.join(' ')}`,
    `质量报告判定 ${dataset} 不适用，未使用其记录：${reasons.join(' ')}`,
  ),
});

/** Values with findings of the quality report on them are not relied on. */
export const unsafe = (failed: readonly string[], language: Language): Note[] =>
  failed.length === 0
    ? []
    : [
        {
          code: 'unsafe_value',
          text: say(
            language,
            `Values that do not pass the safe filters of the quality report were not used: ${failed.join('; ')}.`,
            `未使用不满足质量报告安全过滤条件的数值：${failed.join('；')}。`,
          ),
        },
      ];
