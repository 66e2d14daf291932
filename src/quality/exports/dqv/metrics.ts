import type { MeasureDefinition, StandardReference } from '../../../workspace/index.ts';
import { indicator } from '../../registry/index.ts';
import { conceptIri, metricIri } from '../iris.ts';
import { type Json, literals, reference } from './context.ts';
import { dimensionReferences } from './dimensions.ts';

/** Which indicator of a standard a measure answers to, and how sure that is. */
function assignment({ standard, id, basis }: StandardReference): Json {
  const { name } = indicator(standard, id);
  return {
    'zhuji:basis': basis,
    'zhuji:indicator': {
      '@id': conceptIri('indicator', `${standard} ${id}`),
      '@type': 'skos:Concept',
      'skos:notation': id,
      'skos:prefLabel': literals(name),
      'zhuji:standard': standard,
    },
  };
}

export function metricNode(definition: MeasureDefinition): Json {
  const { id, version, name, formula, direction, standards } = definition;
  return {
    '@id': metricIri(definition),
    '@type': 'dqv:Metric',
    'dct:identifier': id,
    'zhuji:version': version,
    'skos:prefLabel': literals(name),
    'skos:definition': literals(formula),
    'dqv:expectedDataType': reference('xsd:double'),
    'dqv:inDimension': dimensionReferences(definition),
    'zhuji:direction': direction,
    ...(standards.length > 0 && { 'zhuji:assignment': standards.map(assignment) }),
  };
}
