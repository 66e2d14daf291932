import { describe, expect, it } from 'vitest';
import { checkDataset, compareReports, type TestVector, trendPointOf } from '../../src/quality/index.ts';
import {
  renderComparisonHtml,
  renderComparisonMarkdown,
  renderComparisonText,
  renderTrendHtml,
  renderTrendMarkdown,
} from '../../src/report/index.ts';
import type { QualityReport } from '../../src/workspace/index.ts';
import { madeDataset } from '../quality/made-dataset.ts';

const fields: TestVector['fields'] = [
  { id: 'part', type: 'string', role: 'identifier' },
  { id: 'torque', type: 'number', role: 'measurement', unit: 'N.m' },
];

async function reportOf(lacking: number, rows: number, day: number): Promise<QualityReport> {
  const cells = Array.from({ length: rows }, (_, place) => [
    `<i>${place}`,
    place < lacking ? null : 40 + Math.sin(place * 1.7),
  ]);
  const made = await madeDataset({ fields, rows: cells }, { hash: String(day).repeat(64) });
  return checkDataset('made', { ...made, clock: () => new Date(`2026-02-0${day}T04:05:06Z`) });
}

const pair = async () => compareReports(await reportOf(50, 200, 1), await reportOf(0, 190, 2));
const trend = async () =>
  [await reportOf(50, 200, 1), await reportOf(20, 200, 2), await reportOf(0, 190, 3)].map(trendPointOf);

describe.each(['zh', 'en'] as const)('a comparison in %s', (language) => {
  it('says verdict, records, findings that are gone and measures that moved, and which way', async () => {
    const compared = await pair();
    const html = renderComparisonHtml(compared, language);
    const markdown = renderComparisonMarkdown(compared, language);
    const text = renderComparisonText(compared, language);
    const better = language === 'zh' ? '变好' : 'better';
    for (const told of [html, markdown, text]) {
      expect(told).toContain(better);
      expect(told).toContain('+25');
      expect(told).toContain('−10');
      expect(told).not.toMatch(/undefined|\[object|NaN/);
    }
    const gone = compared.gone.find(({ kind }) => kind === 'missing_values');
    expect(text).toContain(gone?.message[language]?.replaceAll('`', ''));
    expect(text.split('\n').length).toBeLessThan(40);
    for (const block of markdown.split('\n\n').filter((one) => one.startsWith('|'))) {
      expect(new Set(block.split('\n').map((line) => line.split(/(?<!\\)\|/).length)).size).toBe(1);
    }
  });

  it('says so where nothing is different', async () => {
    const one = await reportOf(0, 100, 1);
    const same = compareReports(one, one);
    const nothing = language === 'zh' ? '没有指标变化' : 'No measure moved';
    expect(renderComparisonHtml(same, language)).toContain(nothing);
    expect(renderComparisonText(same, language)).toContain(
      language === 'zh' ? '结论未变' : 'the verdict is the same',
    );
  });

  it('draws a line for each measure that moved over the reports', async () => {
    const points = await trend();
    const html = renderTrendHtml(points, language);
    expect(html.match(/<tr>/g)).toHaveLength(4);
    const lines = html.match(/<figure class="small">/g) ?? [];
    expect(lines.length).toBeGreaterThan(1);
    expect(html.match(/<polyline/g)?.length).toBe(lines.length);
    expect(html).not.toMatch(/undefined|\[object|NaN/);
    const markdown = renderTrendMarkdown(points, language);
    expect(markdown).toContain('| 75\u202f% | 90\u202f% | 100\u202f% |');
    expect(renderTrendHtml(points.slice(0, 1), language)).not.toContain('<polyline');
    expect(renderTrendHtml([], language)).toContain(language === 'zh' ? '还没有' : 'no two reports');
  });
});

it('a comparison in English has no Chinese in it', async () => {
  const compared = await pair();
  const page = renderComparisonHtml(compared, 'en') + renderTrendHtml(await trend(), 'en');
  expect(page.replaceAll(/<style>[\s\S]*?<\/style>/g, '')).not.toMatch(/\p{Script=Han}/u);
});
