import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { add, declareDataset } from '../../../src/add.ts';
import { openWorkspace } from '../../../src/open.ts';
import { builtCli } from '../../built-cli.ts';
import { emptyWorkspace, file } from '../../open/workspace-folder.ts';

const content = `t,v\n${Array.from({ length: 20_000 }, (_, row) => `${row},${(row * 7919) % 1009}.5\n`).join('')}`;

async function checked() {
  const { layout, beside } = await emptyWorkspace();
  await add(layout.root, await file(beside, 'line.csv', content), { id: 'line' });
  const workspace = await openWorkspace(layout.root);
  const report = await workspace.quality.report('line').finally(() => workspace.close());
  // On another basis, so that the next check measures anew instead of giving what is kept.
  await declareDataset(layout.root, 'line', { title: { en: 'Line' } });
  return { layout, beside, report };
}

const reportsIn = async (folder: string) =>
  (await readdir(folder)).filter((name) => name.startsWith('line-') && name.endsWith('.json'));

/** Ends a command after so many milliseconds with a signal that cannot be caught. */
async function killed(args: readonly string[], milliseconds: number): Promise<void> {
  const child = spawn(process.execPath, [builtCli, ...args], { stdio: 'ignore' });
  const ended = new Promise((done) => child.on('close', done));
  await wait(milliseconds);
  child.kill('SIGKILL');
  await ended;
}

test('a check that is killed leaves the last good report, and the next one goes through', async () => {
  const { layout, report } = await checked();
  const args = ['--workspace', layout.root, 'check', 'line'];
  await Promise.all([300, 800, 1300].map((milliseconds) => killed(args, milliseconds)));
  const [kept = '', ...others] = await reportsIn(layout.quality);
  expect(others).toEqual([]);
  expect(JSON.parse(await readFile(join(layout.quality, kept), 'utf8'))).toHaveProperty(
    'report.hash',
    report.hash,
  );
  const workspace = await openWorkspace(layout.root);
  const anew = await workspace.quality.report('line').finally(() => workspace.close());
  expect(anew.hash).toBe(report.hash);
}, 30_000);

test('an import that is killed leaves the datasets whole, and the next one goes through', async () => {
  const { layout, beside, report } = await checked();
  const other = await file(beside, 'line.csv', content.replaceAll('.5', '.25'));
  for (const milliseconds of [900, 1700]) {
    await killed(['--workspace', layout.root, 'add', other, '--id', 'line', '--replace'], milliseconds);
    const workspace = await openWorkspace(layout.root);
    const { hash, recordSets } = workspace.catalog.dataset('line');
    expect(recordSets[0]?.rows).toBe(20_000);
    expect((await workspace.quality.report('line').finally(() => workspace.close())).hash).toBe(hash);
  }
  expect((await reportsIn(layout.quality)).some((name) => name.includes(report.hash))).toBe(true);
  await add(layout.root, other, { id: 'line', replace: true });
}, 30_000);

/** A limit on the size of files fails a write half way, as a full disk does. */
test.skipIf(process.platform === 'win32')(
  'a disk that is full is one clear error, and the last good report stays',
  async () => {
    const { layout } = await checked();
    const [kept = ''] = await reportsIn(layout.quality);
    const before = await readFile(join(layout.quality, kept), 'utf8');
    const heed = 'data:text/javascript,process.on("SIGXFSZ",()=>{})';
    const command = ['--import', heed, builtCli, '--workspace', layout.root];
    const { code, stderr } = await new Promise<{ code: number | null; stderr: string }>((done, fail) => {
      const limited = ['-c', 'ulimit -f 8; exec "$0" "$@"', process.execPath, ...command];
      const child = spawn('bash', [...limited, '--language', 'zh', 'check', 'line'], {
        stdio: ['ignore', 'ignore', 'pipe'],
        env: { ...process.env, NO_COLOR: '1' },
      });
      let text = '';
      child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      child.on('error', fail);
      child.on('close', (status) => done({ code: status, stderr: text }));
    });
    expect(code, stderr).toBe(2);
    expect(stderr).toContain('文件系统拒绝操作');
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(await readdir(layout.quality)).not.toContainEqual(expect.stringContaining('.tmp'));
    expect(await readFile(join(layout.quality, kept), 'utf8')).toBe(before);
  },
  30_000,
);
