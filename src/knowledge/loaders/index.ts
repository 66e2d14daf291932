import { extname } from 'node:path';
import type { DocumentLoader } from './loader.ts';
import { markdownLoader } from './markdown.ts';
import { textLoader } from './text.ts';

export const documentLoaders: readonly DocumentLoader[] = [markdownLoader, textLoader];

/** The loader for a file's name, or undefined where no loader knows it. */
export function loaderFor(path: string): DocumentLoader | undefined {
  const extension = extname(path).toLowerCase();
  return documentLoaders.find((loader) => loader.extensions.includes(extension));
}
