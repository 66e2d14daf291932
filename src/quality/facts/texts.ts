import type { TableFacts } from './types.ts';

export interface Texts {
  /** Different texts of each text field, with the number of records among those read. */
  readonly byField: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly whole: boolean;
  readonly size: number;
}

/** How many numbers a text takes the place of. */
const textCost = 10;

const known = new WeakMap<TableFacts, Promise<Texts>>();

/** Texts of the fields that hold text, of as many records as the sample has. */
export function textsOf(table: TableFacts): Promise<Texts> {
  const texts = known.get(table) ?? readTexts(table);
  known.set(table, texts);
  return texts;
}

async function readTexts(table: TableFacts): Promise<Texts> {
  const fields = table.fields.flatMap(({ field, present }) =>
    field.type === 'string' && present > 0 ? [field.id] : [],
  );
  const byField = new Map<string, Map<string, number>>(fields.map((id) => [id, new Map()]));
  if (fields.length === 0) return { byField, whole: true, size: table.rows };
  const { sample_records, sample_cells } = table.thresholds;
  const wanted = Math.min(
    sample_records,
    Math.max(200, Math.floor(sample_cells / (textCost * fields.length))),
  );
  const oneIn = Math.max(1, Math.ceil(table.rows / wanted));
  let size = 0;
  for await (const { rows, texts } of table.scan({ fields: [], texts: fields, oneIn })) {
    size += rows.length;
    fields.forEach((id, place) => {
      const counts = byField.get(id) ?? new Map<string, number>();
      for (const text of texts[place] ?? []) {
        if (text !== null) counts.set(text, (counts.get(text) ?? 0) + 1);
      }
    });
  }
  return { byField, whole: oneIn === 1, size };
}

/** Records whose text in `field` satisfies `isMeant`, and the different texts with their numbers, the most frequent first. */
export async function recordsWithText(table: TableFacts, field: string, isMeant: (text: string) => boolean) {
  const verdicts = new Map<string, boolean>();
  const counts = new Map<string, number>();
  const rows: number[] = [];
  for await (const batch of table.scan({ fields: [], texts: [field] })) {
    const [column = []] = batch.texts;
    for (let place = 0; place < column.length; place += 1) {
      const text = column[place];
      if (text === null || text === undefined) continue;
      const verdict = verdicts.get(text) ?? isMeant(text);
      if (verdicts.size < mostKept) verdicts.set(text, verdict);
      if (!verdict) continue;
      counts.set(text, (counts.get(text) ?? 0) + 1);
      rows.push(batch.rows[place] ?? Number.NaN);
    }
  }
  const frequent = [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return { rows, frequent };
}

/** Texts of which the verdict is remembered. */
const mostKept = 1_000_000;
