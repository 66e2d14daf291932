import { describe, expect, it } from 'vitest';
import { indicators, measures, standards } from '../../src/quality/index.ts';
import { runCli } from '../e2e/run-cli.ts';

describe('zhuji measures', () => {
  it('lists every measure and indicator as JSON', async () => {
    const { code, stdout } = await runCli(['--json', 'measures']);
    expect(code).toBe(0);
    const data = JSON.parse(stdout);
    const ids = data.measures.map((one: { id: string }) => one.id);
    for (const { id } of measures) expect(ids).toContain(id);
    const own = data.indicators.filter((one: { part: string | null }) => one.part === null);
    expect(own).toHaveLength(indicators().length);
    for (const { coverage, measures: by, reason_text: why } of own) {
      expect(coverage === 'computed' ? by.length > 0 : Boolean(why.zh && why.en)).toBe(true);
    }
  });

  it('keeps to one standard', async () => {
    const { stdout } = await runCli(['--json', 'measures', '--standard', 'gbt36344']);
    const data = JSON.parse(stdout);
    expect(data.indicators).toHaveLength(20);
    expect(new Set(data.indicators.map((one: { standard: string }) => one.standard))).toEqual(
      new Set([standards.gbt36344]),
    );
    expect(data.measures.length).toBeGreaterThan(3);
  });

  it.each([
    ['zh', /TC609-5-2025-04 {2}17/, /模型适配性 {2}尚无对比评测结果/],
    ['en', /TC609-5-2025-04 {2}17/, /Suitability for models {2}there is no evaluation/],
  ])('says it in %s', async (language, heading, line) => {
    const { code, stdout } = await runCli(['--language', language, 'measures', '--standard', 'tc609']);
    expect(code).toBe(0);
    expect(stdout).toMatch(heading);
    expect(stdout).toMatch(line);
    if (language === 'en') expect(stdout).not.toMatch(/\p{Script=Han}/u);
  });

  it('knows no other standard', async () => {
    const { code, stderr } = await runCli(['--language', 'zh', 'measures', '--standard', 'iso9001']);
    expect(code).toBe(2);
    expect(stderr).toContain('tc609');
  });
});
