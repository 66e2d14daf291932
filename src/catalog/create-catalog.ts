import {
  type Catalog,
  type CatalogHit,
  type DatasetEntry,
  type Entry,
  nearest,
  ZhujiError,
} from '../workspace/index.ts';
import { indexEntry, match } from './search/score.ts';
import { likeness, queryTokensOf } from './search/tokens.ts';

const byId = (a: Entry, b: Entry): number => (a.id < b.id ? -1 : 1);

function notFound(id: string, kind: string, entries: readonly Entry[]): ZhujiError {
  const ids = entries.map((entry) => entry.id);
  const meant = nearest(id, ids);
  const offered = meant.length > 0 ? meant.join(', ') : ids.slice(0, 10).join(', ') || '–';
  return new ZhujiError(
    'not_found',
    { en: `There is no ${kind} "${id}"`, zh: `没有标识为 "${id}" 的数据集` },
    {
      recovery: { en: `Use one of: ${offered}.`, zh: `可用：${offered}。` },
      details: { id, did_you_mean: meant, valid_values: ids.slice(0, 50) },
    },
  );
}

/** A catalog of these entries. Errors: `invalid_argument` where two entries share an id. */
export function createCatalog(entries: readonly Entry[]): Catalog {
  const sorted = entries.toSorted(byId);
  const known = new Map<string, Entry>();
  for (const entry of sorted) {
    if (known.has(entry.id)) {
      throw new ZhujiError(
        'invalid_argument',
        { en: `Two entries have the id "${entry.id}"`, zh: `有两个条目使用标识 "${entry.id}"` },
        {
          recovery: { en: 'Give one of them another id.', zh: '请为其中之一更换标识。' },
          details: { id: entry.id },
        },
      );
    }
    known.set(entry.id, entry);
  }
  const indexed = sorted.map(indexEntry);
  const rarities = new Map<string, number>();
  const rarity = (token: string): number => {
    const before = rarities.get(token);
    if (before !== undefined) return before;
    const holders = indexed.filter(({ parts }) =>
      parts.some((part) => part.tokens.some((other) => likeness(token, other) > 0)),
    );
    const value = Math.log(1 + indexed.length / Math.max(1, holders.length));
    rarities.set(token, value);
    return value;
  };

  return {
    entries: (kind) => (kind === undefined ? sorted : sorted.filter((entry) => entry.kind === kind)),
    get: (id) => known.get(id),
    dataset(id): DatasetEntry {
      const entry = known.get(id);
      if (entry?.kind === 'dataset') return entry;
      throw notFound(
        id,
        'dataset',
        sorted.filter(({ kind }) => kind === 'dataset'),
      );
    },
    search({ query, kind }): CatalogHit[] {
      const candidates = indexed.filter(({ entry }) => kind === undefined || entry.kind === kind);
      if (query.trim() === '') return candidates.map(({ entry }) => ({ entry, score: 0, fields: [] }));
      const tokens = queryTokensOf(query);
      return candidates
        .map((candidate) => ({ entry: candidate.entry, ...match(candidate, query, tokens, rarity) }))
        .filter(({ score }) => score > 0)
        .toSorted((a, b) => b.score - a.score || byId(a.entry, b.entry));
    },
  };
}
