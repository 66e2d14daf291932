import { z } from 'zod';
import { tool } from '../src/server/tool.ts';
import { type Language, type QualityReport, type Text, textIn, verdicts } from '../src/workspace/index.ts';
import { describeMeasures, measureSchema } from './describe-measures.ts';
import {
  describeFinding,
  describeProposal,
  describeRequirement,
  findingSchema,
  proposalSchema,
  requirementSchema,
} from './describe-quality.ts';
import { languageParameter, pageParameter } from './parameters.ts';
import { withinRoom } from './within-room.ts';

/** Tokens that each part of an answer may take, about; findings take what is left. */
const rooms = {
  gates: 700,
  requirements: 700,
  use_for: 250,
  do_not_use_for: 500,
  must_mention: 1100,
  safe_filters: 900,
  measures: 900,
  proposals: 400,
} as const;

export const getQualityReport = tool({
  name: 'get_quality_report',
  title: { en: 'Read the quality report', zh: '读取质量报告' },
  description:
    'How far a dataset can be trusted: verdict, gates, unmet demands of a scenario, findings, and the brief ' +
    '(use_for, do_not_use_for, must_mention, safe_filters to put into query_rows).',
  input: z.object({
    dataset: z.string().describe('Dataset id'),
    scenario: z.string().optional().describe('Scenario id that the verdict is for; default general use'),
    detail: z
      .enum(['concise', 'detailed'])
      .optional()
      .describe('detailed adds measures, proposals, and of findings rows, intervals, remedies and repairs'),
    language: languageParameter,
    page: pageParameter,
  }),
  output: z.object({
    dataset: z.string(),
    scenario: z.string().nullable(),
    hash: z.string(),
    verdict: z.enum(verdicts),
    profile: z.string(),
    measured_at: z.string(),
    uri: z.string(),
    gates: z
      .array(
        z.object({
          id: z.string(),
          passed: z.boolean().nullable(),
          reason: z.string(),
        }),
      )
      .optional()
      .describe('This and all but findings: on the first page only'),
    requirements: z.array(requirementSchema).optional(),
    brief: z
      .object({
        use_for: z.array(z.string()),
        do_not_use_for: z.array(z.string()),
        must_mention: z.array(z.string()),
        safe_filters: z.array(z.record(z.string(), z.unknown())),
      })
      .optional(),
    measures: z.array(measureSchema).optional(),
    proposals: z.array(proposalSchema).optional().describe('Not accepted by anybody yet'),
    left_off: z
      .record(z.string(), z.number().int())
      .optional()
      .describe('Number of items for which there was no room, by list'),
    findings: z.array(findingSchema),
  }),
  pageSize: 50,
  suggestions: { not_found: 'search_catalog' },
  async answer(input, page, { workspace }) {
    const language = input.language ?? 'en';
    const detailed = input.detail === 'detailed';
    const report = await workspace.quality.report(
      input.dataset,
      input.scenario === undefined ? {} : { scenario: input.scenario },
    );
    return {
      head: {
        dataset: report.dataset,
        scenario: report.scenario,
        hash: report.hash,
        verdict: report.verdict,
        profile: report.profile,
        measured_at: report.measuredAt,
        uri: `zhuji://quality/${encodeURIComponent(report.dataset)}`,
        ...(page.offset === 0 && firstPage(report, language, detailed)),
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

/** What stands beside the findings, each list as far as there is room for it. */
function firstPage(report: QualityReport, language: Language, detailed: boolean) {
  const leftOff: Record<string, number> = {};
  const within = <T>(name: keyof typeof rooms, values: readonly T[]): T[] => {
    const { kept, left } = withinRoom(values, rooms[name]);
    if (left > 0) leftOff[name] = left;
    return kept;
  };
  const texts = (list: readonly Text[]) => list.map((text) => textIn(text, language));
  const { brief, requirements } = report;
  const shown = requirements.filter(({ status }) => detailed || status !== 'met');
  const parts = {
    gates: within(
      'gates',
      failedFirst(report).map(({ id, passed, reason }) => ({ id, passed, reason: textIn(reason, language) })),
    ),
    ...(report.scenario !== null && {
      requirements: within(
        'requirements',
        shown.map((one) => describeRequirement(one, language)),
      ),
    }),
    brief: {
      use_for: within('use_for', texts(brief.use_for)),
      do_not_use_for: within('do_not_use_for', texts(brief.do_not_use_for)),
      must_mention: within('must_mention', texts(brief.must_mention)),
      safe_filters: within('safe_filters', brief.safe_filters),
    },
    ...(detailed && {
      measures: within('measures', describeMeasures(report, language)),
      proposals: within(
        'proposals',
        report.proposals.map((one) => describeProposal(one, language)),
      ),
    }),
  };
  return { ...parts, ...(Object.keys(leftOff).length > 0 && { left_off: leftOff }) };
}

/** Failed gates before those that cannot be determined, before those that passed. */
function failedFirst({ gates }: QualityReport): QualityReport['gates'] {
  const rank = ({ passed }: QualityReport['gates'][number]) =>
    passed === false ? 0 : passed === null ? 1 : 2;
  return gates.toSorted((a, b) => rank(a) - rank(b));
}
