import type {
  DatasetEntry,
  Field,
  FieldType,
  MeasureResult,
  QualityReport,
  RecordSet,
  Text,
} from '../../workspace/index.ts';
import { odcsCheck } from './odcs-check.ts';

type Json = Record<string, unknown>;

const logicalTypes: Readonly<Record<FieldType, string>> = {
  integer: 'integer',
  number: 'number',
  boolean: 'boolean',
  string: 'string',
  date: 'date',
  datetime: 'timestamp',
  time: 'time',
  structure: 'string',
};

const inEnglish = ({ en, zh }: Text): string | undefined => en ?? zh;

const property = (name: string, value: unknown): Json => ({ property: name, value });

/** Ids of the standard hold ASCII letters, digits, `-` and `_` only; others go without. */
const stableId = (id: string): Json => (/^[A-Za-z0-9_-]+$/.test(id) ? { id } : {});

function typeOptions({ type, range, pattern }: Field): Json {
  if (type === 'string' && pattern !== undefined) return { logicalTypeOptions: { pattern } };
  if ((type !== 'integer' && type !== 'number') || !range) return {};
  const { min, max } = range;
  return {
    logicalTypeOptions: {
      ...(min !== undefined && { minimum: min }),
      ...(max !== undefined && { maximum: max }),
    },
  };
}

function propertyOf(field: Field, { key = [] }: RecordSet, quality: readonly Json[]): Json {
  const description = inEnglish(field.description);
  const businessName = field.title && inEnglish(field.title);
  const position = key.indexOf(field.id) + 1;
  const custom = [
    ...(field.unit ? [property('unit', field.unit.symbol)] : []),
    ...(field.unit?.ucum ? [property('unitUcum', field.unit.ucum)] : []),
    ...(field.role ? [property('role', field.role)] : []),
    ...(field.values ? [property('allowedValues', field.values)] : []),
  ];
  return {
    ...stableId(field.id),
    name: field.id,
    physicalName: field.name,
    ...(businessName !== undefined && { businessName }),
    ...(description !== undefined && { description }),
    logicalType: logicalTypes[field.type],
    ...typeOptions(field),
    ...(position > 0 && { primaryKey: true, primaryKeyPosition: position }),
    ...(custom.length > 0 && { customProperties: custom }),
    ...(quality.length > 0 && { quality }),
  };
}

function objectOf(recordSet: RecordSet, report: QualityReport): Json {
  const own = report.measures.filter((one) => one.recordSet === recordSet.id);
  const checks = (measures: readonly MeasureResult[]) =>
    measures.map((one) => odcsCheck(one, report, recordSet));
  const businessName = inEnglish(recordSet.title);
  const whole = checks(own.filter(({ field }) => field === undefined));
  return {
    ...stableId(recordSet.id),
    name: recordSet.id,
    physicalType: 'table',
    ...(businessName !== undefined && { businessName }),
    logicalType: 'object',
    properties: recordSet.fields.map((field) =>
      propertyOf(field, recordSet, checks(own.filter((one) => one.field === field.id))),
    ),
    ...(whole.length > 0 && { quality: whole }),
  };
}

/**
 * A data contract of the Open Data Contract Standard 3.1.0 with the checks of the report and their latest results. It is a draft: nobody
 * agreed to it yet. What the standard has no place for stands in custom properties: results, verdict, gates, findings.
 */
export function exportOdcs(report: QualityReport, entry: DatasetEntry): Json {
  const description = inEnglish(entry.description);
  const name = inEnglish(entry.title);
  const dataset = report.measures.filter(({ recordSet }) => recordSet === '');
  return {
    apiVersion: 'v3.1.0',
    kind: 'DataContract',
    id: entry.id,
    version: entry.version === '' ? 'unknown' : entry.version,
    status: 'draft',
    ...(name !== undefined && { name }),
    ...(description !== undefined && { description: { purpose: description } }),
    schema: entry.recordSets.map((recordSet) => objectOf(recordSet, report)),
    customProperties: [
      property('datasetHash', report.hash),
      property('license', entry.license),
      property('measuredBy', report.tool),
      property('measuredAt', report.measuredAt),
      property('profile', report.profile),
      property('scenario', report.scenario),
      property('verdict', report.verdict),
      property(
        'gates',
        report.gates.map(({ id, passed, reason }) => ({ id, passed, reason })),
      ),
      property(
        'requirements',
        report.requirements.map(({ id, kind, level, status, target, actual }) => ({
          id,
          kind,
          level,
          status,
          ...(target && { target }),
          ...(actual !== undefined && { actual }),
        })),
      ),
      property(
        'findings',
        report.findings.map(({ id, severity, count, message }) => ({ id, severity, count, message })),
      ),
      property(
        'datasetMeasures',
        dataset.map(({ id, result }) => ({ id, ...result })),
      ),
    ],
  };
}
