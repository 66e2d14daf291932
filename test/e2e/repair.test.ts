import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../workspace/temporary.ts';
import { runCli } from './run-cli.ts';

const table = ['Part,Torque [Nm]', 'A1,40.5', 'A2,38.25', 'A2,38.25', 'A3,'].join('\n');

it('zhuji repair makes a new version, says what it did and lost, and leaves the old one', async () => {
  const folder = await temporaryFolder();
  const plant = join(folder, 'plant');
  await writeFile(join(folder, 'lathe.csv'), table);
  await runCli(['init', plant]);
  await runCli(['--workspace', plant, 'add', join(folder, 'lathe.csv')]);
  const repair = (...args: string[]) => runCli(['--workspace', plant, 'repair', ...args]);

  const checked = await runCli(['--workspace', plant, 'check', 'lathe']);
  expect(checked.stdout).toContain('zhuji repair lathe --finding duplicate_rows:lathe');

  const planned = await repair('lathe', '--finding', 'duplicate_rows:lathe', '--dry-run');
  expect(planned.code, planned.stderr).toBe(0);
  expect(planned.stdout).toContain('nothing was written');
  expect(planned.stdout).toContain('4 → 3 rows');

  const done = await runCli([
    ...['--json', '--language', 'zh', '--workspace', plant, 'repair', 'lathe'],
    ...['--finding', 'duplicate_rows:lathe', '--as', 'lathe-clean'],
  ]);
  expect(done.code, done.stderr).toBe(0);
  expect(JSON.parse(done.stdout)).toMatchObject({
    source: { id: 'lathe' },
    dataset: { id: 'lathe-clean', version: 'repair.1', hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    applied: [
      {
        finding: 'duplicate_rows:lathe',
        action: 'drop_repeats',
        records: 1,
        loses: expect.stringContaining('重复'),
        reversible: false,
      },
    ],
    record_sets: [{ id: 'lathe', rows_before: 4, rows: 3, source_row: 'source_row' }],
  });
  const { stdout } = await runCli(['--json', '--workspace', plant, 'check']);
  const findings = new Map(
    JSON.parse(stdout).reports.map((report: { dataset: string; findings: { kind: string }[] }) => [
      report.dataset,
      report.findings.map(({ kind }) => kind),
    ]),
  );
  expect(findings.get('lathe')).toContain('duplicate_rows');
  expect(findings.get('lathe-clean')).not.toContain('duplicate_rows');

  const wrong = await repair('lathe', '--finding', 'duplicate_row:lathe');
  expect(wrong.code).not.toBe(0);
  expect(wrong.stderr).toContain('duplicate_rows:lathe');
  const none = await repair('lathe');
  expect(none.code).not.toBe(0);
  expect(none.stderr).toContain('--finding <id>');
});
