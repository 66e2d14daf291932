import type { Language } from '../../src/workspace/index.ts';
import type { Procedure } from '../shared/procedure.ts';
import { type DocumentSearch, documentsFor } from '../shared/read-documents.ts';
import { type QualityView, readQuality } from '../shared/read-quality.ts';
import type { FaultDiagnosisAnswer, Note } from './answer.ts';
import { diagnoseBearing } from './bearing/diagnose.ts';
import { spectrumDataset } from './bearing/structure.ts';
import { findDataset } from './find-dataset.ts';
import { readQuestion } from './question.ts';
import { reply } from './reply.ts';
import { diagnoseByRules } from './rules/diagnose.ts';
import { list, say } from './words.ts';

const queries = ['fault code condition limit action', '故障 代码 判据 限值 处置'];

const bearingQueries = [
  'bearing geometry rolling elements pitch diameter defect frequency action severity zone',
  '轴承 几何参数 滚动体 节圆直径 缺陷频率 处置 振动 区域',
];

/** A record and its symptoms → faults, each decided or said to be undecidable, as a fixed procedure over the tools. */
export const procedure: Procedure<FaultDiagnosisAnswer> = function* ({ text, language }) {
  const asked = readQuestion(text);
  const found = yield* findDataset(text, asked, language);
  if ('lacks' in found) {
    return reply({ missing: [found.lacks] }, language);
  }
  const { entry } = found;
  const quality = yield* readQuality(entry.id, language);
  const spectra = spectrumDataset(entry);
  const search = yield* documentsFor(entry.id, spectra ? bearingQueries : queries);
  const situation = {
    text,
    language,
    asked,
    entry,
    quality,
    search,
    qualifications: [
      ...found.qualifications,
      ...qualityNotes(quality, language),
      ...undeclared(search, entry.id, language),
    ],
    missing: problems(entry.id, quality, search, language),
  };
  return spectra ? yield* diagnoseBearing(situation, spectra) : yield* diagnoseByRules(situation);
};

const qualityNotes = ({ mustMention }: QualityView, language: Language): Note[] =>
  mustMention.map((text) => ({
    code: 'quality',
    text: say(language, `Data quality: ${text}`, `数据质量：${text}`),
  }));

function undeclared(
  { undeclared: any, documents }: DocumentSearch,
  dataset: string,
  language: Language,
): Note[] {
  if (!any) return [];
  const ids = list(
    language,
    documents.map(({ id }) => id),
  );
  return [
    {
      code: 'undeclared_document',
      text: say(
        language,
        `${ids}: the document does not say which dataset it describes; that it is ${dataset} was assumed.`,
        `${ids}：文档未声明其描述的数据集，此处假定为 ${dataset}。`,
      ),
    },
  ];
}

function problems(dataset: string, quality: QualityView, search: DocumentSearch, language: Language): Note[] {
  const notes: Note[] = [];
  if (quality.problem !== undefined) {
    notes.push({
      code: 'quality_report',
      text: say(
        language,
        `The quality of ${dataset}: ${quality.problem}`,
        `${dataset} 的质量：${quality.problem}`,
      ),
    });
  } else if (quality.verdict === 'unknown') {
    notes.push({
      code: 'quality_verdict',
      text: say(
        language,
        `Whether ${dataset} is fit: its quality report reaches no verdict.`,
        `${dataset} 是否适用：其质量报告没有结论。`,
      ),
    });
  }
  for (const problem of new Set(search.problems)) notes.push({ code: 'documents', text: problem });
  return notes;
}
