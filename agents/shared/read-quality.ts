import type { Language } from '../../src/workspace/index.ts';
import { answers, failure, type QualityAnswer, type Row, read, type Steps } from './tool-data.ts';

export type SafeFilter = Pick<
  QualityAnswer['brief']['safe_filters'][number],
  'recordSet' | 'field' | 'op' | 'value'
>;

/** What a quality report means for whoever uses the dataset. */
export interface QualityView {
  /** `unknown` too where the report could not be read. */
  readonly verdict: string;
  /** Why the data are unfit, as the report says. */
  readonly reasons: readonly string[];
  readonly mustMention: readonly string[];
  readonly filters: readonly SafeFilter[];
  /** What the tool said where it failed. */
  readonly problem: string | undefined;
}

export function* readQuality(dataset: string, language: Language): Steps<QualityView> {
  const [result] = yield [{ name: 'get_quality_report', arguments: { dataset, language } }];
  const report = read(answers.getQualityReport, result);
  if (!report) {
    return { verdict: 'unknown', reasons: [], mustMention: [], filters: [], problem: failure(result) };
  }
  const { brief, gates, verdict } = report;
  const failed = gates.filter(({ passed }) => passed === false).map(({ reason }) => reason);
  return {
    verdict,
    reasons: failed.length > 0 ? failed : brief.do_not_use_for,
    mustMention: brief.must_mention,
    filters: brief.safe_filters,
    problem: undefined,
  };
}

/** The filters of one record set that concern these fields, as conditions of `query_rows`. */
export const conditionsOf = (
  filters: readonly SafeFilter[],
  recordSet: string,
  fields: readonly string[],
): readonly Omit<SafeFilter, 'recordSet'>[] =>
  filters
    .filter((filter) => filter.recordSet === recordSet && fields.includes(filter.field))
    .map(({ field, op, value }) => (value === undefined ? { field, op } : { field, op, value }));

/** Whether a record's value passes a filter; a filter that cannot be applied to it lets nothing through. */
export function passes(
  { op, value }: Pick<SafeFilter, 'op' | 'value'>,
  cell: Row[string] | undefined,
): boolean {
  const absent = cell === undefined || cell === null;
  if (op === 'is_present' || op === 'is_missing') return absent === (op === 'is_missing');
  if (absent || value === undefined) return false;
  if (Array.isArray(value)) return passesList(op, value, cell);
  if (op === '=' || op === '!=') return (cell === value) === (op === '=');
  if (typeof cell !== typeof value) return false;
  switch (op) {
    case '<':
      return cell < value;
    case '<=':
      return cell <= value;
    case '>':
      return cell > value;
    case '>=':
      return cell >= value;
    case 'contains':
      return String(cell).includes(String(value));
    default:
      return false;
  }
}

/** Both ends of a range belong to it. */
function passesList(
  op: string,
  list: readonly (string | number | boolean)[],
  cell: NonNullable<Row[string]>,
): boolean {
  switch (op) {
    case 'in':
    case 'not_in':
      return list.some((value) => value === cell) === (op === 'in');
    case 'between':
    case 'not_between': {
      const [low, high] = list;
      if (low === undefined || high === undefined) return false;
      if (typeof low !== typeof cell || typeof high !== typeof cell) return false;
      return (cell >= low && cell <= high) === (op === 'between');
    }
    default:
      return false;
  }
}
