import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const cache = join(root, 'node_modules/.cache/zhuji');
const stamp = join(cache, 'stamp');

/** The command line as JavaScript: a process of it starts in half the time that the sources take. */
export const builtCli = join(cache, 'dist/src/cli/main.js');

const sources = ['src', 'tools', 'agents', 'evals', 'package.json', 'tsconfig.json'];

function newest(path: string): number {
  const { mtimeMs } = statSync(path);
  const inner = statSync(path).isDirectory() ? readdirSync(path).map((name) => newest(join(path, name))) : [];
  return Math.max(mtimeMs, ...inner);
}

/** Builds the command line anew where a source is newer; before all tests, so that none of them waits for another. */
export default function setup(): void {
  const latest = Math.max(...sources.map((path) => newest(join(root, path))));
  if (existsSync(stamp) && statSync(stamp).mtimeMs > latest) return;
  const fresh = join(cache, `fresh-${process.pid}`);
  mkdirSync(fresh, { recursive: true });
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const options = ['-p', root, '--noCheck', '--declaration', 'false', '--outDir', join(fresh, 'dist')];
  const began = new Date();
  execFileSync(process.execPath, [compiler, ...options], { stdio: 'inherit' });
  cpSync(join(root, 'package.json'), join(cache, 'package.json'));
  rmSync(join(cache, 'dist'), { recursive: true, force: true });
  renameSync(join(fresh, 'dist'), join(cache, 'dist'));
  rmSync(fresh, { recursive: true, force: true });
  writeFileSync(stamp, began.toISOString());
}
