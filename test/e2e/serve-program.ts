import { resolve } from 'node:path';
import { builtCli } from '../built-cli.ts';

const root = resolve(import.meta.dirname, '../..');
/** With `ZHUJI_BUILT` set the build for the package is tested, otherwise that for the tests. */
const program = process.env['ZHUJI_BUILT'] ? resolve(root, 'dist/src/cli/main.js') : builtCli;

/** The command that serves a workspace, as a client's configuration would name it. */
export function serveProgram(workspace: string, ...options: string[]): { command: string; args: string[] } {
  return { command: process.execPath, args: [program, '--workspace', workspace, 'serve', ...options] };
}
