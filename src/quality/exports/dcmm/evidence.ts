import type { DatasetEntry, QualityReport, Sentence } from '../../../workspace/index.ts';

/** Process areas of GB/T 36073-2025 that data and their metadata can say something about; chapters from second-hand sources. */
export const areas = {
  metadata: { chapter: '8', name: { zh: '数据架构 · 元数据', en: 'Data architecture · metadata' } },
  standards: { chapter: '10', name: { zh: '数据标准', en: 'Data standards' } },
  needs: { chapter: '11', name: { zh: '数据质量 · 需求', en: 'Data quality · needs' } },
  checks: { chapter: '11', name: { zh: '数据质量 · 检查', en: 'Data quality · checks' } },
  analysis: { chapter: '11', name: { zh: '数据质量 · 分析', en: 'Data quality · analysis' } },
  improvement: { chapter: '11', name: { zh: '数据质量 · 提升', en: 'Data quality · improvement' } },
} as const satisfies Readonly<Record<string, { chapter: string; name: Sentence }>>;

export interface EvidenceRow {
  readonly area: keyof typeof areas;
  readonly id: string;
  readonly what: Sentence;
  /** `numerator / denominator`; `null` where there is nothing to count. */
  readonly value: number | null;
  readonly numerator: number;
  readonly denominator: number;
  /** File and place that it is counted from. */
  readonly source: string;
}

export interface EvidenceSource {
  readonly report: QualityReport;
  readonly entry: DatasetEntry;
}

type Row = readonly [
  id: string,
  zh: string,
  en: string,
  numerator: number,
  denominator: number,
  source: string,
];

export function evidenceRows(area: EvidenceRow['area'], rows: readonly Row[]): readonly EvidenceRow[] {
  return rows.map(([id, zh, en, numerator, denominator, source]) => ({
    area,
    id,
    what: { zh, en },
    value: denominator > 0 ? numerator / denominator : null,
    numerator,
    denominator,
    source,
  }));
}

/** A measure over all record sets: its counts added up; 0 / 0 where it was not measured. */
export function countsOf({ measures }: QualityReport, id: string): readonly [number, number] {
  const results = measures.flatMap((one) =>
    one.id === id && one.field === undefined && one.result.status === 'measured' ? [one.result] : [],
  );
  return [
    results.reduce((sum, { numerator }) => sum + numerator, 0),
    results.reduce((sum, { denominator }) => sum + denominator, 0),
  ];
}
