import type { DatasetEntry, FieldType, RecordSet } from '../../workspace/index.ts';
import { actions } from './actions/index.ts';
import type { Change, Remedy } from './change.ts';
import { freeSourceRow, sourceRowOf } from './source-row.ts';

export interface Step {
  readonly remedy: Remedy;
  readonly changes: readonly Change[];
}

export interface PlannedField {
  readonly id: string;
  readonly name: string;
  readonly type: FieldType;
}

/** How one table is written anew. */
export interface TablePlan {
  readonly recordSet: RecordSet;
  /** In the order in which they are applied. */
  readonly steps: readonly Step[];
  /** Fields of the source that are kept. */
  readonly fields: readonly PlannedField[];
  /** Fields to sort by; empty: as in the source. */
  readonly order: readonly string[];
  /** Id of the field to add that holds the row in the source, where records change their places. */
  readonly sourceRow: string | undefined;
}

/** Plans the tables of a dataset, all of them: those without a remedy are copied. Errors: `invalid_argument`. */
export function planTables(entry: DatasetEntry, remedies: readonly Remedy[]): readonly TablePlan[] {
  return entry.recordSets.map((recordSet) => {
    const own = remedies.filter((remedy) => remedy.recordSet.id === recordSet.id);
    return planTable(entry, recordSet, own);
  });
}

function planTable(entry: DatasetEntry, recordSet: RecordSet, remedies: readonly Remedy[]): TablePlan {
  const steps = actions.flatMap((action) =>
    remedies
      .filter(({ repair }) => repair.action === action.action)
      .map((remedy) => ({ remedy, changes: action.changes(remedy) })),
  );
  const changes = steps.flatMap((step) => step.changes);
  const dropped = new Set(changes.flatMap((one) => (one.kind === 'drop_field' ? [one.field] : [])));
  const types = new Map(
    changes.flatMap((one) => (one.kind === 'cells' && one.type ? [[one.field, one.type] as const] : [])),
  );
  const sorts = changes.flatMap((one) => (one.kind === 'sort' ? one.by : []));
  const moves = changes.some(({ kind }) => kind === 'drop' || kind === 'sort');
  return {
    recordSet,
    steps,
    fields: recordSet.fields
      .filter(({ id }) => !dropped.has(id))
      .map(({ id, name, type }) => ({ id, name, type: types.get(id) ?? type })),
    order: [...new Set(sorts)].filter((id) => !dropped.has(id)),
    sourceRow: moves && !sourceRowOf(entry, recordSet) ? freeSourceRow(recordSet) : undefined,
  };
}
