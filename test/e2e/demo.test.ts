import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from './run-cli.ts';

describe('the demo', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'zhuji-demo-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('goes the whole path: data, quality, both agents, lift, report, configuration', async () => {
    const { code, stdout, stderr } = await runCli(['--json', 'demo', join(folder, 'plant')]);
    expect(code, stderr).toBe(0);
    const { verdicts, answers, lifts, report, client } = JSON.parse(stdout);
    expect(Object.keys(verdicts).sort()).toEqual(['bearing', 'machining-line', 'tempering']);
    expect(new Set(answers.map(({ agent }: { agent: string }) => agent))).toEqual(
      new Set(['process-parameters', 'fault-diagnosis']),
    );
    for (const { scenario, lift, verdict } of lifts) {
      expect([scenario, verdict]).toEqual([scenario, 'helps']);
      expect(lift).toBeGreaterThanOrEqual(0.5);
    }
    expect(lifts).toHaveLength(3);
    expect(JSON.parse(client).mcpServers.zhuji.args).toContain(join(folder, 'plant'));
    const pages = report.filter((file: string) => file.endsWith('.html'));
    expect(pages).toHaveLength(2);
    for (const page of pages) expect(await readFile(page, 'utf8')).toContain('</html>');
    // Progress is told as it goes, and names what answered.
    expect(stderr).toMatch(/1\/6[\s\S]*6\/6/);
    expect(stderr).toContain('not a language model');
  });
});
