import mammoth from 'mammoth';
import { DocumentWriter } from './document-writer.ts';
import { writeHtml } from './html-blocks.ts';
import type { DocumentLoader } from './loader.ts';
import { expectKind, reading } from './sniff.ts';
import { unzip } from './unzip.ts';

/** Word by way of mammoth, which keeps headings, lists and tables as HTML. Pictures are left out. */
export const docxLoader: DocumentLoader = {
  id: 'docx',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  extensions: ['.docx'],
  async load(bytes, path) {
    expectKind(bytes, path, 'docx');
    return reading(path, async () => {
      unzip(bytes, path);
      const convertImage = mammoth.images.imgElement(async () => ({ src: '' }));
      const styleMap = ["p[style-name='Title'] => h1:fresh", "p[style-name='标题'] => h1:fresh"];
      const { value } = await mammoth.convertToHtml(
        { buffer: Buffer.from(bytes) },
        { convertImage, styleMap },
      );
      const writer = new DocumentWriter();
      writeHtml(value, writer);
      return writer.finish();
    });
  },
};
