import type { Block, LoadedDocument } from './loader.ts';

const plain = (text: string): string =>
  text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ *\n */g, '\n')
    .trim();
const oneLine = (text: string): string => plain(text).replace(/\n/g, ' ');

/** A cell in one line, without the mark that stands between cells. */
const cell = (text: string): string => oneLine(text).replaceAll('|', '/');
const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

/** Writes down, in plain text with its structure, what a format that is not plain text holds. */
export class DocumentWriter {
  private text = '';
  private readonly blocks: Block[] = [];
  private readonly pages: number[] = [];

  private begin(): number {
    if (this.text !== '') this.text += '\n\n';
    return this.text.length;
  }

  /** What follows is on a new page. */
  page(): void {
    this.pages.push(this.text === '' ? 0 : this.text.length + 2);
  }

  heading(level: number, title: string): void {
    const line = oneLine(title);
    if (line === '') return;
    const start = this.begin();
    this.text += line;
    this.blocks.push({ kind: 'heading', start, level, title: line });
  }

  paragraph(text: string): void {
    const body = plain(text);
    if (body === '') return;
    const start = this.begin();
    this.text += body;
    this.blocks.push({ kind: 'text', start, cuts: [] });
  }

  /** Items are whole lines with their marks. */
  list(items: readonly string[], kind: 'list' | 'steps'): void {
    this.lines(items.map(plain), kind);
  }

  /** The first row is the header. */
  table(rows: readonly (readonly string[])[]): void {
    const lines = rows.filter((cells) => cells.some((text) => text.trim() !== '')).map(row);
    const block = this.lines(lines, 'table');
    if (!block) return;
    const end = block.start + (lines[0]?.length ?? 0);
    this.blocks[this.blocks.length - 1] = { ...block, header: [block.start, end] };
  }

  /** A record, a line for each value that is there, with the name before it. */
  entry(fields: readonly (readonly [name: string, value: string])[]): void {
    const lines = fields.flatMap(([name, value]) =>
      oneLine(value) === '' ? [] : [`${oneLine(name)}: ${oneLine(value)}`],
    );
    if (lines.length === 0) return;
    const start = this.begin();
    this.text += lines.join('\n');
    this.blocks.push({ kind: 'entry', start, cuts: [] });
  }

  private lines(lines: readonly string[], kind: 'list' | 'steps' | 'table') {
    const written = lines.filter((line) => line !== '');
    if (written.length === 0) return undefined;
    const start = this.begin();
    const cuts: number[] = [];
    for (const [i, line] of written.entries()) {
      if (i > 0) {
        this.text += '\n';
        cuts.push(this.text.length);
      }
      this.text += line;
    }
    const block = { kind, start, cuts };
    this.blocks.push(block);
    return block;
  }

  finish(more: Partial<Pick<LoadedDocument, 'declared' | 'withoutText'>> = {}): LoadedDocument {
    return {
      declared: { datasets: [], keywords: [] },
      ...more,
      text: this.text,
      blocks: this.blocks,
      ...(this.pages.length > 0 && { pages: this.pages }),
    };
  }
}
