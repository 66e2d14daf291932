import type { DatasetDeclaration } from '../catalog/declaration.ts';
import { declarationOf } from '../catalog/index.ts';
import { fieldsOf, parseCondition } from '../methods/condition/index.ts';
import type { TablePlan } from '../quality/repair/index.ts';
import { namesToWrite } from '../tables/index.ts';
import type { DatasetEntry, Field, RecordSet, Text } from '../workspace/index.ts';
import { repairedVersion } from './version.ts';

type FieldSays = NonNullable<DatasetDeclaration['fields']>[string];
type TableSays = NonNullable<DatasetDeclaration['recordSets']>[string];

const mark = { zh: '（已修复）', en: ' (repaired)' } as const;

function marked(title: Text): Text {
  const with_ = (text: string, sign: string) => (text.endsWith(sign) ? text : text + sign);
  return {
    ...(title.zh !== undefined && { zh: with_(title.zh, mark.zh) }),
    ...(title.en !== undefined && { en: with_(title.en, mark.en) }),
  };
}

/**
 * The number of records that a publisher states, less those that a remedy left out: what was too many goes first, so that records
 * that are missing still are.
 */
function stated({ declaredRows, rows }: RecordSet, left: number): number | undefined {
  if (declaredRows === undefined) return undefined;
  return rows >= declaredRows ? Math.min(declaredRows, left) : declaredRows - (rows - left);
}

function sourceRowSays(entry: DatasetEntry): FieldSays {
  return {
    title: { zh: '来源行', en: 'Source row' },
    description: {
      zh: `该记录在数据集 ${entry.id}（${entry.hash.slice(0, 12)}）中的行号。`,
      en: `Row of this record in the dataset ${entry.id} (${entry.hash.slice(0, 12)}).`,
    },
    role: 'identifier',
  };
}

function fieldSays(said: FieldSays, field: Field, plan: TablePlan, kept: Kept): FieldSays {
  const { classes, qualifies, references, ...rest } = said;
  const changed = plan.steps.some(({ changes }) =>
    changes.some((one) => one.kind === 'drop' || (one.kind === 'cells' && one.field === field.id)),
  );
  const qualified = qualifies?.filter((id) => kept(plan.recordSet.id, id));
  const to = field.references;
  const place = plan.fields.findIndex(({ id }) => id === field.id);
  const renamed = namesToWrite(plan.fields)[place] !== field.name;
  return {
    ...rest,
    ...(renamed && field.unit?.from === 'name' && { unit: field.unit.symbol }),
    ...(classes && !changed && { classes }),
    ...(qualified && qualified.length > 0 && { qualifies: qualified }),
    ...(references !== undefined && to && kept(to.recordSet, to.field) && { references }),
  };
}

type Kept = (recordSet: string, field: string) => boolean;

function tableSays(said: TableSays, plan: TablePlan, left: number, kept: Kept): TableSays {
  const { key, rows: _rows, rules, ...rest } = said;
  const own = (id: string) => kept(plan.recordSet.id, id);
  const rows = stated(plan.recordSet, left);
  const holding = rules?.filter(({ condition }) => fieldsOf(parseCondition(condition)).every(own));
  return {
    ...rest,
    ...(key?.every(own) && { key }),
    ...(rows !== undefined && { rows }),
    ...(holding && holding.length > 0 && { rules: holding }),
  };
}

/** What is said of the repaired dataset: what was said of its source, as far as it is still so. `rows` per record set, in order. */
export function repairedDeclaration(
  entry: DatasetEntry,
  plans: readonly TablePlan[],
  rows: readonly number[],
): DatasetDeclaration {
  const declaration = declarationOf(entry);
  const kept: Kept = (recordSet, field) =>
    plans.find((plan) => plan.recordSet.id === recordSet)?.fields.some(({ id }) => id === field) ?? false;
  const fields: Record<string, FieldSays> = {};
  const recordSets: Record<string, TableSays> = {};
  for (const [place, plan] of plans.entries()) {
    const { id, fields: all } = plan.recordSet;
    for (const field of all) {
      const name = `${id}/${field.id}`;
      const said = declaration.fields?.[name];
      if (said && kept(id, field.id)) fields[name] = fieldSays(said, field, plan, kept);
    }
    if (plan.sourceRow !== undefined) fields[`${id}/${plan.sourceRow}`] = sourceRowSays(entry);
    recordSets[id] = tableSays(declaration.recordSets?.[id] ?? {}, plan, rows[place] ?? 0, kept);
  }
  return {
    ...declaration,
    title: marked(entry.title),
    version: repairedVersion(entry.version),
    fields,
    recordSets,
  };
}
