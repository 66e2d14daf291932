import type { MeasureDefinition, Sentence } from '../../../workspace/index.ts';
import { type Indicator, indicator, standards } from '../../registry/index.ts';
import { conceptIri } from '../iris.ts';
import { type Json, literals, reference } from './context.ts';

/** Characteristics of ISO/IEC 25012 by its points of view. */
const characteristics: Readonly<Record<string, Sentence>> = Object.fromEntries(
  (
    [
      [
        { en: 'Inherent', zh: '固有' },
        ['Accuracy', 'Completeness', 'Consistency', 'Credibility', 'Currentness'],
      ],
      [
        { en: 'Inherent and system-dependent', zh: '固有且依赖系统' },
        [
          'Accessibility',
          'Compliance',
          'Confidentiality',
          'Efficiency',
          'Precision',
          'Traceability',
          'Understandability',
        ],
      ],
      [{ en: 'System-dependent', zh: '依赖系统' }, ['Availability', 'Portability', 'Recoverability']],
    ] as const
  ).flatMap(([category, names]) => names.map((name) => [name, category] as const)),
);

/** Dimensions of the Linked Data quality list of DQV that come near; our own assignment. */
const near: Readonly<Record<string, string>> = {
  Accuracy: 'semanticAccuracy',
  Completeness: 'completeness',
  Consistency: 'consistency',
  Credibility: 'trustworthiness',
  Currentness: 'timeliness',
  Timeliness: 'timeliness',
  Accessibility: 'availability',
  Availability: 'availability',
  Confidentiality: 'security',
  Efficiency: 'performance',
  Portability: 'interoperability',
  Relevance: 'relevancy',
  Understandability: 'understandability',
};

const unassigned = {
  name: { en: 'Assigned to no dimension of a standard', zh: '未归入任何标准的维度' },
  scheme: 'zhuji',
};

interface DimensionName {
  readonly name: Sentence;
  /** The standard whose dimension it is. */
  readonly scheme: string;
}

const iriOf = ({ name, scheme }: DimensionName): string => conceptIri('dimension', `${scheme} ${name.en}`);

/** ISO/IEC 5259-2 and 25024 measure the characteristics of 25012; what they add is theirs. */
function nameOf({ standard, dimension }: Indicator): DimensionName {
  const iso = standard === standards.iso5259 || standard === standards.iso25024;
  return { name: dimension, scheme: iso && dimension.en in characteristics ? 'ISO/IEC 25012' : standard };
}

/** The dimensions that a measure's indicators lie in, each once, ISO/IEC 25012 first. */
export function dimensionsOf({ standards: references }: MeasureDefinition): readonly DimensionName[] {
  const all = references.map(({ standard, id }) => nameOf(indicator(standard, id)));
  const each = new Map(all.map((one) => [iriOf(one), one]));
  const iso = (one: DimensionName) => Number(!one.scheme.startsWith('ISO'));
  const found = [...each.values()].toSorted((a, b) => iso(a) - iso(b));
  return found.length > 0 ? found : [unassigned];
}

export const dimensionReferences = (definition: MeasureDefinition): readonly Json[] =>
  dimensionsOf(definition).map((one) => reference(iriOf(one)));

/** The dimensions of these measures as nodes, with their categories. */
export function dimensionNodes(definitions: readonly MeasureDefinition[]): readonly Json[] {
  const dimensions = new Map(definitions.flatMap(dimensionsOf).map((one) => [iriOf(one), one]));
  const categories = new Map<string, Json>();
  const nodes = [...dimensions].map(([iri, { name, scheme }]): Json => {
    const category = scheme === 'ISO/IEC 25012' ? characteristics[name.en] : undefined;
    const close = near[name.en];
    const categoryIri = category && conceptIri('category', `ISO/IEC 25012 ${category.en}`);
    if (category && categoryIri !== undefined) {
      categories.set(categoryIri, {
        '@id': categoryIri,
        '@type': 'dqv:Category',
        'skos:prefLabel': literals(category),
      });
    }
    return {
      '@id': iri,
      '@type': 'dqv:Dimension',
      'skos:prefLabel': literals(name),
      'zhuji:standard': scheme,
      ...(categoryIri !== undefined && { 'dqv:inCategory': reference(categoryIri) }),
      ...(close !== undefined && { 'skos:closeMatch': reference(`ldqd:${close}`) }),
    };
  });
  return [...nodes, ...categories.values()];
}
