import type { Language } from '../../../src/workspace/index.ts';
import type { ToolCall, ToolResult } from '../../shared/procedure.ts';
import { toBase, unitOf } from '../question/units.ts';
import { type DocumentedParameter, parametersIn } from './parameter-table.ts';
import { cursor, datasetEntries, documentAnswer, passagesAnswer, read } from './tool-data.ts';

/** A limit, constant or tolerance that a document states; temperatures in °C, times in h. */
export interface Documented {
  readonly value: number;
  /** The row that says so, in the reader's language where there is one. */
  readonly from: DocumentedParameter;
  /** Different values that documents state for it; the one above is the cautious or the first. */
  readonly disputed: readonly DocumentedParameter[];
}

export interface Range {
  readonly min: Documented | undefined;
  readonly max: Documented | undefined;
}

export interface Specification {
  readonly temperature: Range;
  readonly time: Range;
  readonly embrittlement: readonly Range[];
  readonly constant: Documented | undefined;
  readonly tolerance: Documented | undefined;
  readonly documents: readonly string[];
}

const queries = [
  'tempering process specification parameters hollomon_jaffe_constant tempering_temperature_max temper_embrittlement_min',
  '回火 工艺规范 参数 温度 上限 回火脆性 硬度公差 hollomon_jaffe_constant',
];
const mostDocuments = 6;

/** Looks up what the documents of a dataset say about tempering, and reads their parameter tables. */
export function* readSpecification(
  dataset: string,
  language: Language,
): Generator<readonly ToolCall[], Specification, readonly ToolResult[]> {
  const search = (filter: object) =>
    queries.map((query) => ({ name: 'search_knowledge', arguments: { query, page: '10', ...filter } }));
  let documents = documentsOf(yield search({ dataset }));
  if (documents.length === 0) documents = yield* undedicated(documentsOf(yield search({})));
  const parameters = yield* readTables(documents);
  return specification(parameters, documents, language);
}

function documentsOf(results: readonly ToolResult[]): readonly string[] {
  const ids = results.flatMap((result) => read(passagesAnswer, result)?.passages ?? []);
  return [...new Set(ids.map(({ document }) => document))].slice(0, mostDocuments).sort();
}

/** Of these documents the ones that do not say which dataset they describe. */
function* undedicated(
  documents: readonly string[],
): Generator<readonly ToolCall[], readonly string[], readonly ToolResult[]> {
  if (documents.length === 0) return [];
  const [result] = yield [{ name: 'get_entries', arguments: { ids: documents } }];
  const entries = read(datasetEntries, result)?.entries ?? [];
  return entries
    .filter(({ links }) => !links?.some(({ relation }) => relation === 'describes'))
    .map(({ id }) => id);
}

function* readTables(
  documents: readonly string[],
): Generator<readonly ToolCall[], readonly DocumentedParameter[], readonly ToolResult[]> {
  const texts = new Map<string, { start: number; text: string }>();
  let open: readonly { readonly document: string; readonly page?: string }[] = documents.map((document) => ({
    document,
  }));
  while (open.length > 0) {
    const asked = open;
    const results = yield asked.map((part) => ({ name: 'read_document', arguments: part }));
    open = asked.flatMap(({ document }, index) => {
      const blocks = read(documentAnswer, results[index])?.blocks ?? [];
      const before = texts.get(document) ?? { start: blocks[0]?.start ?? 0, text: '' };
      const text = before.text + blocks.map((block) => block.text).join('');
      texts.set(document, { ...before, text });
      const page = cursor(results[index]);
      return page && blocks.length > 0 ? [{ document, page }] : [];
    });
  }
  return [...texts].flatMap(([document, { start, text }]) => parametersIn(document, text, start));
}

function specification(
  parameters: readonly DocumentedParameter[],
  documents: readonly string[],
  language: Language,
): Specification {
  const of = (code: string, prefer: (values: readonly number[]) => number) =>
    documented(
      parameters.filter((parameter) => parameter.code === code),
      prefer,
      language,
    );
  const narrow = (name: string): Range => ({
    min: of(`${name}_min`, (values) => Math.max(...values)),
    max: of(`${name}_max`, (values) => Math.min(...values)),
  });
  const brittle = new Set(
    parameters.flatMap(({ code }) => /^(temper_embrittlement.*)_(?:min|max)$/.exec(code)?.[1] ?? []),
  );
  const first = (values: readonly number[]) => values[0] ?? Number.NaN;
  return {
    temperature: narrow('tempering_temperature'),
    time: narrow('tempering_time'),
    embrittlement: [...brittle].sort().map((name) => ({
      min: of(`${name}_min`, (values) => Math.min(...values)),
      max: of(`${name}_max`, (values) => Math.max(...values)),
    })),
    constant: of('hollomon_jaffe_constant', first),
    tolerance: of('hardness_tolerance', first),
    documents,
  };
}

function documented(
  rows: readonly DocumentedParameter[],
  prefer: (values: readonly number[]) => number,
  language: Language,
): Documented | undefined {
  const known = rows.map((from) => ({ from, value: inBase(from) }));
  if (known.length === 0) return undefined;
  const value = prefer(known.map((one) => one.value));
  const saying = known.filter((one) => one.value === value).map(({ from }) => from);
  const from = saying.find((row) => row.language === language) ?? saying[0];
  if (!from) return undefined;
  const disputed = known.filter((one) => one.value !== value).map((one) => one.from);
  return { value, from, disputed: disputed.length > 0 ? [from, ...disputed] : [] };
}

function inBase({ value, unit }: DocumentedParameter): number {
  const known = unitOf(unit);
  return known ? toBase(value, known) : value;
}
