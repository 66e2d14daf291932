import type { Table, TableCell } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';

export interface MarkdownRow {
  /** As written, without escapes and code marks; one for each column of the header. */
  readonly cells: readonly string[];
  /** Character span in the text, end exclusive. */
  readonly start: number;
  readonly end: number;
}

export interface MarkdownTable {
  readonly header: readonly string[];
  readonly rows: readonly MarkdownRow[];
}

/** The tables of a Markdown text, in order. Cells keep their `*` and `_`: conditions are written with them. */
export function markdownTables(text: string): readonly MarkdownTable[] {
  const tree = fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
  return tree.children.filter((node) => node.type === 'table').flatMap((table) => read(table, text));
}

function read(table: Table, text: string): MarkdownTable[] {
  const [first, ...others] = table.children;
  if (!first) return [];
  const header = first.children.map((cell) => cellText(cell, text));
  const rows = others.map(({ children, position }) => ({
    cells: header.map((_, place) => {
      const cell = children[place];
      return cell ? cellText(cell, text) : '';
    }),
    start: position?.start.offset ?? 0,
    end: position?.end.offset ?? 0,
  }));
  return [{ header, rows }];
}

function cellText({ position }: TableCell, text: string): string {
  return text
    .slice(position?.start.offset ?? 0, position?.end.offset ?? 0)
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .replaceAll('`', '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .trim();
}

/** Words by which a column is known, in either language, lower case. */
export type Columns<Key extends string> = Readonly<Record<Key, readonly string[]>>;

/**
 * The rows of every table that has all the columns in `required`, by column; others that are there come along, and
 * are `''` where they are not.
 */
export function rowsOf<Key extends string>(
  tables: readonly MarkdownTable[],
  columns: Columns<Key>,
  required: readonly NoInfer<Key>[],
): readonly (Readonly<Record<Key, string>> & { readonly start: number; readonly end: number })[] {
  const keys = Object.keys(columns) as Key[];
  return tables.flatMap(({ header, rows }) => {
    const names = header.map((name) => name.toLowerCase());
    const places = new Map(keys.map((key) => [key, names.findIndex((name) => columns[key].includes(name))]));
    if (required.some((key) => (places.get(key) ?? -1) < 0)) return [];
    return rows.map(({ cells, start, end }) => {
      const record = Object.fromEntries(keys.map((key) => [key, cells[places.get(key) ?? -1] ?? '']));
      return { ...(record as Record<Key, string>), start, end };
    });
  });
}

/** A cell's number, `undefined` where it holds none: `-`, `≥ 3`, blank. Accepts a typographic minus and thin spaces. */
export function numberIn(cell: string): number | undefined {
  const text = cell.replace(/[−–]/g, '-').replace(/(?<=\d)[\s\u2009\u202f](?=\d{3}\b)/g, '');
  return /^[-+]?(\d+(\.\d*)?|\.\d+)(e[-+]?\d+)?$/i.test(text.trim()) ? Number(text) : undefined;
}
