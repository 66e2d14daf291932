import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
/** With `ZHUJI_BUILT` set the built program is tested, otherwise the sources. */
const program = process.env['ZHUJI_BUILT']
  ? [resolve(root, 'dist/src/cli/main.js')]
  : ['--import', import.meta.resolve('tsx'), resolve(root, 'src/cli/main.ts')];

/** The command that serves a workspace, as a client's configuration would name it. */
export function serveProgram(workspace: string, ...options: string[]): { command: string; args: string[] } {
  return { command: process.execPath, args: [...program, '--workspace', workspace, 'serve', ...options] };
}
