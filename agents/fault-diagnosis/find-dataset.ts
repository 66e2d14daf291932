import type { Language } from '../../src/workspace/index.ts';
import type { ToolCall, ToolResult } from '../shared/procedure.ts';
import { answers, type Entry, type FieldCard, failure, read, type Steps } from '../shared/tool-data.ts';
import type { Note } from './answer.ts';
import { givenValues } from './given-values.ts';
import { type AskedAbout, withoutReferences } from './question.ts';
import { list, say } from './words.ts';

/** The dataset that a question is about, others that may be, and what had to be assumed; or what is lacking. */
export type DatasetSearch =
  | { readonly entry: Entry; readonly others: readonly Entry[]; readonly qualifications: readonly Note[] }
  | { readonly lacks: Note };

const most = 10;

/** The dataset that the question names; or the one that its values fit, or its words, as the catalog ranks them. */
export function* findDataset(text: string, asked: AskedAbout, language: Language): Steps<DatasetSearch> {
  const search = (query: string): ToolCall => ({
    name: 'search_catalog',
    arguments: { query, kind: 'dataset' },
  });
  const [hits] = yield [search(text)];
  let ids = idsIn(hits);
  if (!named(ids, text, asked)) {
    const [all] = yield [search('')];
    if (all?.ok === false) return { lacks: noDatasets(all, language) };
    ids = [...new Set([...ids, ...idsIn(all)])];
  }
  if (ids.length === 0) return { lacks: noDatasets(undefined, language) };
  const id = named(ids, text, asked);
  if (asked.dataset && !id) return { lacks: unknownDataset(asked.dataset, ids, language) };
  const entries = yield* describe(id ? [id] : ids.slice(0, most), language);
  const [entry, ...others] = id ? entries : byFit(entries, text, asked, language);
  if (!entry) return { lacks: noDatasets(undefined, language) };
  const qualifications = id || others.length === 0 ? [] : [assumed(entry, language)];
  return { entry, others, qualifications };
}

const idsIn = (result: ToolResult | undefined): string[] =>
  (read(answers.searchCatalog, result)?.entries ?? []).map((entry) => entry.id);

/** The dataset that the question calls by its id: the longest, where one id is a part of another. */
function named(ids: readonly string[], text: string, { dataset }: AskedAbout): string | undefined {
  if (dataset) return ids.find((id) => id.toLowerCase() === dataset.toLowerCase());
  return ids.toSorted((a, b) => b.length - a.length).find((id) => mentions(text, id));
}

function mentions(text: string, id: string): boolean {
  const at = text.toLowerCase().indexOf(id.toLowerCase());
  const continues = (place: number) => /[\w-]/.test(text[place] ?? '');
  return at >= 0 && !continues(at - 1) && !continues(at + id.length);
}

/** Each for itself: one call with many ids may exceed what an answer may hold. */
function* describe(ids: readonly string[], language: Language): Steps<readonly Entry[]> {
  const results = yield ids.map((id) => ({ name: 'get_entries', arguments: { ids: [id], language } }));
  return results.flatMap((result) => read(answers.getEntries, result)?.entries ?? []);
}

/** Stable: of two that fit as well, the one that the catalog ranked first. */
function byFit(
  entries: readonly Entry[],
  text: string,
  asked: AskedAbout,
  language: Language,
): readonly Entry[] {
  if (asked.row !== undefined) return entries;
  const matches = (entry: Entry) => {
    const fields = fieldsOf(entry);
    const rest = withoutReferences(text, entry.id, fields);
    return Object.keys(givenValues(rest, fields, language).values).length;
  };
  return entries.toSorted((a, b) => matches(b) - matches(a));
}

/** All fields, each once. */
export const fieldsOf = ({ record_sets: sets = [] }: Entry): readonly FieldCard[] => [
  ...new Map(sets.flatMap(({ fields }) => fields.map((field) => [field.id, field] as const))).values(),
];

function noDatasets(failed: ToolResult | undefined, language: Language): Note {
  const said = failed ? ` (${failure(failed)})` : '';
  return {
    code: 'no_data',
    text: say(
      language,
      `No dataset: search_catalog lists none${said}. Nothing can be said of a record without its data.`,
      `没有数据集：search_catalog 未列出任何数据集${said}。没有数据就无法判断记录。`,
    ),
  };
}

function unknownDataset(name: string, ids: readonly string[], language: Language): Note {
  return {
    code: 'unknown_dataset',
    text: say(
      language,
      `The catalog has no dataset "${name}". It has: ${list(language, ids.slice(0, most))}.`,
      `目录中没有数据集“${name}”，现有：${list(language, ids.slice(0, most))}。`,
    ),
  };
}

function assumed({ id }: Entry, language: Language): Note {
  return {
    code: 'dataset_assumed',
    text: say(
      language,
      `The question names no dataset; ${id} fits it best.`,
      `问题未指明数据集，按最相符的 ${id} 处理。`,
    ),
  };
}
