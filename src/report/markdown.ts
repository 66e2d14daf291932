/** Text for a line of Markdown: no markup of its own, no line breaks. */
export function markdownText(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ').replace(/[\\`*_[\]<>|#~]/g, (character) => `\\${character}`);
}

function cell(text: string | number | null | undefined): string {
  return String(text ?? '')
    .replace(/\s*[\r\n]+\s*/g, ' ')
    .replace(/(?<!\\)\|/g, '\\|');
}

export interface MarkdownColumn {
  readonly title: string;
  readonly number?: boolean;
}

/** A table in GitHub's Markdown. Cells may hold inline Markdown; text of others goes through {@link markdownText} first. */
export function markdownTable(
  columns: readonly (MarkdownColumn | string)[],
  rows: readonly (readonly (string | number | null | undefined)[])[],
): string {
  const all = columns.map((column) => (typeof column === 'string' ? { title: column } : column));
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(all.map(({ title }) => cell(title))),
    line(all.map((column) => ('number' in column && column.number ? '---:' : '---'))),
    ...rows.map((row) => line(all.map((_, place) => cell(row[place])))),
  ].join('\n');
}
