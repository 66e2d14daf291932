import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { DocumentWriter } from './document-writer.ts';
import type { DocumentLoader } from './loader.ts';
import { expectKind, reading } from './sniff.ts';
import { unzip } from './unzip.ts';

interface Slide {
  title: string;
  readonly bodies: string[];
  readonly tables: string[][][];
}

/** A first shape of one line this long is a title, where no shape says that it is. */
const longestTitle = 40;

/** Shapes with their paragraphs, and tables, of one slide in the order of the file. */
function readSlide(xml: string): Slide {
  const slide: Slide = { title: '', bodies: [], tables: [] };
  let shape: string[] = [];
  let paragraph = '';
  let isTitle = false;
  let table: string[][] | undefined;
  let cell: string[] | undefined;
  let inText = false;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    if (name === 'p:sp') [shape, isTitle] = [[], false];
    else if (name === 'p:ph') isTitle = /title/i.test(String(attributes['type'] ?? ''));
    else if (name === 'a:p') paragraph = '';
    else if (name === 'a:t') inText = true;
    else if (name === 'a:br') paragraph += '\n';
    else if (name === 'a:tbl') table = [];
    else if (name === 'a:tr') table?.push([]);
    else if (name === 'a:tc') cell = [];
  });
  parser.on('text', (text) => {
    if (inText) paragraph += text;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'a:t') inText = false;
    else if (name === 'a:p') (cell ?? shape).push(paragraph);
    else if (name === 'a:tc') {
      table?.at(-1)?.push((cell ?? []).join(' '));
      cell = undefined;
    } else if (name === 'a:tbl') {
      slide.tables.push(table ?? []);
      table = undefined;
    } else if (name === 'p:sp') {
      if (isTitle && slide.title === '') slide.title = shape.join(' ');
      else slide.bodies.push(shape.join('\n'));
    }
  });
  parser.write(xml).close();
  const [first = '', ...others] = slide.bodies.filter((body) => body.trim() !== '');
  const short = first.length <= longestTitle && !first.includes('\n');
  return slide.title === '' && short && others.length > 0
    ? { ...slide, title: first, bodies: others }
    : slide;
}

const slideName = /^ppt\/slides\/slide(\d+)\.xml$/;

/** Presentations: each slide a page and a section of its own. */
export const pptxLoader: DocumentLoader = {
  id: 'pptx',
  mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  extensions: ['.pptx'],
  async load(bytes, path) {
    expectKind(bytes, path, 'pptx');
    return reading(path, async () => {
      const parts = unzip(bytes, path, (name) => slideName.test(name));
      const slides = [...parts]
        .map(([name, part]) => ({ number: Number(slideName.exec(name)?.[1]), part }))
        .sort((a, b) => a.number - b.number);
      const writer = new DocumentWriter();
      for (const { part } of slides) {
        const { title, bodies, tables } = readSlide(new TextDecoder().decode(part));
        writer.page();
        writer.heading(1, title);
        for (const body of bodies) writer.paragraph(body);
        for (const table of tables) writer.table(table);
      }
      return writer.finish();
    });
  },
};
