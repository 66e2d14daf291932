import { describe, expect, test } from 'vitest';
import { addDataset } from '../../src/add.ts';
import { openWorkspace } from '../../src/open.ts';
import { defaultLimits, estimateTokens } from '../../src/server/index.ts';
import type { QualityReport, Workspace } from '../../src/workspace/index.ts';
import { getQualityReport } from '../../tools/get-quality-report.ts';
import { emptyWorkspace, file } from '../open/workspace-folder.ts';
import { type Answered, call, inProcessClient, type Json } from '../server/client.ts';
import { servedPlant } from '../server/served-plant.ts';

/** A workspace whose every dataset has this report. */
const reporting = (workspace: Workspace, report: QualityReport): Workspace => ({
  ...workspace,
  quality: { report: async () => report },
});

async function readAll(workspace: Workspace, args: Json): Promise<Answered[]> {
  const client = await inProcessClient({ workspace });
  const answers: Answered[] = [];
  let next: Json | undefined = args;
  while (next) {
    const answer = await call(client, 'get_quality_report', next);
    expect(answer.isError, answer.text.slice(0, 500)).toBe(false);
    answers.push(answer);
    next = (answer.data['next'] as { arguments: Json } | undefined)?.arguments;
  }
  await client.close();
  return answers;
}

const findingsOf = (answers: readonly Answered[]) =>
  answers.flatMap(({ data }) => data['findings'] as Json[]);

test('a damaged dataset of 1,000 columns is told within the budget, and paged to the end', async () => {
  const { layout, beside } = await emptyWorkspace();
  const names = Array.from({ length: 1000 }, (_, index) => `Spindle vibration channel ${index} [mm/s]`);
  const cell = (row: number, column: number) => {
    if (column % 2 === 0 && row % 9 === column % 9) return '';
    return column % 5 === 0 ? '7' : (Math.sin(row * 1.7 + column) * 9).toFixed(3);
  };
  const lines = Array.from({ length: 60 }, (_, row) =>
    names.map((_name, column) => cell(row, column)).join(','),
  );
  const csv = [names.join(','), ...lines, ...lines.slice(0, 5)].join('\n');
  await addDataset(layout.root, await file(beside, 'wide.csv', csv));
  const wide = await openWorkspace(layout.root);
  const report = await wide.quality.report('wide');
  for (const language of ['en', 'zh']) {
    for (const detail of ['concise', 'detailed']) {
      const answers = await readAll(wide, { dataset: 'wide', detail, language });
      for (const { text } of answers) {
        expect(estimateTokens(text)).toBeLessThanOrEqual(defaultLimits.answerTokens);
      }
      const [first, second] = answers;
      expect(first?.data).toMatchObject({
        dataset: 'wide',
        verdict: report.verdict,
        left_off: expect.any(Object),
      });
      expect(findingsOf(answers).map(({ id }) => id)).toEqual(report.findings.map(({ id }) => id));
      expect(findingsOf(answers.slice(0, 1)).length).toBeGreaterThan(2);
      expect(second?.data).not.toHaveProperty('brief');
      expect(JSON.stringify(answers.map(({ data }) => data))).not.toContain('"pictures"');
      expect(Object.hasOwn(first?.data ?? {}, 'measures')).toBe(detail === 'detailed');
    }
  }
  await wide.close();
}, 120_000);

