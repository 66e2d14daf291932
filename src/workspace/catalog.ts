import type { DatasetEntry, EntryKind } from './entries.ts';
import type { Entry } from './entry.ts';

export interface CatalogSearch {
  /** Free text, zh or en; `''` lists everything. */
  readonly query: string;
  readonly kind?: EntryKind;
}

export interface CatalogHit {
  readonly entry: Entry;
  /** 0 where the query was empty. Higher is better. */
  readonly score: number;
  /** Ids of the fields that matched, best first (datasets only). */
  readonly fields: readonly string[];
}

/** What a workspace says of itself: entries by id, and search over them. */
export interface Catalog {
  entries(kind?: EntryKind): readonly Entry[];
  get(id: string): Entry | undefined;
  /** The dataset, or `not_found` with the nearest ids in `details.did_you_mean`. */
  dataset(id: string): DatasetEntry;
  /** All hits, best first, ties by id: the order is stable. */
  search(search: CatalogSearch): readonly CatalogHit[];
}
