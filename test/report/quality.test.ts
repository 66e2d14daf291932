import { describe, expect, it } from 'vitest';
import { checkDataset, type TestVector } from '../../src/quality/index.ts';
import { renderQualityHtml, renderQualityMarkdown } from '../../src/report/index.ts';
import type { Finding, QualityReport } from '../../src/workspace/index.ts';
import { madeDataset } from '../quality/made-dataset.ts';

const table: Pick<TestVector, 'fields' | 'rows'> = {
  fields: [
    { id: '主轴转速', type: 'integer', role: 'measurement', unit: 'rpm', range: { max: 3000 } },
    { id: 'torque', type: 'number' },
    { id: 'class', type: 'string', role: 'label' },
  ],
  rows: [
    [1500, 40.5, '<b>bad</b>'],
    [1500, 40.5, '<b>bad</b>'],
    [3500, null, 'x'],
    ...Array.from({ length: 20 }, (_, place) => [1400 + place, 30.25 + place, 'x']),
  ],
};

const report = async () =>
  checkDataset('made', { ...(await madeDataset(table)), clock: () => new Date('2026-02-03T04:05:06Z') });

const both = (text: string, zh: string) => ({ en: text, zh });

/** The report with one of everything that a report may hold. */
async function fullReport(): Promise<QualityReport> {
  const made = await report();
  const stuck: Finding = {
    id: 'stuck_value:records:torque',
    kind: 'stuck_value',
    severity: 'major',
    recordSet: 'records',
    fields: ['torque'],
    count: 8,
    rows: [5, 6, 7],
    intervals: [
      { from: 5, to: 12, start: '2026-01-01T00:00:05', end: '2026-01-01T00:00:12', series: 'machine M3' },
    ],
    magnitude: { value: 8, unit: 'records' },
    confidence: 0.97,
    message: both('`torque` stands still.', '`torque` 不动。'),
    remedy: both('Check the sensor.', '检查传感器。'),
    repair: { action: 'set_missing', loses: both('the values', '这些值'), reversible: false },
    query: {
      dataset: 'made',
      recordSet: 'records',
      select: [],
      where: [{ field: 'row', op: 'between', value: [5, 12] }],
      order: [],
      limit: 10,
      offset: 0,
    },
  };
  return {
    ...made,
    scenario: 'torque-watch',
    findings: [stuck, ...made.findings],
    requirements: [
      {
        id: 'rate',
        kind: 'rate',
        level: 'required',
        description: both('A record a second', '每秒一条记录'),
        source: 'ISO 13373',
        status: 'partly',
        by: 'records.torque',
        target: { op: '<=', value: 1, unit: 's' },
        actual: 60,
        reason: both('The interval is 60 s.', '间隔为 60 s。'),
      },
    ],
    proposals: [
      {
        id: 'unit:records.torque',
        recordSet: 'records',
        field: 'torque',
        property: 'unit',
        value: 'N.m',
        confidence: 0.83,
        reason: both('Its size fits.', '数值大小相符。'),
      },
    ],
    weights: { '0101': 2 },
  };
}

