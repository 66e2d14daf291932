import type { Entry, Field } from '../../workspace/index.ts';
import { likeness, tokensOf } from './tokens.ts';

interface Part {
  readonly weight: number;
  readonly tokens: readonly string[];
  /** Id of the field that the part belongs to. */
  readonly field?: string;
}

/** An entry ready to be searched. */
export interface Indexed {
  readonly entry: Entry;
  readonly parts: readonly Part[];
  /** Ids that name the entry or one of its fields, folded, and the field. */
  readonly names: ReadonlyMap<string, string | undefined>;
}

export const foldId = (id: string): string => id.normalize('NFKC').toLowerCase().trim();

function fieldParts(field: Field): Part[] {
  const { id, name, title, description, unit, role } = field;
  const named = [id, name, title?.zh, title?.en].filter((text) => text !== undefined).join(' ');
  return [
    { weight: 2, tokens: tokensOf(named), field: id },
    { weight: 1, tokens: tokensOf(`${description.zh ?? ''} ${description.en ?? ''}`), field: id },
    { weight: 1, tokens: tokensOf(`${unit?.symbol ?? ''} ${unit?.ucum ?? ''} ${role ?? ''}`), field: id },
  ];
}

export function indexEntry(entry: Entry): Indexed {
  const { id, title, description, keywords } = entry;
  const parts: Part[] = [
    { weight: 4, tokens: tokensOf(id) },
    { weight: 4, tokens: tokensOf(`${title.zh ?? ''} ${title.en ?? ''}`) },
    { weight: 3, tokens: keywords.flatMap(tokensOf) },
    { weight: 1, tokens: tokensOf(`${description.zh ?? ''} ${description.en ?? ''}`) },
  ];
  const names = new Map<string, string | undefined>([[foldId(id), undefined]]);
  if (entry.kind === 'dataset') {
    for (const recordSet of entry.recordSets) {
      parts.push({
        weight: 2,
        tokens: tokensOf(`${recordSet.id} ${recordSet.title.zh ?? ''} ${recordSet.title.en ?? ''}`),
      });
      for (const field of recordSet.fields) {
        parts.push(...fieldParts(field));
        for (const name of [field.id, field.name])
          if (!names.has(foldId(name))) names.set(foldId(name), field.id);
      }
    }
  } else if (entry.kind === 'document') {
    parts.push({ weight: 2, tokens: entry.sections.flatMap(tokensOf) });
  } else {
    parts.push({ weight: 2, tokens: tokensOf(entry.industry ?? '') });
    for (const {
      description: { zh, en },
      ...demand
    } of entry.requirements) {
      const names = 'field' in demand ? (demand.field ?? []) : [];
      parts.push({ weight: 1, tokens: tokensOf(`${zh ?? ''} ${en ?? ''} ${names.join(' ')}`) });
    }
  }
  return { entry, parts, names };
}

export interface Match {
  readonly score: number;
  readonly fields: readonly string[];
}

/** Worth of an exact id in a query. */
const exactId = 10;

/**
 * How well an entry answers a query: for each word of the query the best part that has it, times how rare the word is
 * among the entries; times the share of words found. Fields come in the order of their own scores.
 */
export function match(
  { parts, names }: Indexed,
  query: string,
  tokens: readonly string[],
  rarity: (token: string) => number,
): Match {
  const fields = new Map<string, number>();
  let score = 0;
  let found = 0;
  for (const token of tokens) {
    let best = 0;
    for (const part of parts) {
      const like = Math.max(0, ...part.tokens.map((other) => likeness(token, other)));
      const worth = like * part.weight * rarity(token);
      best = Math.max(best, worth);
      if (worth > 0 && part.field !== undefined)
        fields.set(part.field, (fields.get(part.field) ?? 0) + worth);
    }
    score += best;
    if (best > 0) found += 1;
  }
  if (tokens.length > 0) score *= found / tokens.length;
  const named = foldId(query);
  if (names.has(named)) {
    const field = names.get(named);
    score += field === undefined ? 2 * exactId : exactId;
    if (field !== undefined) fields.set(field, (fields.get(field) ?? 0) + exactId);
  }
  const ranked = [...fields].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return { score, fields: ranked.map(([field]) => field) };
}
