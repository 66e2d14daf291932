import { basename, extname } from 'node:path';

const pattern = /^[\p{L}\p{N}][\p{L}\p{N}_.-]*$/u;
const longest = 120;

/** Whether this can be the id of an entry: `[\p{L}\p{N}][\p{L}\p{N}_.-]*`, at most 120 characters, no `..`. */
export function isId(text: string): boolean {
  return pattern.test(text) && text.length <= longest && !text.includes('..');
}

/** An id made from a name or a path: extension dropped, lower case, what is not allowed becomes `-`; `fallback` where nothing is left. */
export function idFrom(name: string, fallback = 'dataset'): string {
  const base = basename(name);
  const stem = base.slice(0, base.length - extname(base).length) || base;
  const id = stem
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_.-]+/gu, '-')
    .replace(/\.{2,}/g, '.')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .slice(0, longest)
    .replace(/[\uD800-\uDBFF]$/, '')
    .replace(/[-.]+$/, '');
  return id || fallback;
}
