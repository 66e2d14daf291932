import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { builtCli } from '../built-cli.ts';

const root = resolve(import.meta.dirname, '../..');

export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the real command line in a process of its own. */
export function runCli(args: readonly string[], options: { cwd?: string; env?: NodeJS.ProcessEnv } = {}) {
  return new Promise<CliResult>((done, fail) => {
    const { OPENAI_API_KEY: _key, OPENAI_BASE_URL: _url, ZHUJI_MODEL: _model, ...env } = process.env;
    const child = spawn(process.execPath, [builtCli, ...args], {
      cwd: options.cwd ?? root,
      env: { ...env, NO_COLOR: '1', LC_ALL: 'en_US.UTF-8', ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      stdout += chunk;
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      stderr += chunk;
    });
    child.on('error', fail);
    child.on('close', (code) => done({ code, stdout, stderr }));
  });
}
