import { createHash } from 'node:crypto';
import type { DatasetEntry, MeasureResult, QualityReport, RecordSet } from '../../workspace/index.ts';
import { findingRules } from '../findings/index.ts';

type Json = Record<string, unknown>;

const producer = 'urn:zhuji:check';
const specification = 'https://openlineage.io/spec';

/** Versions of the facets that this writes. */
const facets = {
  dataQualityMetrics: '1-0-2/DataQualityMetricsInputDatasetFacet',
  dataQualityAssertions: '1-0-1/DataQualityAssertionsDatasetFacet',
  schema: '1-1-1/SchemaDatasetFacet',
  version: '1-0-1/DatasetVersionDatasetFacet',
} as const;

function facet(name: keyof typeof facets, content: Json): Json {
  const [version = '', type = ''] = facets[name].split('/');
  return {
    [name]: {
      _producer: producer,
      _schemaURL: `${specification}/facets/${version}/${type}.json#/$defs/${type}`,
      ...content,
    },
  };
}

/** A name-based UUID (RFC 9562, version 8): one measurement keeps one run id, however often it is exported. */
function runId({ dataset, hash, scenario, measuredAt }: QualityReport): string {
  const digest = createHash('sha256').update([dataset, hash, scenario, measuredAt].join('\n')).digest('hex');
  const variant = ((Number.parseInt(digest.slice(16, 17), 16) & 3) | 8).toString(16);
  return [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `8${digest.slice(13, 16)}`,
    `${variant}${digest.slice(17, 20)}`,
    digest.slice(20, 32),
  ].join('-');
}

/** The counts and extremes of each field; a time is no number there. */
function metrics({ rows, fields }: RecordSet): Json {
  const columns = fields.flatMap(({ id, statistics }) => {
    if (!statistics) return [];
    const { count, missing, distinct, min, max, mean } = statistics;
    return [
      [
        id,
        {
          nullCount: missing,
          distinctCount: distinct,
          count,
          ...(mean !== undefined && { sum: mean * count }),
          ...(typeof min === 'number' && { min }),
          ...(typeof max === 'number' && { max }),
        },
      ],
    ] as const;
  });
  return { rowCount: rows, columnMetrics: Object.fromEntries(columns) };
}

/** A measure holds where it was measured, and none of its findings is more than information. */
function holds({ id, recordSet, field }: MeasureResult, { findings }: QualityReport): boolean {
  const kinds = findingRules.filter(({ measure }) => measure === id).map(({ kind }) => kind);
  return !findings.some(
    (finding) =>
      finding.recordSet === recordSet &&
      finding.severity !== 'info' &&
      kinds.includes(finding.kind) &&
      (field === undefined || finding.fields.length === 0 || finding.fields.includes(field)),
  );
}

function assertions(report: QualityReport, recordSet: string): readonly Json[] {
  return report.measures
    .filter((one) => one.recordSet === recordSet && one.result.status === 'measured')
    .map((one) => ({
      assertion: one.id,
      success: holds(one, report),
      ...(one.field !== undefined && { column: one.field }),
    }));
}

/**
 * A report as an OpenLineage run event. The dataset as a whole is an input with the gates as assertions; each record set is one with
 * row and column metrics, and an assertion for each measure: it succeeds where no finding above information rests on it. A
 * gate or measure without a value asserts nothing.
 */
export function exportOpenLineage(report: QualityReport, entry: DatasetEntry): Json {
  const namespace = 'zhuji';
  const version = facet('version', { datasetVersion: report.hash });
  const gates = report.gates.flatMap(({ id, passed }) =>
    passed === null ? [] : [{ assertion: `gate:${id}`, success: passed }],
  );
  return {
    eventType: 'COMPLETE',
    eventTime: report.measuredAt,
    producer,
    schemaURL: `${specification}/2-0-2/OpenLineage.json#/$defs/RunEvent`,
    run: { runId: runId(report) },
    job: { namespace, name: `check.${entry.id}${report.scenario === null ? '' : `.${report.scenario}`}` },
    inputs: [
      {
        namespace,
        name: entry.id,
        facets: version,
        inputFacets: facet('dataQualityAssertions', {
          assertions: [...gates, ...assertions(report, '')],
        }),
      },
      ...entry.recordSets.map((recordSet) => ({
        namespace,
        name: `${entry.id}.${recordSet.id}`,
        facets: {
          ...version,
          ...facet('schema', {
            fields: recordSet.fields.map(({ id, type, description }) => ({
              name: id,
              type,
              ...((description.en ?? description.zh) && { description: description.en ?? description.zh }),
            })),
          }),
        },
        inputFacets: {
          ...facet('dataQualityMetrics', metrics(recordSet)),
          ...facet('dataQualityAssertions', { assertions: assertions(report, recordSet.id) }),
        },
      })),
    ],
    outputs: [],
  };
}
