import type { Question, ToolCall, ToolResult } from '../../shared/procedure.ts';
import { answers, failure, nextCall, type Row, read, type Steps } from '../../shared/tool-data.ts';
import { type TemperingFields, temperingFields } from './fields.ts';
import { type MaterialMatch, matchMaterial, materialValues } from './material.ts';

export interface FoundDataset {
  readonly id: string;
  readonly recordSet: string;
  readonly hash: string;
  readonly generated: boolean;
  readonly fields: TemperingFields;
  readonly match: MaterialMatch;
  readonly materials: readonly (string | number)[];
}

/** `lacks`: what stands in the way, as the tools told it. */
export type DatasetSearch =
  | { readonly found: FoundDataset }
  | { readonly lacks: 'datasets' | 'fields' | 'rows'; readonly said: string };

type Candidate = Omit<FoundDataset, 'match' | 'materials'> & { readonly rows: number };

const subject = 'tempering hardness steel 回火 硬度 钢';
const mostEntries = 10;
const mostCandidates = 3;

/** Finds the dataset whose columns are those of tempering, and in it the material that the question means. */
export function* findDataset(question: Question, rest: string): Steps<DatasetSearch> {
  const search = (query: string): ToolCall => ({
    name: 'search_catalog',
    arguments: { query, kind: 'dataset' },
  });
  const results = yield [search(question.text), search(subject)];
  let candidates = yield* describe(idsOf(results));
  if (candidates.length === 0) {
    const all = yield [search('')];
    const ids = idsOf(all);
    if (ids.length === 0) return { lacks: 'datasets', said: all[0]?.ok === false ? failure(all[0]) : '' };
    candidates = yield* describe(ids);
  }
  if (candidates.length === 0) return { lacks: 'fields', said: '' };
  return yield* withMaterial(candidates.slice(0, mostCandidates), rest);
}

function idsOf(results: readonly ToolResult[]): readonly string[] {
  const ids = results
    .flatMap((result) => read(answers.searchCatalog, result)?.entries ?? [])
    .map(({ id }) => id);
  return [...new Set(ids)];
}

/** Record sets with all the columns; measured before simulated, large before small, so that the order of hits is no matter. */
function* describe(ids: readonly string[]): Steps<readonly Candidate[]> {
  const candidates: Candidate[] = [];
  for (let at = 0; at < ids.length; at += mostEntries) {
    const part = ids.slice(at, at + mostEntries);
    const results = yield part.map((id) => ({ name: 'get_entries', arguments: { ids: [id] } }));
    for (const entry of results.flatMap((result) => read(answers.getEntries, result)?.entries ?? [])) {
      for (const set of entry.record_sets ?? []) {
        const fields = temperingFields(set.fields);
        if (!('temperature' in fields)) continue;
        const { id, hash, generated = false } = entry;
        candidates.push({ id, hash, generated, recordSet: set.id, rows: set.rows, fields });
      }
    }
  }
  return candidates.toSorted(
    (a, b) => Number(a.generated) - Number(b.generated) || b.rows - a.rows || (a.id < b.id ? -1 : 1),
  );
}

function* withMaterial(candidates: readonly Candidate[], rest: string): Steps<DatasetSearch> {
  const known: FoundDataset[] = [];
  let said = '';
  for (const { rows: _, ...candidate } of candidates) {
    const field = candidate.fields.material;
    const { rows, problem } = yield* allRows({
      dataset: `${candidate.id}/${candidate.recordSet}`,
      select: [field, 'count()'],
      order: field,
    });
    said ||= problem;
    const materials = materialValues(rows, field);
    const match = matchMaterial(rest, materials);
    if (materials.length > 0) known.push({ ...candidate, match, materials });
    if (match.found === 'one') break;
  }
  const found =
    known.find(({ match }) => match.found === 'one') ??
    known.find(({ match }) => match.found === 'several') ??
    known[0];
  return found ? { found } : { lacks: 'rows', said };
}

const pageSize = '500';
/** A run has a limit of turns; what lies beyond so many pages is left unread, and said to be. */
const mostPages = 8;

export interface ReadRows {
  readonly rows: readonly Row[];
  /** What the tool said where it failed, else `''`. */
  readonly problem: string;
  /** Whether all pages were read. */
  readonly complete: boolean;
}

/** The rows of a query, page by page. */
export function* allRows(query: Readonly<Record<string, unknown>>): Steps<ReadRows> {
  const rows: Row[] = [];
  let call: ToolCall | undefined = { name: 'query_rows', arguments: { ...query, page: pageSize } };
  for (let pages = 0; call && pages < mostPages; pages++) {
    const result: ToolResult | undefined = (yield [call])[0];
    const page: readonly Row[] | undefined = read(answers.queryRows, result)?.rows;
    if (!page) return { rows, problem: failure(result), complete: false };
    rows.push(...page);
    call = page.length > 0 ? nextCall(result) : undefined;
  }
  return { rows, problem: '', complete: call === undefined };
}