/** The parts of a page between its headings, by heading. */
function chapters(page: string): ReadonlyMap<string, string> {
  return new Map(
    page
      .split('<h2>')
      .slice(1)
      .map((part) => [part.slice(0, part.indexOf('</h2>')).replace(/[ (:].*/, ''), part]),
  );
}

describe.each(['zh', 'en'] as const)('a quality report in %s', (language) => {
  it('is a page with everything in it', async () => {
    const made = await fullReport();
    const text = renderQualityHtml(made, language);
    expect(text).toContain(`<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">`);
    for (const { name, standards } of made.definitions) {
      expect(text).toContain(name[language]?.replaceAll("'", '&#39;'));
      for (const { standard, id } of standards) expect(text).toContain(`${standard} ${id}`);
    }
    for (const id of Object.keys(made.thresholds)) expect(text).toContain(`<code>${id}</code>`);
    for (const { id } of table.fields) expect(text).toContain(`<code>${id}</code>`);
    expect(text).toContain('&lt;b&gt;bad');
    expect(text).not.toContain('<b>bad');
    expect(text).not.toMatch(/undefined|\[object|[>"]NaN|<script/);
    expect(text.match(/<h2>/g)).toHaveLength(9);
    expect(text).toContain(made.tool);
    expect(text).toContain('<code>0101</code>');
  });

  it('shows gates apart, demands against what there is, and proposals as not accepted', async () => {
    const parts = chapters(renderQualityHtml(await fullReport(), language));
    const words = {
      en: ['Gates', 'Demands', 'Proposals', 'partly', 'not accepted'],
      zh: ['门槛', '场景需求', '推断（尚未接受）', '部分满足', '尚未接受'],
    }[language];
    const [gates = '', demands = '', proposals = '', partly = '', open = ''] = words;
    expect(parts.get(gates)?.match(/class="gate (good|bad|neutral)"/g)).toHaveLength(4);
    for (const told of [partly, '&lt;= 1 s', '>60<', 'records.torque', 'ISO 13373']) {
      expect(parts.get(demands)).toContain(told);
    }
    for (const told of [open, 'N.m', '83', 'zhuji check made --accept']) {
      expect(parts.get(proposals)).toContain(told);
    }
  });

  it('tells of a finding where it is, how strong, what a repair loses and how to do it', async () => {
    const page = renderQualityHtml(await fullReport(), language);
    const [finding = ''] = page.match(/<article[\s\S]*?<\/article>/) ?? [];
    for (const told of [
      'zhuji repair made --finding stuck_value:records:torque',
      language === 'zh' ? '损失: 这些值' : 'What is lost: the values',
      language === 'zh' ? '8 条记录' : '8 records',
      '97',
      '2026-01-01T00:00:12',
      'machine M3',
      '&quot;between&quot;',
    ]) {
      expect(finding).toContain(told);
    }
    const levels = page.slice(page.lastIndexOf('class="stretch bad"'));
    // Rows 5 to 12 of 23, 480 units wide.
    expect(levels).toMatch(/^class="stretch bad" x="83.48" .* width="166.96"/);
  });

  it('is Markdown whose tables hold together', async () => {
    const text = renderQualityMarkdown(await fullReport(), language);
    expect(text).not.toContain('<b>bad');
    expect(text).not.toMatch(/undefined|\[object|\| NaN/);
    const tables = text
      .trim()
      .split('\n\n')
      .filter((block) => block.startsWith('|'));
    expect(tables.length).toBeGreaterThanOrEqual(9);
    for (const block of tables) {
      const widths = block.split('\n').map((line) => line.split(/(?<!\\)\|/).length);
      expect(new Set(widths).size).toBe(1);
    }
    expect(text).toContain('`zhuji repair made --finding stuck_value:records:torque`');
    expect(text).toContain('`zhuji check made --accept`');
  });
});

it('shows no word of the other language but names and examples', async () => {
  const text = renderQualityHtml(await fullReport(), 'en')
    .replaceAll('主轴转速', '')
    .replaceAll('锟斤拷', '');
  expect(text.replace(/<style>[\s\S]*<\/style>/, '')).not.toMatch(/\p{Script=Han}/u);
});

it('quotes what a shell would split', async () => {
  const made = await fullReport();
  const [first] = made.findings;
  if (!first) throw new Error('no finding');
  const odd = { ...made, findings: [{ ...first, id: 'stuck_value:a b:$(x)`"' }] };
  expect(renderQualityHtml(odd, 'en')).toContain('--finding &quot;stuck_value:a b:\\$(x)\\`\\&quot;&quot;');
});

it('stays readable where there are hundreds of findings of a kind', async () => {
  const made = await fullReport();
  const [first] = made.findings;
  if (!first) throw new Error('no finding');
  const many = Array.from({ length: 500 }, (_, place) => ({ ...first, id: `stuck_value:records:f${place}` }));
  const text = renderQualityHtml({ ...made, findings: many }, 'en');
  expect(text.match(/<article/g)).toHaveLength(2);
  expect(text).toContain('498 more of this kind');
  expect(text).toContain('298 more in the JSON report');
});
