import { z } from 'zod';
import { tool } from '../src/server/tool.ts';
import { type Text, textIn, verdicts } from '../src/workspace/index.ts';
import { describeFinding, describeMeasure, findingSchema, measureSchema } from './describe-quality.ts';
import { languageParameter, pageParameter } from './parameters.ts';

export const getQualityReport = tool({
  name: 'get_quality_report',
  title: { en: 'Read the quality report', zh: '读取质量报告' },
  description:
    'How far a dataset can be trusted: verdict, gates, findings with places and remedies, and the brief ' +
    '(use_for, do_not_use_for, must_mention, safe_filters to put into query_rows).',
  input: z.object({
    dataset: z.string().describe('Dataset id'),
    detail: z
      .enum(['concise', 'detailed'])
      .optional()
      .describe('detailed adds every measure, and rows and remedies'),
    language: languageParameter,
    page: pageParameter,
  }),
  output: z.object({
    dataset: z.string(),
    hash: z.string(),
    verdict: z.enum(verdicts),
    profile: z.string(),
    measured_at: z.string(),
    uri: z.string(),
    gates: z.array(
      z.object({
        id: z.string(),
        passed: z.boolean().nullable(),
        reason: z.string(),
      }),
    ),
    brief: z.object({
      use_for: z.array(z.string()),
      do_not_use_for: z.array(z.string()),
      must_mention: z.array(z.string()),
      safe_filters: z.array(z.record(z.string(), z.unknown())),
    }),
    measures: z.array(measureSchema).optional(),
    findings: z.array(findingSchema),
  }),
  pageSize: 50,
  suggestions: { not_found: 'search_catalog' },
  async answer(input, page, { workspace }) {
    const language = input.language ?? 'en';
    const detailed = input.detail === 'detailed';
    const report = await workspace.quality.report(input.dataset);
    const texts = (list: readonly Text[]) => list.map((text) => textIn(text, language));
    return {
      head: {
        dataset: report.dataset,
        hash: report.hash,
        verdict: report.verdict,
        profile: report.profile,
        measured_at: report.measuredAt,
        uri: `zhuji://quality/${encodeURIComponent(report.dataset)}`,
        gates: report.gates.map(({ id, passed, reason }) => ({
          id,
          passed,
          reason: textIn(reason, language),
        })),
        brief: {
          use_for: texts(report.brief.use_for),
          do_not_use_for: texts(report.brief.do_not_use_for),
          must_mention: texts(report.brief.must_mention),
          safe_filters: report.brief.safe_filters,
        },
        ...(detailed && {
          measures: report.measures.map((measure) => describeMeasure(measure, language)),
        }),
      },
      items: {
        key: 'findings',
        values: report.findings
          .slice(page.offset, page.offset + page.limit)
          .map((finding) => describeFinding(finding, language, detailed)),
        offset: page.offset,
        total: report.findings.length,
      },
    };
  },
});
