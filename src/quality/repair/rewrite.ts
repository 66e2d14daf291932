import type { Batch, TableEngine } from '../../workspace/index.ts';
import { has } from '../facts/rows.ts';
import type { Change } from './change.ts';
import type { Step, TablePlan } from './plan.ts';

/** What a remedy came to. */
export interface Touched {
  /** Records that it left out, or in which it changed a cell; of a sort, those that stood behind a later one. */
  records: number;
  cells: number;
  /** Cells that it would have emptied, and that another remedy corrected. */
  left: number;
}

export interface Rewriting {
  /** Texts of the planned fields, and of the source row where it is added. */
  readonly batches: AsyncIterable<readonly (readonly (string | null)[])[]>;
  /** Good once the batches are through: one for each step of the plan. */
  readonly touched: readonly Touched[];
  /** Records that are left, once the batches are through. */
  rows(): number;
}

/** Streams a table through its plan. Errors: those of `scan`, and `invalid_argument` for a cell that an action cannot work with. */
export function rewrite(
  tables: TableEngine,
  dataset: string,
  plan: TablePlan,
  options: { readonly signal?: AbortSignal } = {},
): Rewriting {
  const touched = plan.steps.map(() => ({ records: 0, cells: 0, left: 0 }));
  let rows = 0;
  async function* batches() {
    const texts = plan.fields.map(({ id }) => id);
    const request = { dataset, recordSet: plan.recordSet.id, fields: [], texts };
    for await (const batch of tables.scan(request, options)) {
      const columns = rewritten(batch, texts, plan, touched);
      rows += columns[0]?.length ?? 0;
      yield columns;
    }
  }
  return { batches: batches(), touched, rows: () => rows };
}

function rewritten(
  batch: Batch,
  ids: readonly string[],
  { steps, sourceRow }: TablePlan,
  touched: readonly Touched[],
): (string | null)[][] {
  const size = batch.rows.length;
  const columns = batch.texts.map((column) => [...column]);
  const corrected = new Map<string, Uint8Array>();
  const dropped = new Uint8Array(size);
  for (const [place, step] of steps.entries()) {
    const counts = touched[place];
    if (!counts) continue;
    const records = new Uint8Array(size);
    for (const change of step.changes) {
      if (change.kind === 'cells') {
        const column = columns[ids.indexOf(change.field)];
        const marks = corrected.get(change.field) ?? new Uint8Array(size);
        corrected.set(change.field, marks);
        if (column) changeCells(change, { batch, column, marks, records, counts });
      } else if (change.kind === 'drop') {
        for (let at = 0; at < size; at += 1) {
          if (has(change.rows, batch.rows[at] ?? Number.NaN)) records[at] = dropped[at] = 1;
        }
      }
    }
    counts.records += records.reduce((sum, one) => sum + one, 0);
    addWhole(step, counts, size);
  }
  if (sourceRow !== undefined) columns.push(Array.from(batch.rows, String));
  if (!dropped.includes(1)) return columns;
  return columns.map((column) => column.filter((_, at) => dropped[at] === 0));
}

interface Cells {
  readonly batch: Batch;
  readonly column: (string | null)[];
  /** Cells that a remedy corrected. */
  readonly marks: Uint8Array;
  readonly records: Uint8Array;
  readonly counts: Touched;
}

function changeCells(
  { rows, to, empties }: Extract<Change, { kind: 'cells' }>,
  { batch, column, marks, records, counts }: Cells,
): void {
  for (let at = 0; at < column.length; at += 1) {
    if (!has(rows, batch.rows[at] ?? Number.NaN)) continue;
    const text = column[at] ?? null;
    if (empties && marks[at] === 1) {
      counts.left += 1;
      continue;
    }
    const next = to(text);
    if (next === text) continue;
    column[at] = next;
    records[at] = 1;
    counts.cells += 1;
    if (!empties) marks[at] = 1;
  }
}

/** A field that is left out goes with all its cells, and a sort moves what its finding counted. */
function addWhole({ changes, remedy }: Step, counts: Touched, size: number): void {
  for (const { kind } of changes) {
    if (kind === 'drop_field') {
      counts.cells += size;
      counts.records += size;
    }
    if (kind === 'sort') counts.records = remedy.finding.count;
  }
}
