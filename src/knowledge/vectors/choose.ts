import { exactPlug } from './exact.ts';
import { hnswPlug, loadHnsw } from './hnsw.ts';
import type { VectorIndexPlug } from './vector-index.ts';

/** From this many rows on comparing with each takes longer than 2 ms, and an approximate index pays. */
export const approximateFrom = 5_000;

/** The index for so many rows: HNSW where it pays and can be loaded, else the exact one. */
export async function choosePlug(count: number, from = approximateFrom): Promise<VectorIndexPlug> {
  if (count < from) return exactPlug;
  return (await loadHnsw()).library ? hnswPlug : exactPlug;
}
