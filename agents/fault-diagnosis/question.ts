/** What a question says before any dataset is known. */
export interface AskedAbout {
  /** Row number of a stored record. */
  readonly row: number | undefined;
  /** Words that may be the id of a record, e.g. `M-012`. */
  readonly recordIds: readonly string[];
  /** Words that look like the id of a dataset, e.g. `machining-line`. */
  readonly datasetIds: readonly string[];
  /** Fault codes that the question names itself. */
  readonly codes: readonly string[];
}

const rowForms = [
  /\b(?:row|record|line|sample)\s*(?:no\.?|number|#)?\s*#?(\d{1,3}(?:,\d{3})+|\d{1,12})\b/i,
  /第\s*(\d{1,12})\s*(?:行|条|号|个)/,
  /(?:行号|记录号|行|记录)\s*[:：#]?\s*(\d{1,12})(?![\d.])/,
];
const recordId = /(?<![\p{L}\p{N}_.-])(?=[\p{L}_-]*\d)[A-Z][A-Z_]*-?\d[\w-]*(?![\p{L}\p{N}_])/gu;
const datasetId =
  /(?<![\p{L}\p{N}_.-])[a-z][a-z0-9]*(?:[-_][a-z0-9]+)+(?![\p{L}\p{N}_])|(?<![\p{L}\p{N}_.-])[a-z]+\d+[a-z]+\d*[a-z0-9]*(?![\p{L}\p{N}_])/gu;
const code = /(?<![\p{L}\p{N}_.-])[A-Z]{3,6}(?![\p{L}\p{N}_-])/gu;
const noCodes = new Set(['ISO', 'RPM', 'RMS', 'AND', 'THE', 'FFT', 'MCP', 'CSV']);

/** Reads the forms of reference; the values given in a question are read once the fields are known. */
export function readQuestion(text: string): AskedAbout {
  const row = rowForms.map((form) => form.exec(text)?.[1]).find((found) => found !== undefined);
  const all = (form: RegExp) => [...new Set([...text.matchAll(form)].map(([found]) => found))];
  return {
    row: row === undefined ? undefined : Number(row.replaceAll(',', '')),
    recordIds: all(recordId),
    datasetIds: all(datasetId),
    codes: all(code).filter((found) => !noCodes.has(found)),
  };
}
