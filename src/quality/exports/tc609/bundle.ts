import { stringify } from 'csv-stringify/sync';
import { renderQualityHtml, renderQualityMarkdown } from '../../../report/index.ts';
import type { Finding } from '../../../workspace/index.ts';
import { tc609Indicators } from '../../registry/tc609/indicators.ts';
import type { AssessmentForm, AssessmentSource } from './form.ts';
import { formHtml } from './html.ts';
import { formMarkdown } from './markdown.ts';

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
const csv = (rows: readonly object[], columns: readonly string[]): string =>
  stringify([...rows], { header: true, columns: [...columns], bom: true, escape_formulas: true });

function findingsCsv(findings: readonly Finding[]): string {
  const columns = ['id', 'kind', 'severity', 'record_set', 'fields', 'count', 'message_zh', 'message_en'];
  return csv(
    findings.map((one) => ({
      id: one.id,
      kind: one.kind,
      severity: one.severity,
      record_set: one.recordSet,
      fields: one.fields.join(' '),
      count: one.count,
      message_zh: one.message.zh,
      message_en: one.message.en,
      remedy_zh: one.remedy.zh,
      remedy_en: one.remedy.en,
      query: one.query && JSON.stringify(one.query),
    })),
    [...columns, 'remedy_zh', 'remedy_en', 'query'],
  );
}

/** The rows that findings name: ten of each at most; the query of the finding shows the others. */
function rowsCsv(findings: readonly Finding[]): string {
  return csv(
    findings.flatMap(({ id, recordSet, rows, count }) =>
      rows.map((row) => ({ finding: id, record_set: recordSet, row, records_in_all: count })),
    ),
    ['finding', 'record_set', 'row', 'records_in_all'],
  );
}

/**
 * The files of the evidence bundle, by name: the form, and all that it refers to. `document`: the dataset's Croissant description as
 * it lies in the workspace.
 */
export function assessmentBundle(
  form: AssessmentForm,
  { report, entry, inspection, evaluation }: AssessmentSource,
  document: Readonly<Record<string, unknown>>,
): Readonly<Record<string, string>> {
  return {
    'form.json': json(form),
    'form.zh.html': formHtml(form, 'zh'),
    'form.en.html': formHtml(form, 'en'),
    'form.zh.md': formMarkdown(form, 'zh'),
    'form.en.md': formMarkdown(form, 'en'),
    'report.json': json(report),
    'report.zh.html': renderQualityHtml(report, 'zh'),
    'report.en.html': renderQualityHtml(report, 'en'),
    'report.zh.md': renderQualityMarkdown(report, 'zh'),
    'report.en.md': renderQualityMarkdown(report, 'en'),
    'findings.json': json(report.findings),
    'findings.csv': findingsCsv(report.findings),
    'finding-rows.csv': rowsCsv(report.findings),
    'definitions.json': json({ measures: report.definitions, indicators: tc609Indicators }),
    'profile.json': json({
      profile: report.profile,
      thresholds: report.thresholds,
      weights: report.weights,
    }),
    'dataset.json': json({ id: entry.id, version: entry.version, hash: entry.hash, files: entry.files }),
    'croissant.json': json(document),
    ...(inspection && { 'inspection.json': json(inspection) }),
    ...(evaluation && { 'evaluation.json': json(evaluation) }),
  };
}
