import { z } from 'zod';
import type { LsaModel } from '../embedding/lsa.ts';
import type { Vectors } from '../vectors/vector-index.ts';

/** What the collection taught: the model, and the vectors of its passages. */
export interface Learnt {
  readonly model: LsaModel;
  readonly vectors: Vectors;
}

const header = z.object({
  dimension: z.number().int().positive(),
  passages: z.number().int(),
  terms: z.array(z.string()),
  idf: z.array(z.number()),
});

/** Length of the header (uint32, little endian), the header as JSON padded to whole words, then float32: terms, passages. */
export function encodeLearnt({ model, vectors }: Learnt): Uint8Array {
  const { dimension, vocabulary, terms } = model;
  const json = JSON.stringify({
    dimension,
    passages: vectors.count,
    terms: [...vocabulary.column.keys()],
    idf: [...vocabulary.idf],
  });
  const head = Buffer.from(json);
  const padded = Buffer.concat([head, Buffer.alloc((4 - (head.length % 4)) % 4, ' ')]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(padded.length);
  const floats = [terms, vectors.data].map((f) => Buffer.from(f.buffer, f.byteOffset, f.byteLength));
  return Buffer.concat([length, padded, ...floats]);
}

/** Undefined where the bytes are not such a file. */
export function decodeLearnt(bytes: Uint8Array): Learnt | undefined {
  const view = Buffer.from(bytes);
  const from = 4 + view.readUInt32LE(0);
  const parsed = header.safeParse(JSON.parse(view.toString('utf8', 4, from)));
  if (!parsed.success) return undefined;
  const { dimension, passages, terms, idf } = parsed.data;
  const numbers = (terms.length + passages) * dimension;
  if (view.length !== from + numbers * 4) return undefined;
  // Copied, because a view of floats must begin at a multiple of four.
  const floats = new Float32Array(Uint8Array.from(view.subarray(from)).buffer);
  const split = terms.length * dimension;
  return {
    model: {
      dimension,
      vocabulary: { column: new Map(terms.map((term, i) => [term, i])), idf: Float64Array.from(idf) },
      terms: floats.subarray(0, split),
    },
    vectors: { dimension, count: passages, data: floats.subarray(split) },
  };
}
