import type { FieldCard } from '../shared/tool-data.ts';
import { namesOf } from './field-words.ts';
import { literal } from './words.ts';

/** What a question says before any dataset is known. */
export interface AskedAbout {
  /** Row number of a stored record. */
  readonly row: number | undefined;
  /** Words that may be the id of a record, e.g. `M-012`. */
  readonly recordIds: readonly string[];
  /** The id of a dataset, where the question names one, e.g. `machining-line`. */
  readonly dataset: string | undefined;
  /** Fault codes that the question names itself. */
  readonly codes: readonly string[];
}

const rowForms = [
  /\b(?:row|record)\s*(?:no\.?|number|#)?\s*#?(\d{1,3}(?:,\d{3})+|\d{1,12})\b/i,
  // Not without a separator: `line3` is rather a name.
  /\b(?:line|sample)(?:\s+(?:no\.?|number)\s*|\s*#\s*|\s+)#?(\d{1,3}(?:,\d{3})+|\d{1,12})\b/i,
  /第\s*(\d{1,12})\s*(?:行|条|号|个)/,
  /(?:行号|记录号|行|记录)\s*[:：#]?\s*(\d{1,12})(?![\d.])/,
];
const recordId = /(?<![\p{L}\p{N}_.-])(?=[\p{L}_-]*\d)[A-Z][A-Z_]*-?\d[\w-]*(?![\p{L}\p{N}_])/gu;
const proseAfterDataset =
  'that|which|shows?|for|of|in|is|has|and|with|about|named|called|from|to|there|does|say';
/** Where a question says which dataset it means: quoted or behind the word, else only what looks like an id. */
const datasetForms = [
  /(?:dataset|数据集)\s*[:：]?\s*["“「]([^"”」]{1,80})["”」]/iu,
  new RegExp(`(?:dataset|数据集)\\s*[:：]?\\s*(?!(?:${proseAfterDataset})\\b)([a-z0-9][\\w-]*)`, 'i'),
  /\b(?:row|record|line|sample|measurement)\s*#?[\w,-]+\s+(?:of|in|from)\s+([a-z0-9]*(?:[-_\d][a-z0-9]*)+)/i,
  /(?:^|[\s，,：:])([a-z0-9]*(?:[-_\d][a-z0-9]*)+)\s*(?:的|中|里)?\s*(?:的)?\s*第\s*\d/i,
];
const code = /(?<![\p{L}\p{N}_.-])[A-Z]{3,6}(?![\p{L}\p{N}_-])/gu;
const noCodes = new Set([
  'ISO',
  'RPM',
  'RMS',
  'AND',
  'THE',
  'FFT',
  'MCP',
  'CSV',
  'CNC',
  'PLC',
  'MES',
  'AISI',
]);

/**
 * The question without what refers to a record or to the dataset, so that no row number and no part of an id is taken
 * for a value. A dataset that is called like one of its fields stays.
 */
export function withoutReferences(text: string, dataset: string, fields: readonly FieldCard[]): string {
  const named = new RegExp(`(?<![\\w-])${literal(dataset)}(?![\\w-])`, 'gi');
  const isField = fields.some((field) => namesOf(field).includes(dataset.toLowerCase()));
  const rest = isField ? text : text.replace(named, ' ; ');
  return [...rowForms, recordId].reduce((left, form) => left.replace(form, ' ; '), rest);
}

/** Reads the forms of reference; the values given in a question are read once the fields are known. */
export function readQuestion(text: string): AskedAbout {
  const row = rowForms.map((form) => form.exec(text)?.[1]).find((found) => found !== undefined);
  const all = (form: RegExp) => [...new Set([...text.matchAll(form)].map(([found]) => found))];
  return {
    row: row === undefined ? undefined : Number(row.replaceAll(',', '')),
    recordIds: all(recordId),
    dataset: datasetForms.map((form) => form.exec(text)?.[1]).find((found) => found !== undefined),
    codes: all(code).filter((found) => !noCodes.has(found)),
  };
}
