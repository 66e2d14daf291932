import {
  drawOrdinals,
  type SamplingGoal,
  type SamplingPlan,
  samplingPlan,
  seeded,
} from '../../methods/index.ts';
import type { TableEngine } from '../../workspace/index.ts';

/** A record to inspect. */
export interface PlannedRow {
  /** 1-based place in the source. */
  readonly row: number;
  readonly stratum: string;
  /** Records of the stratum in all: what the estimate weights it with. */
  readonly stratumRecords: number;
  readonly label: string;
}

export interface InspectionPlan extends SamplingPlan {
  readonly seed: number;
  /** False where the labels are too many different ones to draw by class: then all records are one stratum. */
  readonly byClass: boolean;
  /** Records without a label, which are not inspected. */
  readonly unlabelled: number;
  /** In source order. */
  readonly rows: readonly PlannedRow[];
}

export interface InspectionOptions {
  readonly confidence?: number;
  /** Records of each class at least; default 10. */
  readonly perClass?: number;
  readonly seed?: number;
  readonly signal?: AbortSignal;
}

/** Labels with more different values are no classes. */
const mostClasses = 50;
const everything = 'all';

/**
 * Which records of a label field to inspect again, drawn by class with a seed. Reads the labels twice, and keeps none.
 * Errors: `not_found`; `invalid_argument` (no labels, or no such plan); `cancelled`.
 */
export async function planInspection(
  tables: TableEngine,
  place: { readonly dataset: string; readonly recordSet: string; readonly field: string },
  goal: SamplingGoal,
  { confidence = 0.95, perClass = 10, seed = 1, signal }: InspectionOptions = {},
): Promise<InspectionPlan> {
  const { dataset, recordSet, field } = place;
  const scan = () =>
    tables.scan({ dataset, recordSet, fields: [], texts: [field] }, signal ? { signal } : {});
  const { records, unlabelled } = await countClasses(scan());
  const byClass = records.size <= mostClasses;
  const all = [...records.values()].reduce((sum, count) => sum + count, 0);
  const strata = byClass
    ? [...records].map(([id, count]) => ({ id, records: count })).sort((a, b) => b.records - a.records)
    : [{ id: everything, records: all }];
  const plan = samplingPlan(strata, goal, { confidence, perStratum: byClass ? perClass : 1 });
  const rng = seeded(seed);
  const ordinals = new Map(
    plan.strata.map(({ id, records: count, size }) => [
      id,
      { count, wanted: drawOrdinals(rng, count, size), next: 0, seen: 0 },
    ]),
  );
  const rows: PlannedRow[] = [];
  for await (const { rows: places, texts } of scan()) {
    const [labels = []] = texts;
    for (const [index, label] of labels.entries()) {
      if (label === null) continue;
      const stratum = byClass ? label : everything;
      const state = ordinals.get(stratum);
      if (!state) continue;
      if (state.wanted[state.next] === state.seen) {
        state.next += 1;
        rows.push({ row: places[index] ?? 0, stratum, stratumRecords: state.count, label });
      }
      state.seen += 1;
    }
  }
  return { ...plan, seed, byClass, unlabelled, rows };
}

/** Records of each label; of more labels than are classes, counted together. */
async function countClasses(batches: ReturnType<TableEngine['scan']>) {
  const records = new Map<string, number>();
  let unlabelled = 0;
  for await (const { texts } of batches) {
    for (const label of texts[0] ?? []) {
      if (label === null) {
        unlabelled += 1;
        continue;
      }
      // One label beyond the classes stands for all further ones.
      const known = records.has(label) || records.size <= mostClasses ? label : '';
      records.set(known, (records.get(known) ?? 0) + 1);
    }
  }
  return { records, unlabelled };
}
