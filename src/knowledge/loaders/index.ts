import { extname } from 'node:path';
import { csvLoader } from './csv.ts';
import { docxLoader } from './docx.ts';
import { htmlLoader } from './html.ts';
import type { DocumentLoader } from './loader.ts';
import { markdownLoader } from './markdown.ts';
import { pdfLoader } from './pdf.ts';
import { pptxLoader } from './pptx.ts';
import { textLoader } from './text.ts';
import { xlsxLoader } from './xlsx.ts';

export const documentLoaders: readonly DocumentLoader[] = [
  markdownLoader,
  textLoader,
  htmlLoader,
  pdfLoader,
  docxLoader,
  xlsxLoader,
  pptxLoader,
  csvLoader,
];

/** The loader for a file's name, or undefined where no loader knows it. */
export function loaderFor(path: string): DocumentLoader | undefined {
  const extension = extname(path).toLowerCase();
  return documentLoaders.find((loader) => loader.extensions.includes(extension));
}
