import jsonld from 'jsonld';
import { z } from 'zod';

const term = z.object({ value: z.string(), datatype: z.object({ value: z.string() }).optional() });
const quad = z.object({ subject: term, predicate: term, object: term });
export type Quad = z.output<typeof quad>;

/** A document as triples by a full JSON-LD processor, which may fetch nothing and must understand all of it. */
export async function triplesOf(document: object): Promise<readonly Quad[]> {
  const options = {
    safe: true,
    // Croissant names its parts relative to where the file lies.
    base: 'https://plant.example/datasets/made/croissant.json',
    documentLoader: (url: string): Promise<never> => Promise.reject(new Error(`${url} must not be fetched`)),
  };
  return z.array(quad).parse(await jsonld.toRDF({ ...document }, options));
}
