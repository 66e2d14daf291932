import type {
  AgentBrief,
  Finding,
  Language,
  MeasureResult,
  QualityReport,
  StandardReference,
  TableQuery,
} from '../../workspace/index.ts';
import { formatNumber, formatShare } from '../numbers.ts';
import { inLanguage, reasonWords, words } from './words.ts';

export function placeOf({ recordSet, fields }: Finding, language: Language): string {
  if (recordSet === '') return inLanguage(words.wholeDataset, language);
  const shown = fields.slice(0, 4).join(', ');
  if (fields.length === 0) return recordSet;
  return `${recordSet}: ${shown}${fields.length > 4 ? ` … (${fields.length})` : ''}`;
}

/** A value as per cent, or why there is none. */
export function shownValue({ result, scanned }: MeasureResult, language: Language): string {
  if (result.status === 'not_measured') return notMeasured(result.reason, result.missing, language);
  const note = inLanguage(words.scanned, language).replace('{n}', formatNumber(scanned));
  return `${formatShare(result.value)}${scanned === undefined ? '' : ` (${note})`}`;
}

function notMeasured(reason: string, missing: readonly string[], language: Language): string {
  const known = reasonWords[reason];
  const lacks = missing.length > 0 ? ` (${inLanguage(words.missing, language)}: ${missing.join(', ')})` : '';
  const why = known ? inLanguage(known, language) : `${reason}${lacks}`;
  return `${inLanguage(words.notMeasured, language)}: ${why}`;
}

/** Records concerned; blank for the dataset as a whole. */
export function recordsOf({ recordSet, count }: Finding): string {
  return recordSet === '' ? '' : formatNumber(count, 9);
}

export function countsOf({ result }: MeasureResult): string {
  return result.status === 'measured'
    ? `${formatNumber(result.numerator, 9)} / ${formatNumber(result.denominator, 9)}`
    : '–';
}

export function filterOf({ recordSet, field, op, value }: AgentBrief['safe_filters'][number]): string {
  return `${recordSet}: ${field} ${op}${value === undefined ? '' : ` ${JSON.stringify(value)}`}`;
}

export function standardOf({ standard, id, basis }: StandardReference): string {
  return `${standard} ${id}${basis === 'unverified' ? ' *' : ''}`;
}

export function queryOf(query: TableQuery): string {
  return JSON.stringify(query);
}

/** Record sets of a report's measures, the dataset as a whole (`''`) first. */
export function recordSetsOf({ measures }: QualityReport): readonly string[] {
  return [...new Set(measures.map(({ recordSet }) => recordSet))];
}

/** Measures of a record set's fields as a grid: one row per field, one column per measure that has values of fields. */
export function fieldGrid(report: QualityReport, recordSet: string) {
  const ofFields = report.measures.filter(
    (one) => one.recordSet === recordSet && one.field !== undefined && one.result.status === 'measured',
  );
  const columns = report.definitions.filter(({ id }) => ofFields.some((one) => one.id === id));
  const fields = [...new Set(ofFields.flatMap(({ field }) => (field === undefined ? [] : [field])))];
  const valueAt = (field: string, id: string): number | null => {
    const one = ofFields.find((candidate) => candidate.id === id && candidate.field === field);
    return one?.result.status === 'measured' ? one.result.value : null;
  };
  return { columns, fields, valueAt };
}
