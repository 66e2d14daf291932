import { type Inspected, type StratifiedEstimate, stratifiedEstimate } from '../../methods/index.ts';
import { type Cell, type Text, ZhujiError } from '../../workspace/index.ts';
import { columnOf } from './column-words.ts';
import { labelIn } from './label-table.ts';
import { type Columns, type ReadOptions, readColumns } from './read-columns.ts';

export interface LabelAccuracy extends StratifiedEstimate {
  readonly file: string;
  /** Rows that say nothing of their label's rightness, and do not count. */
  readonly open: number;
  /** Whether the file says how many records each stratum has; if not, it is taken for a simple random sample of very many. */
  readonly weighted: boolean;
  readonly strata: readonly Inspected[];
  /** The ten most frequent mistakes. */
  readonly mistakes: readonly { readonly label: string; readonly correct: string; readonly count: number }[];
  /** Ten items at most whose label was wrong. */
  readonly wrongItems: readonly string[];
  readonly notices: readonly Text[];
}

/**
 * Label accuracy (TC609-5-2025-04, indicator 0304) from a file of inspected records: `item` or `row`, `label`, and `correct_label`
 * or `correct` (yes or no); a planned sample also has `stratum` and `stratum_records`.
 * Errors: those of an import; `invalid_argument` (columns, no inspected row, unequal numbers of records of a stratum).
 */
export async function readLabelAccuracy(
  file: string,
  level: number,
  options: ReadOptions = {},
): Promise<LabelAccuracy> {
  return labelAccuracy(await readColumns(file, options), level);
}

export function labelAccuracy(table: Columns, level: number): LabelAccuracy {
  const places = placesOf(table);
  const strata = new Map<string, { records: number; inspected: number; right: number }>();
  const mistakes = new Map<string, { label: string; correct: string; count: number }>();
  const wrongItems: string[] = [];
  let open = 0;
  for (const [index, row] of table.rows.entries()) {
    const cell = (place: number): Cell => (place < 0 ? null : (row[place] ?? null));
    const records =
      places.stratumRecords < 0 ? undefined : recordsOf(cell(places.stratumRecords), table.file);
    const id = records === undefined ? 'all' : String(cell(places.stratum) ?? cell(places.label) ?? '');
    const stratum = strata.get(id) ?? {
      records: records ?? Number.POSITIVE_INFINITY,
      inspected: 0,
      right: 0,
    };
    if (records !== undefined && stratum.records !== records)
      throw contradiction(table.file, id, stratum.records, records);
    strata.set(id, stratum);
    const found = judge(cell(places.label), cell(places.correctLabel), cell(places.correct));
    if (!found) {
      open += 1;
      continue;
    }
    stratum.inspected += 1;
    if (found.right) {
      stratum.right += 1;
      continue;
    }
    wrongItems.push(String(cell(places.item) ?? index + 1));
    const key = JSON.stringify([found.label, found.correct]);
    const mistake = mistakes.get(key) ?? { label: found.label, correct: found.correct, count: 0 };
    mistake.count += 1;
    mistakes.set(key, mistake);
  }
  const list = [...strata].map(([id, counts]): Inspected => ({ id, ...counts }));
  const inspected = list.reduce((sum, one) => sum + one.inspected, 0);
  if (inspected === 0) throw nothingInspected(table.file);
  const overdrawn = list.find(({ records, inspected: size }) => size > records);
  if (overdrawn) throw contradiction(table.file, overdrawn.id, overdrawn.records, overdrawn.inspected);
  return {
    ...stratifiedEstimate(list, level),
    file: table.file,
    open,
    weighted: places.stratumRecords >= 0,
    strata: list,
    mistakes: [...mistakes.values()].sort((a, b) => b.count - a.count).slice(0, 10),
    wrongItems: wrongItems.slice(0, 10),
    notices: table.notices.map(({ message }) => message),
  };
}

const yes = ['true', 'yes', 'y', '1', 'right', 'correct', 'ok', '是', '正确', '对', '√'];
const no = ['false', 'no', 'n', '0', 'wrong', 'incorrect', '否', '错误', '错', '×', '不正确'];

/** Whether a label is right; `undefined` where the row does not say. */
function judge(label: Cell, correctLabel: Cell, correct: Cell) {
  const [given, right] = [labelIn(label, 'nominal'), labelIn(correctLabel, 'nominal')];
  if (right !== null) return { label: String(given ?? ''), correct: String(right), right: given === right };
  const word = String(labelIn(correct, 'nominal') ?? '').toLowerCase();
  if (yes.includes(word)) return { label: String(given ?? ''), correct: '', right: true };
  return no.includes(word) ? { label: String(given ?? ''), correct: '', right: false } : undefined;
}

function placesOf({ file, names }: Columns) {
  const places = {
    item: columnOf(names, 'item'),
    label: columnOf(names, 'label'),
    correctLabel: columnOf(names, 'correctLabel'),
    correct: columnOf(names, 'correct'),
    stratum: columnOf(names, 'stratum'),
    stratumRecords: columnOf(names, 'stratumRecords'),
  };
  if (places.correct >= 0 || (places.correctLabel >= 0 && places.label >= 0)) return places;
  const list = names.slice(0, 12).join(', ');
  throw new ZhujiError(
    'invalid_argument',
    {
      en: `${file} is no table of inspected labels: its columns are ${list}.`,
      zh: `${file} 不是复检结果表：其列为 ${list}。`,
    },
    {
      recovery: {
        en: 'Give the columns item, label and correct_label (or correct, with yes and no), as a plan written with --plan --out has them.',
        zh: '请提供列 item、label 与 correct_label（或 correct，填是与否），即 --plan --out 所写方案的格式。',
      },
      details: { columns: names.slice(0, 100) },
    },
  );
}

function recordsOf(cell: Cell, file: string): number {
  const records = Number(cell);
  if (Number.isInteger(records) && records > 0) return records;
  throw new ZhujiError(
    'invalid_argument',
    {
      en: `${file}: stratum_records must be a number of records, not "${cell ?? ''}".`,
      zh: `${file}：stratum_records 必须是记录数，而不是“${cell ?? ''}”。`,
    },
    { recovery: { en: 'Leave the column as the plan wrote it.', zh: '请保留方案写出的该列。' } },
  );
}

function contradiction(file: string, stratum: string, records: number, other: number): ZhujiError {
  return new ZhujiError(
    'invalid_argument',
    {
      en: `${file} contradicts itself: stratum "${stratum}" has ${records} records, and ${other}.`,
      zh: `${file} 自相矛盾：层“${stratum}”有 ${records} 条记录，又有 ${other} 条。`,
    },
    {
      recovery: {
        en: 'Leave stratum and stratum_records as the plan wrote them.',
        zh: '请保留方案写出的 stratum 与 stratum_records 列。',
      },
    },
  );
}

function nothingInspected(file: string): ZhujiError {
  return new ZhujiError(
    'invalid_argument',
    {
      en: `No row of ${file} says whether its label is right.`,
      zh: `${file} 中没有一行说明其标签是否正确。`,
    },
    {
      recovery: {
        en: 'Fill in the column correct_label, or correct with yes and no.',
        zh: '请填写 correct_label 列，或在 correct 列填是与否。',
      },
    },
  );
}
