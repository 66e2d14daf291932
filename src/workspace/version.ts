import { readFileSync } from 'node:fs';

/** The version in package.json, which lies two folders up in the sources and three in the build. */
export function packageVersion(): string {
  for (const up of ['../../package.json', '../../../package.json']) {
    try {
      const { name, version } = JSON.parse(readFileSync(new URL(up, import.meta.url), 'utf8'));
      if (name === 'zhuji') return version;
    } catch {
      // Not this folder: the next one.
    }
  }
  return 'unknown';
}
