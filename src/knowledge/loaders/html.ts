import { languageOf } from '../../workspace/text.ts';
import { decodeText } from './decode.ts';
import { DocumentWriter } from './document-writer.ts';
import { htmlTitle, writeHtml } from './html-blocks.ts';
import type { DocumentLoader } from './loader.ts';

export const htmlLoader: DocumentLoader = {
  id: 'html',
  mediaType: 'text/html',
  extensions: ['.html', '.htm', '.xhtml'],
  async load(bytes, path) {
    const source = decodeText(bytes, path);
    const writer = new DocumentWriter();
    writeHtml(source, writer);
    const title = htmlTitle(source);
    return writer.finish({
      declared: { datasets: [], keywords: [], ...(title && { title: { [languageOf(title)]: title } }) },
    });
  },
};
