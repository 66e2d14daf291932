import type { Language } from '../../../src/workspace/index.ts';
import { type DocumentSearch, documentsFor } from '../../shared/read-documents.ts';
import type { Steps } from '../../shared/tool-data.ts';
import { toBase, unitOf } from '../question/units.ts';
import { type DocumentedParameter, parametersIn } from './parameter-table.ts';

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
  /** Documents that were read though none of them says which dataset it describes. */
  readonly undeclared: readonly string[];
  /** What a tool said where documents could not be read. */
  readonly problems: readonly string[];
}

const queries = [
  'tempering process specification parameters hollomon_jaffe_constant tempering_temperature_max temper_embrittlement_min',
  '回火 工艺规范 参数 温度 上限 回火脆性 硬度公差 hollomon_jaffe_constant',
];
/** Looks up what the documents of a dataset say about tempering, and reads their parameter tables. */
export function* readSpecification(dataset: string, language: Language): Steps<Specification> {
  const search = yield* documentsFor(dataset, queries);
  const parameters = search.documents.flatMap(({ id, text, start }) => parametersIn(id, text, start));
  return specification(parameters, search, language);
}

function specification(
  parameters: readonly DocumentedParameter[],
  { documents, undeclared, problems }: DocumentSearch,
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
    undeclared: undeclared && parameters.length > 0 ? documents.map(({ id }) => id) : [],
    problems,
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
