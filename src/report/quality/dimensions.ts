import type { MeasureDefinition, StandardReference, Text } from '../../workspace/index.ts';

export interface Dimension {
  readonly id: string;
  readonly name: Text;
}

/** Dimensions in the order of a report, with what the ids of their indicators begin with in each standard. */
const dimensions: readonly (Dimension & {
  readonly gbt?: string;
  readonly iso?: readonly string[];
  readonly tc609?: string;
})[] = [
  { id: 'completeness', name: { zh: '完整性', en: 'Completeness' }, gbt: '02', iso: ['Com'] },
  { id: 'accuracy', name: { zh: '准确性', en: 'Accuracy' }, gbt: '03', iso: ['Acc', 'Pre'] },
  { id: 'consistency', name: { zh: '一致性', en: 'Consistency' }, gbt: '04', iso: ['Con'] },
  { id: 'timeliness', name: { zh: '时效性', en: 'Timeliness' }, gbt: '05', iso: ['Cur', 'Tml'] },
  { id: 'conformity', name: { zh: '规范性', en: 'Conformity' }, gbt: '01', iso: ['Cmp', 'Und'] },
  { id: 'accessibility', name: { zh: '可访问性', en: 'Accessibility' }, gbt: '06', iso: ['Acs', 'Ava'] },
  { id: 'credibility', name: { zh: '可信性', en: 'Credibility' }, iso: ['Cre', 'Tra', 'Aud'] },
  { id: 'balance', name: { zh: '均衡性', en: 'Balance' }, iso: ['Bal'] },
  {
    id: 'representativeness',
    name: { zh: '代表性与多样性', en: 'Representativeness and diversity' },
    iso: ['Rep', 'Div'],
  },
  { id: 'relevance', name: { zh: '相关性', en: 'Relevance' }, iso: ['Rel'] },
  { id: 'similarity', name: { zh: '相似性', en: 'Similarity' }, iso: ['Sim', 'Idn'] },
  { id: 'effectiveness', name: { zh: '有效性', en: 'Effectiveness' }, iso: ['Eft', 'Eff'] },
  { id: 'documentation', name: { zh: '说明文档', en: 'Documentation' }, tc609: '01' },
  { id: 'data_quality', name: { zh: '数据质量', en: 'Data quality' }, tc609: '02' },
  { id: 'use_by_models', name: { zh: '模型应用', en: 'Use by models' }, tc609: '03' },
];

const other: Dimension = { id: 'other', name: { zh: '标准之外', en: 'Beyond the standards' } };

const places: readonly [
  StandardReference['standard'],
  (one: (typeof dimensions)[number], id: string) => boolean,
][] = [
  ['GB/T 36344-2018', ({ gbt }, id) => gbt !== undefined && id.startsWith(gbt)],
  ['ISO/IEC 5259-2:2024', ({ iso }, id) => iso?.some((prefix) => id.startsWith(prefix)) ?? false],
  ['ISO/IEC 25024:2015', ({ iso }, id) => iso?.some((prefix) => id.startsWith(prefix)) ?? false],
  ['TC609-5-2025-04', ({ tc609 }, id) => tc609 !== undefined && id.startsWith(tc609)],
];

/** The dimension of a measure: by GB/T 36344 where it answers to that, else by the ISO standards, else by TC609. */
export function dimensionOf({ standards }: Pick<MeasureDefinition, 'standards'>): Dimension {
  for (const [standard, matches] of places) {
    const reference = standards.find((one) => one.standard === standard);
    const found = reference && dimensions.find((one) => matches(one, reference.id));
    if (found) return found;
  }
  return other;
}

/** All dimensions, in the order of a report. */
export const orderedDimensions: readonly Dimension[] = [...dimensions, other];
