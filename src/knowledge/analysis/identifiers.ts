import { standardBodies } from '../../workspace/standard-number.ts';

export interface Found {
  readonly start: number;
  readonly end: number;
  /** Letters and digits in lower case: `GB/T 36344` and `gb/t36344` are one. */
  readonly id: string;
}

/** `GB/T 36344-2018`, `ISO/IEC 5259-2`: bodies whose numbers may stand after a blank. */
const standard = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${standardBodies})(?:\/[A-Z]{1,4})*[ -]?(?:[A-Z]{1,2}[ -]?)?\d[\d.]*(?:[-—:][\d.]*\d)*(?![\p{L}\p{N}])`,
  'giu',
);
/** `E-1024`, `6205-2RS`, `42CrMo4`, `air_temperature`. */
const joined = /[\p{Script=Latin}\p{N}]+(?:[-_./][\p{Script=Latin}\p{N}]+)*/giu;
const measure = /^[\d.]+[a-z]{1,4}$/i;
const acronym = /(?<![\p{L}\p{N}])[A-Z][A-Z0-9&]{1,5}(?![\p{L}\p{N}])/gu;
const article = /第[〇零一二三四五六七八九十百千两\d]+[条款章节]/gu;

export const squeezed = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Numbers of standards that a text names, each once, as it writes them first. */
export function standardsIn(text: string): string[] {
  const found = new Map<string, string>();
  for (const [number] of text.normalize('NFKC').matchAll(standard)) {
    const key = squeezed(number);
    if (!found.has(key)) found.set(key, number.trim());
  }
  return [...found.values()];
}

/** Whether a number names a standard that was asked for, with or without its year. */
export function isStandard(number: string, asked: string): boolean {
  const [has, wants] = [squeezed(number), squeezed(asked.normalize('NFKC'))];
  return has === wants || (has.startsWith(wants) && /^(19|20)\d\d$/.test(has.slice(wants.length)));
}

function isCode(text: string): boolean {
  if (text.includes('_') && /\p{L}/u.test(text)) return true;
  return /\p{L}/u.test(text) && /\d/.test(text) && !measure.test(text);
}

/**
 * Names that are found whole or not at all: fault codes, standard and article numbers, part numbers, steel grades, field
 * ids, abbreviations. `text` is in NFKC. A standard with its year is found without it as well.
 */
export function identifiersIn(text: string): Found[] {
  const found: Found[] = [];
  const add = (pattern: RegExp, accept: (match: string, at: number) => boolean = () => true) => {
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      if (accept(match[0], match.index)) found.push({ start: match.index, end, id: squeezed(match[0]) });
    }
  };
  add(standard);
  for (const { start, end } of [...found]) {
    const base = /^(.*\d)[-—:](?:19|20)\d\d$/.exec(text.slice(start, end))?.[1];
    if (base) found.push({ start, end: start + base.length, id: squeezed(base) });
  }
  add(joined, isCode);
  // Where everything is in capitals, capitals say nothing.
  if (/\p{Ll}|\p{Script=Han}/u.test(text) || !/\s/.test(text.trim())) {
    const outer = found.map(({ start, end }) => [start, end] as const);
    add(acronym, (_, at) => outer.every(([start, end]) => at < start || at >= end));
  }
  add(article);
  const seen = new Set<string>();
  return found.filter(({ start, id }) => {
    const key = `${start} ${id}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
