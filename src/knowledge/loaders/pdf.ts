import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { DocumentWriter } from './document-writer.ts';
import type { DocumentLoader } from './loader.ts';
import { type PdfPage, writePages } from './pdf-blocks.ts';
import { type PlacedText, pdfLines } from './pdf-lines.ts';
import { refuse } from './refuse.ts';
import { expectKind, reading } from './sniff.ts';

const library = () => import('pdfjs-dist/legacy/build/pdf.mjs');

/** Character maps and fonts lie in the library's package; without the maps old Chinese files are silently empty. */
function assets(folder: string): string {
  return `${join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), folder)}/`;
}

const isNamed = (error: unknown, name: string): boolean => error instanceof Error && error.name === name;

async function openPdf(bytes: Uint8Array, path: string) {
  const { getDocument, VerbosityLevel } = await library();
  const task = getDocument({
    // The library takes the bytes away from whoever gives them.
    data: Uint8Array.from(bytes),
    cMapUrl: assets('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: assets('standard_fonts'),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    return { task, pdf: await task.promise };
  } catch (error) {
    await task.destroy();
    if (!isNamed(error, 'PasswordException')) throw error;
    throw refuse(
      path,
      { en: 'is protected by a password', zh: '受密码保护' },
      { en: 'Save it without the password.', zh: '请另存为无密码的文件。' },
    );
  }
}

/** PDF by pdf.js: pages, headings by their size, tables as rows. Pages that show pictures alone are named. */
export const pdfLoader: DocumentLoader = {
  id: 'pdf',
  mediaType: 'application/pdf',
  extensions: ['.pdf'],
  mostBytes: 256 * 1024 * 1024,
  async load(bytes, path) {
    expectKind(bytes, path, 'pdf');
    return reading(path, async () => {
      const { task, pdf } = await openPdf(bytes, path);
      try {
        const pages: PdfPage[] = [];
        const withoutText: number[] = [];
        for (let number = 1; number <= pdf.numPages; number++) {
          const page = await pdf.getPage(number);
          const { items } = await page.getTextContent();
          const placed = items.filter((item): item is typeof item & PlacedText => 'str' in item);
          const lines = pdfLines(placed);
          if (lines.length === 0 && (await page.getOperatorList()).fnArray.length > 0)
            withoutText.push(number);
          pages.push({ lines, height: page.view[3] ?? 842 });
          page.cleanup();
        }
        if (withoutText.length === pdf.numPages)
          throw refuse(
            path,
            { en: 'holds pictures of text, but no text', zh: '只有图像，没有文字层（可能是扫描件）' },
            {
              en: 'Run text recognition (OCR) on it, and save it with the text.',
              zh: '请先进行文字识别（OCR），并保存为带文字层的文件。',
            },
          );
        const writer = new DocumentWriter();
        writePages(pages, writer);
        return writer.finish(withoutText.length > 0 ? { withoutText } : {});
      } finally {
        await task.destroy();
      }
    });
  },
};
