import { type DatasetEntry, type RecordSet, type TableEngine, ZhujiError } from '../../workspace/index.ts';
import { breathe } from '../breathe.ts';

/** Some records, column by column, in source order. */
export interface Sample {
  readonly size: number;
  /** Every record of the record set is in it. */
  readonly whole: boolean;
  readonly rows: Float64Array;
  /** As in `Batch`. Errors: `internal` for a field that is a structure or unknown. */
  column(field: string): Float64Array;
  /** Values that are there, ascending. */
  sorted(field: string): Float64Array;
}

/** Reads one record in `oneIn` of all fields that are no structures. */
export async function readSample(
  tables: TableEngine,
  entry: DatasetEntry,
  recordSet: RecordSet,
  oneIn: number,
  signal?: AbortSignal,
): Promise<Sample> {
  const fields = recordSet.fields.filter(({ type }) => type !== 'structure').map(({ id }) => id);
  const parts: Float64Array[][] = [[], ...fields.map(() => [])];
  const request = { dataset: entry.id, recordSet: recordSet.id, fields, oneIn };
  for await (const { rows, columns } of tables.scan(request, signal ? { signal } : {})) {
    parts[0]?.push(rows.slice());
    columns.forEach((column, place) => {
      parts[place + 1]?.push(column.slice());
    });
  }
  const all: Float64Array[] = [];
  for (const part of parts) {
    all.push(joined(part));
    await breathe();
  }
  const [rows = new Float64Array(), ...columns] = all;
  const byField = new Map(fields.map((id, place) => [id, columns[place] ?? new Float64Array()]));
  const sorted = new Map<string, Float64Array>();
  const column = (field: string): Float64Array => {
    const found = byField.get(field);
    if (found) return found;
    throw new ZhujiError('internal', {
      en: `The sample has no column "${field}".`,
      zh: `样本中没有列“${field}”。`,
    });
  };
  return {
    size: rows.length,
    whole: oneIn <= 1,
    rows,
    column,
    sorted(field) {
      const known =
        sorted.get(field) ??
        column(field)
          .filter((value) => !Number.isNaN(value))
          .sort();
      sorted.set(field, known);
      return known;
    },
  };
}

function joined(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Quantile of ascending values, between neighbours by linear interpolation; NaN where there are none. */
export function quantileOf(sorted: Float64Array, share: number): number {
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const [low = Number.NaN, high = low] = [sorted[below], sorted[below + 1]];
  return low + (high - low) * (place - below);
}