describe('get_quality_report', () => {
  const served = servedPlant();

  const damaged = async (): Promise<QualityReport> => {
    const report = await served.plant.workspace.quality.report('lathe');
    const long = (text: string) => ({
      en: `${text} in English. `.repeat(12),
      zh: `${text}的中文说明。`.repeat(20),
    });
    return {
      ...report,
      scenario: 'torque-watch',
      verdict: 'unfit',
      requirements: Array.from({ length: 30 }, (_, place) => ({
        id: `need_${place}`,
        kind: 'rate',
        level: 'required',
        description: long('demand'),
        source: '',
        status: (['met', 'partly', 'missing', 'not_measured'] as const)[place % 4] ?? 'met',
        by: 'lathe.torque',
        target: { op: '<=', value: 1, unit: 's' },
        actual: 2.5,
        reason: long('reason'),
      })),
      proposals: Array.from({ length: 300 }, (_, place) => ({
        id: `unit:lathe.f${place}`,
        recordSet: 'lathe',
        field: `f${place}`,
        property: 'unit',
        value: 'Cel',
        confidence: 0.8,
        reason: long('why'),
      })),
      findings: Array.from({ length: 400 }, (_, place) => ({
        id: `drift:lathe:f${place}`,
        kind: 'drift',
        severity: 'major',
        recordSet: 'lathe',
        fields: Array.from({ length: 60 }, (_one, field) => `channel_${field}`),
        count: 4000,
        rows: Array.from({ length: 10 }, (_one, row) => row + 1),
        intervals: Array.from({ length: 10 }, (_one, part) => ({
          from: part * 10,
          to: part * 10 + 5,
          start: '2026-01-01T00:00:00',
          end: '2026-01-01T00:05:00',
          series: 'machine M3',
        })),
        magnitude: { value: 4.2, unit: 'sd' },
        confidence: 0.97,
        message: long('what'),
        remedy: long('remedy'),
        repair: { action: 'set_missing', loses: long('loss'), reversible: false },
        query: {
          dataset: 'lathe',
          recordSet: 'lathe',
          select: [],
          where: [{ field: 'row', op: 'in', value: Array.from({ length: 1000 }, (_one, row) => row + 1) }],
          order: [],
          limit: 10,
          offset: 0,
        },
      })),
      brief: {
        use_for: Array.from({ length: 50 }, () => long('use')),
        do_not_use_for: Array.from({ length: 50 }, () => long('do not')),
        must_mention: Array.from({ length: 200 }, () => long('mention')),
        safe_filters: Array.from({ length: 900 }, (_, place) => ({
          recordSet: 'lathe',
          field: 'row',
          op: 'not_between',
          value: [place * 10, place * 10 + 3],
        })),
      },
    };
  };

  test.each([
    ['concise', 'en'],
    ['concise', 'zh'],
    ['detailed', 'en'],
    ['detailed', 'zh'],
  ] as const)('holds the cap with everything at its longest: %s, %s', async (detail, language) => {
    const workspace = reporting(served.plant.workspace, await damaged());
    const client = await inProcessClient({ workspace });
    const { data, text, isError } = await call(client, 'get_quality_report', {
      dataset: 'lathe',
      detail,
      language,
    });
    await client.close();
    expect(isError, text.slice(0, 300)).toBe(false);
    expect(estimateTokens(text)).toBeLessThanOrEqual(defaultLimits.answerTokens * 1.25);
    expect(data['left_off']).toMatchObject({
      must_mention: expect.any(Number),
      safe_filters: expect.any(Number),
    });
    const [need] = data['requirements'] as Json[];
    expect(need).toMatchObject({ level: 'required', target: '<= 1 s', actual: 2.5 });
    if (detail === 'concise') expect(need?.['status']).not.toBe('met');
    const [finding] = data['findings'] as Json[];
    expect(finding).toMatchObject({ more_fields: 40 });
    if (detail === 'concise') expect(finding).not.toHaveProperty('intervals');
    else {
      expect(finding).toMatchObject({
        magnitude: { value: 4.2, unit: 'sd' },
        confidence: 0.97,
        repair: { action: 'set_missing', reversible: false },
      });
      expect(finding?.['intervals']).toHaveLength(10);
    }
  });

  test('asks for the verdict of a scenario, and says that one is not there', async () => {
    const asked: unknown[] = [];
    const { workspace } = served.plant;
    const quality = {
      report: async (dataset: string, options?: object) => {
        asked.push([dataset, options]);
        return workspace.quality.report(dataset);
      },
    };
    const client = await inProcessClient({ workspace: { ...workspace, quality } });
    await call(client, 'get_quality_report', { dataset: 'lathe', scenario: 'torque-watch' });
    await call(client, 'get_quality_report', { dataset: 'lathe', scenario: '' });
    await client.close();
    expect(asked).toEqual([
      ['lathe', { scenario: 'torque-watch' }],
      ['lathe', {}],
    ]);
    const { isError, data } = await call(served.client, 'get_quality_report', {
      dataset: 'lathe',
      scenario: 'nope',
    });
    expect(isError).toBe(true);
    expect(data).toMatchObject({ code: 'not_found' });
  });

  test('gives safe filters that query_rows takes as they are', async () => {
    const report = await served.plant.workspace.quality.report('lathe');
    const recordSet = 'lathe';
    const safe_filters = [
      { recordSet, field: 'row', op: 'not_between', value: [11, 490] },
      { recordSet, field: 'row', op: 'not_in', value: [1, 2, 3] },
      { recordSet, field: 'torque', op: 'is_present' },
      { recordSet, field: 'torque', op: 'between', value: [20, 25] },
    ];
    const workspace = reporting(served.plant.workspace, {
      ...report,
      brief: { ...report.brief, safe_filters },
    });
    const client = await inProcessClient({ workspace });
    const answer = await call(client, 'get_quality_report', { dataset: 'lathe' });
    const where = (answer.data['brief'] as { safe_filters: Json[] }).safe_filters;
    expect(where).toEqual(safe_filters);
    const { data, isError, text } = await call(client, 'query_rows', {
      dataset: 'lathe',
      select: ['torque'],
      where,
    });
    expect(isError, text).toBe(false);
    const rows = data['rows'] as { row: number; torque: number }[];
    // Torque is 20 + 0.7 (i mod 50) at place i, which is row i + 1.
    expect(rows.map(({ row }) => row)).toEqual([4, 5, 6, 7, 8]);
    const [other] = safe_filters;
    const refused = await call(client, 'query_rows', {
      dataset: 'lathe',
      where: [{ ...other, recordSet: 'another' }],
    });
    expect(refused.isError).toBe(true);
    expect(refused.data).toMatchObject({ code: 'invalid_argument' });
    await client.close();
  });

  test('takes five parameters', () => {
    expect(Object.keys(getQualityReport.input.shape)).toEqual([
      'dataset',
      'scenario',
      'detail',
      'language',
      'page',
    ]);
  });
});
