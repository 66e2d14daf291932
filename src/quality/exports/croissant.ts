import type { DatasetEntry, MeasureResult, QualityReport } from '../../workspace/index.ts';
import { ZhujiError } from '../../workspace/index.ts';
import { annotationNodes } from './dqv/annotations.ts';
import { type Json, qualityPrefixes, qualityTerms, reference } from './dqv/context.ts';
import { dimensionNodes } from './dqv/dimensions.ts';
import { provenanceNodes } from './dqv/index.ts';
import { definitionsOf, measurementNode } from './dqv/measurements.ts';
import { metricNode } from './dqv/metrics.ts';
import { metricIri, partIri } from './iris.ts';

const isNode = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const listOf = (value: unknown): readonly unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

/** Measured values as Croissant annotations; their data type is the metric that they are values of. */
function annotated(node: Json, results: readonly MeasureResult[], report: QualityReport): Json {
  const definitions = definitionsOf(report);
  const added = results.flatMap(({ id, result, scanned }): Json[] => {
    const definition = definitions.get(id);
    if (result.status !== 'measured' || !definition) return [];
    return [
      {
        '@type': 'cr:Field',
        '@id': `${String(node['@id'])}/quality/${id}`,
        name: id,
        value: result.value,
        dataType: 'sc:Float',
        'zhuji:numerator': result.numerator,
        'zhuji:denominator': result.denominator,
        ...(scanned !== undefined && { 'zhuji:recordsRead': scanned }),
        'dqv:isMeasurementOf': reference(metricIri(definition)),
      },
    ];
  });
  return added.length === 0 ? node : { ...node, annotation: [...listOf(node['annotation']), ...added] };
}

function withMeasures(node: unknown, report: QualityReport): unknown {
  if (!isNode(node)) return node;
  const id = node['@id'];
  const own = report.measures.filter(({ recordSet }) => recordSet === id);
  if (own.length === 0) return node;
  const fields = listOf(node['field']).map((field) =>
    isNode(field)
      ? annotated(
          field,
          own.filter((one) => one.field !== undefined && `${one.recordSet}/${one.field}` === field['@id']),
          report,
        )
      : field,
  );
  return {
    ...annotated(
      node,
      own.filter(({ field }) => field === undefined),
      report,
    ),
    field: fields,
  };
}

/**
 * The dataset's Croissant 1.1 document with the report's values as annotations of its record sets and fields. Counts, extremes,
 * means and missing values stand there already in DDI terms; what Croissant has no annotation for is said in DQV in the
 * same JSON-LD: values of the dataset as a whole, metrics, verdict, gates, findings. Error: `invalid_metadata` for a document
 * whose context is not written out.
 */
export function exportCroissant(report: QualityReport, entry: DatasetEntry, document: Json): Json {
  const context = document['@context'];
  if (!isNode(context)) {
    throw new ZhujiError(
      'invalid_metadata',
      {
        en: `The croissant.json of "${entry.id}" has no context of its own to extend`,
        zh: `"${entry.id}" 的 croissant.json 没有可扩展的自带上下文`,
      },
      {
        recovery: { en: 'Add the dataset anew with "zhuji add".', zh: '请用 "zhuji add" 重新加入数据集。' },
        details: { dataset: entry.id },
      },
    );
  }
  const whole = report.measures.filter(({ recordSet }) => recordSet === '');
  return {
    ...document,
    '@context': { ...context, ...qualityPrefixes, ...qualityTerms },
    recordSet: listOf(document['recordSet']).map((one) => withMeasures(one, report)),
    'zhuji:measured': {
      '@id': partIri(entry),
      'zhuji:hash': report.hash,
      'dqv:hasQualityMeasurement': whole.flatMap((one) => measurementNode(one, report, entry)),
      'dqv:hasQualityAnnotation': annotationNodes(report, entry),
      'zhuji:metric': report.definitions.map(metricNode),
      'zhuji:dimension': dimensionNodes(report.definitions),
      'zhuji:provenance': provenanceNodes(report, entry),
    },
  };
}
