import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = process.env['ZHUJI_SHARED'] ?? resolve(import.meta.dirname, '../../shared');

/** Where the public test data lie: the folder `data` of `ZHUJI_SHARED`, or of `../shared`. */
export function sharedData(...path: string[]): string {
  return join(root, 'data', ...path);
}

/** Whether a set of the public test data is there; tests skip where it is not, unless `ZHUJI_SHARED` asks for it. */
export function hasSharedData(...path: string[]): boolean {
  const found = existsSync(sharedData(...path));
  if (!found && process.env['ZHUJI_SHARED']) {
    throw new Error(`ZHUJI_SHARED is set, but ${sharedData(...path)} does not exist`);
  }
  if (!found) console.warn(`skipped: ${sharedData(...path)} does not exist; set ZHUJI_SHARED`);
  return found;
}
