import { describe, expect, it } from 'vitest';
import { checkDataset, type TestVector } from '../../src/quality/index.ts';
import { renderQualityHtml, renderQualityMarkdown } from '../../src/report/index.ts';
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

describe.each(['zh', 'en'] as const)('a quality report in %s', (language) => {
  it('is a page with everything in it', async () => {
    const made = await report();
    const text = renderQualityHtml(made, language);
    expect(text).toContain(`<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">`);
    for (const { name } of made.definitions) expect(text).toContain(name[language]);
    for (const id of Object.keys(made.thresholds)) expect(text).toContain(id);
    for (const { id } of table.fields) expect(text).toContain(`<code>${id}</code>`);
    expect(text).toContain('&lt;b&gt;bad');
    expect(text).not.toContain('<b>bad');
    expect(text).not.toMatch(/undefined|\[object|NaN|<script/);
    expect(text.match(/<details>/g)?.length).toBe(
      made.findings.filter(({ rows, query }) => rows.length > 0 || query).length,
    );
  });

  it('is Markdown whose tables hold together', async () => {
    const text = renderQualityMarkdown(await report(), language);
    expect(text).not.toContain('<b>bad');
    expect(text).not.toMatch(/undefined|\[object|NaN/);
    const tables = text
      .trim()
      .split('\n\n')
      .filter((block) => block.startsWith('|'));
    expect(tables.length).toBeGreaterThanOrEqual(6);
    for (const block of tables) {
      const widths = block.split('\n').map((line) => line.split(/(?<!\\)\|/).length);
      expect(new Set(widths).size).toBe(1);
    }
  });
});

it('shows no word of the other language but names', async () => {
  const text = renderQualityHtml(await report(), 'en').replaceAll('主轴转速', '');
  expect(text.replace(/<style>[\s\S]*<\/style>/, '')).not.toMatch(/\p{Script=Han}/u);
});
