import type { Scale } from '../../methods/agreement/index.ts';
import { ZhujiError } from '../../workspace/index.ts';
import { columnOf, namesAnnotator } from './column-words.ts';
import { type GivenLabel, type LabelledItem, type LabelTable, labelIn } from './label-table.ts';
import { type Columns, type ReadOptions, readColumns } from './read-columns.ts';

const mostLabels = 500_000;
const mostAnnotators = 1000;

/**
 * Reads a table of labels in long form (`item, annotator, label`) or in wide form (`item`, then one column for each annotator).
 * Errors: those of an import; `invalid_argument` where it is neither; `too_large`.
 */
export async function readLabels(file: string, scale: Scale, options: ReadOptions = {}): Promise<LabelTable> {
  return labelTable(await readColumns(file, options), scale);
}

/** The labels of a table that was read. Errors: `invalid_argument`, `too_large`. */
export function labelTable(table: Columns, scale: Scale): LabelTable {
  const long = longForm(table);
  const cells = long ? cellsOfLong(table, long) : cellsOfWide(table);
  const annotators = new Map<string, number>();
  const items = new Map<string, Map<number, GivenLabel['label']>>();
  const relabelled = new Set<string>();
  let labels = 0;
  for (const { item, annotator, cell } of cells) {
    const label = labelIn(cell, scale);
    const known = items.get(item) ?? new Map<number, GivenLabel['label']>();
    items.set(item, known);
    if (label === null) continue;
    const place = annotators.get(annotator) ?? annotators.size;
    annotators.set(annotator, place);
    const former = known.get(place);
    if (former === undefined) labels += 1;
    else if (former !== label) relabelled.add(item);
    known.set(place, label);
    if (labels > mostLabels || annotators.size > mostAnnotators) throw tooLarge(table.file);
  }
  if (annotators.size < 2) throw oneAnnotator(table.file, annotators.size);
  return {
    file: table.file,
    form: long ? 'long' : 'wide',
    scale,
    annotators: [...annotators.keys()],
    items: [...items].map(
      ([id, given]): LabelledItem => ({
        id,
        labels: [...given].map(([annotator, label]) => ({ annotator, label })),
      }),
    ),
    relabelled: [...relabelled],
    notices: table.notices,
  };
}

interface LabelCell {
  readonly item: string;
  readonly annotator: string;
  readonly cell: Columns['rows'][number][number];
}

function longForm({ names }: Columns) {
  const [item, annotator, label] = [
    columnOf(names, 'item'),
    columnOf(names, 'annotator'),
    columnOf(names, 'label'),
  ];
  return item >= 0 && annotator >= 0 && label >= 0 ? { item, annotator, label } : undefined;
}

function* cellsOfLong(
  { rows }: Columns,
  places: { item: number; annotator: number; label: number },
): Iterable<LabelCell> {
  for (const row of rows) {
    const [item, annotator] = [row[places.item] ?? null, row[places.annotator] ?? null];
    if (item === null || annotator === null) continue;
    yield { item: String(item), annotator: String(annotator), cell: row[places.label] ?? null };
  }
}

function* cellsOfWide(table: Columns): Iterable<LabelCell> {
  const { item, annotators } = wideForm(table);
  for (const [index, row] of table.rows.entries()) {
    const id = item < 0 ? index + 1 : row[item];
    if (id === null || id === undefined) continue;
    for (const place of annotators) {
      yield { item: String(id), annotator: table.names[place] ?? '', cell: row[place] ?? null };
    }
  }
}

/** Where items and annotators stand; without a column of items, these are the rows. */
function wideForm(table: Columns): { item: number; annotators: readonly number[] } {
  const { names } = table;
  const named = [...names.keys()].filter((place) => namesAnnotator(names[place] ?? ''));
  const item = columnOf(names, 'item');
  if (named.length >= 2) return { item, annotators: named.filter((place) => place !== item) };
  const others = [...names.keys()].filter((place) => place !== item);
  if (item < 0 || others.length < 2) throw neitherForm(table);
  const foreign = others.find((place) => !sharesLabels(table, place, others));
  if (foreign !== undefined) throw noAnnotator(table, names[foreign] ?? '');
  return { item, annotators: others };
}

/** Whether a label of one column stands in another one too. */
function sharesLabels({ rows }: Columns, place: number, places: readonly number[]): boolean {
  const own = new Set(rows.map((row) => String(row[place] ?? '')));
  own.delete('');
  return rows.some((row) => places.some((other) => other !== place && own.has(String(row[other] ?? ''))));
}

const forms = {
  en: 'Give one row for each label with the columns item, annotator, label; or one row for each item with the column item and a column for each annotator, e.g. annotator_1, annotator_2.',
  zh: '请提供长表：每行一个标签，列为 item, annotator, label（样本、标注员、标签）；或宽表：每行一个条目，列为 item 与各标注员，例如 annotator_1, annotator_2。',
};

function neitherForm({ file, names }: Columns): ZhujiError {
  const list = names.slice(0, 12).join(', ');
  return new ZhujiError(
    'invalid_argument',
    {
      en: `${file} is no table of labels: its columns ${list} show neither annotators nor one label of each.`,
      zh: `${file} 不是标签表：列 ${list} 中看不出标注员，也看不出各标注员的标签。`,
    },
    { recovery: forms, details: { columns: names.slice(0, 100) } },
  );
}

function noAnnotator({ file, names }: Columns, column: string): ZhujiError {
  return new ZhujiError(
    'invalid_argument',
    {
      en: `In ${file} the column "${column}" shares no value with another one, and so seems not to hold an annotator's labels.`,
      zh: `${file} 的列“${column}”与其他列没有相同取值，似乎不是标注员的标签。`,
    },
    {
      recovery: {
        en: 'Name the columns of labels annotator_1, annotator_2, …, or leave the other columns out.',
        zh: '请把标签列命名为 annotator_1、annotator_2……，或去掉其他列。',
      },
      details: { columns: names.slice(0, 100) },
    },
  );
}

function oneAnnotator(file: string, annotators: number): ZhujiError {
  return new ZhujiError(
    'invalid_argument',
    {
      en: `${file} holds labels of ${annotators} annotators: agreement needs two.`,
      zh: `${file} 只有 ${annotators} 名标注员的标签：一致性至少需要两名。`,
    },
    { recovery: forms },
  );
}

function tooLarge(file: string): ZhujiError {
  return new ZhujiError(
    'too_large',
    {
      en: `${file} holds more than ${mostLabels} labels or ${mostAnnotators} annotators.`,
      zh: `${file} 的标签超过 ${mostLabels} 个，或标注员超过 ${mostAnnotators} 名。`,
    },
    { recovery: { en: 'Give a part of it.', zh: '请提供其中一部分。' } },
  );
}
