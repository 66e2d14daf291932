import { stringify } from 'csv-stringify/sync';
import { formatNumber, formatShare, markdownTable, markdownText } from '../../../report/index.ts';
import type { Language, Sentence } from '../../../workspace/index.ts';
import { describedEvidence } from './described.ts';
import { areas, type EvidenceRow, type EvidenceSource } from './evidence.ts';
import { managedEvidence } from './managed.ts';

export interface DcmmEvidence {
  readonly exportVersion: '1';
  readonly standard: 'GB/T 36073-2025';
  /** Chapters are from second-hand sources; the text of the standard was not at hand. */
  readonly basis: 'unverified';
  readonly statement: Sentence;
  readonly dataset: { readonly id: string; readonly hash: string };
  readonly scenario: string | null;
  readonly tool: string;
  readonly measuredAt: string;
  readonly rows: readonly EvidenceRow[];
}

const statement: Sentence = {
  zh: '以下仅为一个数据集的证据材料，不是 DCMM 评估，也不表示任何能力等级；章节号来自二手资料，未核实标准文本。',
  en: 'This is evidence about one dataset and no assessment: it states no level of maturity. Chapters are from second-hand sources, not verified with the text of the standard.',
};

/** What report, registry and catalog evidence for the chapters 8, 10 and 11 of GB/T 36073-2025 (DCMM). */
export function exportDcmm(source: EvidenceSource): DcmmEvidence {
  const { report, entry } = source;
  return {
    exportVersion: '1',
    standard: 'GB/T 36073-2025',
    basis: 'unverified',
    statement,
    dataset: { id: entry.id, hash: report.hash },
    scenario: report.scenario,
    tool: report.tool,
    measuredAt: report.measuredAt,
    rows: [...describedEvidence(source), ...managedEvidence(source)],
  };
}

/** The rows for a spreadsheet; a blank value: there is nothing to count. */
export function dcmmCsv({ rows, dataset, measuredAt }: DcmmEvidence): string {
  return stringify(
    rows.map(({ area, id, what, value, numerator, denominator, source }) => ({
      chapter: areas[area].chapter,
      area_zh: areas[area].name.zh,
      area_en: areas[area].name.en,
      id,
      evidence_zh: what.zh,
      evidence_en: what.en,
      numerator,
      denominator,
      value,
      source,
      dataset: dataset.id,
      dataset_hash: dataset.hash,
      measured_at: measuredAt,
    })),
    { header: true, bom: true, escape_formulas: true },
  );
}

const words = {
  title: { zh: 'DCMM 证据材料', en: 'Evidence for DCMM' },
  columns: {
    zh: ['章', '过程域', '证据', '分子 / 分母', '值', '出处'],
    en: ['Chapter', 'Area', 'Evidence', 'Numerator / denominator', 'Value', 'Counted from'],
  },
  nothing: { zh: '无可计', en: 'nothing to count' },
  dataset: { zh: '数据集', en: 'Dataset' },
  measured: { zh: '测量于', en: 'measured' },
} as const;

export function dcmmMarkdown(evidence: DcmmEvidence, language: Language): string {
  const { dataset, rows } = evidence;
  const [chapter, area, what, counts, value, source] = words.columns[language];
  return [
    `# ${words.title[language]} · ${evidence.standard}`,
    `**${markdownText(evidence.statement[language])}**`,
    `${words.dataset[language]} ${markdownText(dataset.id)} \`${dataset.hash.slice(0, 12)}\`, ${words.measured[language]} ${evidence.measuredAt}, ${markdownText(evidence.tool)}`,
    markdownTable(
      [chapter, area, what, { title: counts, number: true }, { title: value, number: true }, source],
      rows.map((row) => [
        areas[row.area].chapter,
        areas[row.area].name[language],
        markdownText(row.what[language]),
        `${formatNumber(row.numerator, 9)} / ${formatNumber(row.denominator, 9)}`,
        row.value === null ? words.nothing[language] : formatShare(row.value),
        `\`${row.source}\``,
      ]),
    ),
    '',
  ].join('\n\n');
}

/** The three files of the export, by name. */
export function dcmmFiles(evidence: DcmmEvidence): Readonly<Record<string, string>> {
  return {
    'dcmm-evidence.json': `${JSON.stringify(evidence, null, 2)}\n`,
    'dcmm-evidence.csv': dcmmCsv(evidence),
    'dcmm-evidence.zh.md': dcmmMarkdown(evidence, 'zh'),
    'dcmm-evidence.en.md': dcmmMarkdown(evidence, 'en'),
  };
}
