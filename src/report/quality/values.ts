import type {
  AgentBrief,
  Finding,
  Interval,
  Language,
  MeasureResult,
  QualityReport,
  RequirementResult,
  StandardReference,
  TableQuery,
} from '../../workspace/index.ts';
import { formatNumber, formatShare } from '../numbers.ts';
import type { MeasureGroup } from './measure-groups.ts';
import { words } from './page-words.ts';
import { sayIn } from './say.ts';
import { inLanguage, reasonWords } from './words.ts';

export function placeOf({ recordSet, fields }: Finding, language: Language): string {
  if (recordSet === '') return inLanguage(words.wholeDataset, language);
  const shown = fields.slice(0, 2).join(', ');
  if (fields.length === 0) return recordSet;
  return `${recordSet}: ${shown}${fields.length > 2 ? ` … (${fields.length})` : ''}`;
}

/** A value as per cent, or why there is none. */
export function shownValue({ result, scanned }: MeasureResult, language: Language): string {
  if (result.status === 'not_measured') return notMeasured(result.reason, result.missing, language);
  const note = sayIn(language)(words.scanned, { n: formatNumber(scanned) });
  return `${formatShare(result.value)}${scanned === undefined ? '' : ` (${note})`}`;
}

function notMeasured(reason: string, missing: readonly string[], language: Language): string {
  const known = reasonWords[reason];
  const lacks = missing.length > 0 ? ` (${inLanguage(words.missing, language)}: ${missing.join(', ')})` : '';
  const why = known ? inLanguage(known, language) : `${reason}${lacks}`;
  return `${inLanguage(words.notMeasured, language)}: ${why}`;
}

/** What a measure says of its fields: how many have a value, the worst of them, and why others have none. */
export function shownFields(group: MeasureGroup, language: Language): string {
  const say = sayIn(language);
  const { fields, definition, unmeasured } = group;
  const parts: string[] = [];
  const [worst] = fields;
  if (worst && fields.length === 1) parts.push(`${worst.field}: ${formatShare(worst.value)}`);
  else if (worst) {
    const most = definition.direction === 'higher_is_better' ? words.lowest : words.highest;
    const values = fields.every(({ value }) => value === worst.value)
      ? formatShare(worst.value)
      : `${say(most)} ${formatShare(worst.value)} (${worst.field})`;
    parts.push(`${say(words.fieldsMeasured, { n: fields.length })}: ${values}`);
  }
  for (const { example, count } of unmeasured) {
    parts.push(`${shownValue(example, language)} (${count === 1 ? (example.field ?? '') : count})`);
  }
  return parts.join('; ');
}

/** Records concerned; blank for the dataset as a whole. */
export function recordsOf({ recordSet, count }: Finding): string {
  return recordSet === '' ? '' : formatNumber(count, 9);
}

export function countsOf(measure: MeasureResult | undefined): string {
  const result = measure?.result;
  return result?.status === 'measured'
    ? `${formatNumber(result.numerator, 9)} / ${formatNumber(result.denominator, 9)}`
    : '';
}

const magnitudeUnits: Readonly<Record<string, { zh: string; en: string }>> = {
  records: { zh: '条记录', en: 'records' },
  factor: { zh: '倍', en: 'times' },
  sd: { zh: '个标准差', en: 'standard deviations' },
  time: { zh: '个时间单位', en: 'units of time' },
};

/** `4.2 standard deviations`, `35 %`; `''` where there is none. */
export function magnitudeOf({ magnitude }: Finding, language: Language): string {
  if (!magnitude) return '';
  const { value, unit } = magnitude;
  if (unit === 'r') return `r = ${formatNumber(value)}`;
  return `${formatNumber(value)} ${magnitudeUnits[unit]?.[language] ?? unit}`.trim();
}

/** `rows 5–9, 2026-01-01T00:00:00 – 2026-01-01T00:05:00, M3`. */
export function shownInterval({ from, to, start, end, series }: Interval, language: Language): string {
  const rows = from === to ? formatNumber(from, 12) : `${formatNumber(from, 12)}–${formatNumber(to, 12)}`;
  const times =
    start === undefined ? '' : ` (${start}${end === undefined || end === start ? '' : ` – ${end}`})`;
  return `${inLanguage(words.rows, language)} ${rows}${times}${series ? `, ${series}` : ''}`;
}

export function targetOf({ target }: RequirementResult): string {
  return target ? `${target.op} ${formatNumber(target.value)} ${target.unit}`.trim() : '';
}

/** The command that repairs a finding. */
export function repairCommand({ dataset }: QualityReport, { id }: Finding): string {
  return `zhuji repair ${asWord(dataset)} --finding ${asWord(id)}`;
}

export function acceptCommand({ dataset }: QualityReport): string {
  return `zhuji check ${asWord(dataset)} --accept`;
}

/** A word of a command line: in double quotes where a shell would split it. */
function asWord(text: string): string {
  return /^[\p{L}\p{N}_.:@/-]+$/u.test(text) ? text : `"${text.replace(/["\\$`]/g, '\\$&')}"`;
}

export function filterOf({ recordSet, field, op, value }: AgentBrief['safe_filters'][number]): string {
  return `${recordSet}: ${field} ${op}${value === undefined ? '' : ` ${JSON.stringify(value)}`}`;
}

export function standardOf({ standard, id, basis }: StandardReference): string {
  return `${standard} ${id}${basis === 'unverified' ? ' *' : ''}`;
}

export function queryOf(query: TableQuery): string {
  const where = query.where.map((condition) =>
    Array.isArray(condition.value) && condition.value.length > 50
      ? { ...condition, value: condition.value.slice(0, 50) }
      : condition,
  );
  return JSON.stringify({ ...query, where });
}

/** Findings of one kind, in the order of the first of each kind: the gravest first. */
export function byKind(findings: readonly Finding[]): readonly (readonly Finding[])[] {
  const kinds = new Map<string, Finding[]>();
  for (const finding of findings) {
    const known = kinds.get(finding.kind) ?? [];
    known.push(finding);
    kinds.set(finding.kind, known);
  }
  return [...kinds.values()];
}

/** Values by field and measure. */
export function fieldGrid(groups: readonly MeasureGroup[]) {
  const columns = groups.filter(({ fields }) => fields.length > 0);
  const values = columns.map(({ fields }) => new Map(fields.map(({ field, value }) => [field, value])));
  const fields = [...new Set(values.flatMap((one) => [...one.keys()]))];
  return {
    columns: columns.map(({ definition }) => definition),
    rows: fields.map((field) => ({ field, values: values.map((one) => one.get(field) ?? null) })),
  };
}
