import type { DatasetEntry, QualityReport } from '../../../workspace/index.ts';
import { conceptIri, partIri } from '../iris.ts';
import { annotationNodes } from './annotations.ts';
import { type Json, literals, qualityPrefixes, qualityTerms, reference } from './context.ts';
import { dimensionNodes } from './dimensions.ts';
import { activityIri, measurementNode } from './measurements.ts';
import { metricNode } from './metrics.ts';

const iriOf = ({ '@id': iri }: Json): Json => ({ '@id': iri });

/** Whether a measurement or an annotation is about the part with this name. */
function targets(node: Json, iri: string): boolean {
  const target = node['dqv:computedOn'] ?? node['oa:hasTarget'];
  return typeof target === 'object' && target !== null && '@id' in target && target['@id'] === iri;
}

/** Record sets and fields that something is said of. */
function partNodes(entry: DatasetEntry): readonly Json[] {
  return entry.recordSets.flatMap((recordSet): Json[] => {
    const iri = partIri(entry, recordSet.id);
    return [
      { '@id': iri, 'dct:identifier': recordSet.id, 'dct:isPartOf': reference(partIri(entry)) },
      ...recordSet.fields.map(({ id, name }) => ({
        '@id': partIri(entry, recordSet.id, id),
        'dct:identifier': id,
        'dct:title': name,
        'dct:isPartOf': reference(iri),
      })),
    ];
  });
}

/** The activity that measured, its program, and the profile of thresholds as the policy it went by. */
export function provenanceNodes(report: QualityReport, entry: DatasetEntry): readonly Json[] {
  const policy = conceptIri('profile', report.profile);
  return [
    {
      '@id': activityIri(report, entry),
      '@type': 'prov:Activity',
      'prov:endedAtTime': report.measuredAt,
      'prov:used': [reference(partIri(entry)), reference(policy)],
      'prov:wasAssociatedWith': { '@type': 'prov:SoftwareAgent', 'dct:title': report.tool },
    },
    {
      '@id': policy,
      '@type': 'dqv:QualityPolicy',
      'dct:title': report.profile,
      'zhuji:thresholds': report.thresholds,
    },
  ];
}

/**
 * A quality report in the W3C Data Quality Vocabulary, as JSON-LD: measurements with metrics, dimensions (ISO/IEC 25012, with the
 * nearest one of `ldqd`) and the indicators of the standards; verdict, gates, requirements, findings and what was not
 * measured as annotations; the profile of thresholds as policy.
 */
export function exportDqv(report: QualityReport, entry: DatasetEntry): Json {
  const whole = partIri(entry);
  const measurements = report.measures.flatMap((one) => measurementNode(one, report, entry));
  const annotations = annotationNodes(report, entry);
  const title = literals(entry.title);
  const ofWhole = (nodes: readonly Json[]) => nodes.filter((node) => targets(node, whole)).map(iriOf);
  return {
    '@context': { ...qualityPrefixes, ...qualityTerms },
    '@graph': [
      {
        '@id': whole,
        '@type': 'dcat:Dataset',
        'dct:identifier': entry.id,
        ...(title.length > 0 && { 'dct:title': title }),
        'zhuji:hash': report.hash,
        'dqv:hasQualityMeasurement': ofWhole(measurements),
        'dqv:hasQualityAnnotation': ofWhole(annotations),
      },
      ...partNodes(entry),
      ...measurements,
      ...annotations,
      ...report.definitions.map(metricNode),
      ...dimensionNodes(report.definitions),
      ...provenanceNodes(report, entry),
    ],
  };
}
