import type { IndexedDocument } from '../documents/indexed.ts';
import { joinRows, rowCount } from '../lexical/term-rows.ts';

interface Header {
  readonly documents: readonly Omit<IndexedDocument, 'terms'>[];
  readonly vocabulary: readonly string[];
  /** How many terms its rows have together. */
  readonly terms: number;
}

const wordsOf = (array: Uint32Array | Float32Array): Buffer =>
  Buffer.from(array.buffer, array.byteOffset, array.byteLength);

/**
 * Documents with their terms in one file. Length of the header (uint32, little endian), the header as JSON padded to whole
 * words, then uint32: where each passage begins in the terms, the terms; then float32: how often each occurs.
 */
export function encodeSegment(documents: readonly IndexedDocument[]): Uint8Array {
  const { vocabulary, starts, terms, counts } = joinRows(documents.map((document) => document.terms));
  const header: Header = {
    documents: documents.map(({ terms: _terms, ...document }) => document),
    vocabulary,
    terms: terms.length,
  };
  const head = Buffer.from(JSON.stringify(header));
  const padding = Buffer.alloc((4 - (head.length % 4)) % 4, ' ');
  const length = Buffer.alloc(4);
  length.writeUInt32LE(head.length + padding.length);
  return Buffer.concat([length, head, padding, ...[starts, terms, counts].map(wordsOf)]);
}

/** What `encodeSegment` wrote. The caller has compared checksums. */
export function decodeSegment(bytes: Uint8Array): IndexedDocument[] {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const from = 4 + view.readUInt32LE(0);
  const header: Header = JSON.parse(view.toString('utf8', 4, from));
  // Copied, because a view of words must begin at a multiple of four.
  const words = Uint8Array.from(view.subarray(from)).buffer;
  const rows = header.documents.reduce((sum, { passages }) => sum + passages.length, 0);
  const starts = new Uint32Array(words, 0, rows + 1);
  const terms = new Uint32Array(words, 4 * (rows + 1), header.terms);
  const counts = new Float32Array(words, 4 * (rows + 1 + header.terms), header.terms);
  const { vocabulary } = header;
  let first = 0;
  return header.documents.map((document) => {
    const own = starts.subarray(first, first + document.passages.length + 1);
    const held = { ...document, terms: { vocabulary, starts: own, terms, counts } };
    first += rowCount(held.terms);
    return held;
  });
}
