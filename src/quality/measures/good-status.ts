import type { Condition, Field } from '../../workspace/index.ts';
import { recordsWhere } from '../facts/records-where.ts';
import type { FieldFacts, TableFacts } from '../facts/types.ts';
import { statusMeanings } from '../signals/status-codes.ts';
import { iso5259, type Measure, notMeasured, type Observation, ratio, tc609 } from './measure.ts';

export const goodStatus: Measure = {
  id: 'good_status',
  version: 1,
  name: { zh: '状态良好占比', en: 'Values of good status' },
  formula: {
    zh: '状态为良好（OPC UA Good；NE107 无故障、功能检查、超规格）的记录数 / 有可识别状态的记录数',
    en: 'records whose status is good (OPC UA Good; NE 107 neither failure, function check nor out of specification) / records with a status that is understood',
  },
  direction: 'higher_is_better',
  standards: [iso5259('Acc-ML-1'), tc609('0201')],
  requires: ['field with role status'],
  async observe(table) {
    const fields = table.fields.filter(({ field, present }) => field.role === 'status' && present > 0);
    if (fields.length === 0) return [{ value: notMeasured('no_status_field', ['field with role status']) }];
    const observations: Observation[] = [];
    for (const facts of fields) observations.push(await observed(table, facts));
    return observations;
  },
  vector: {
    fields: [
      { id: 'code', type: 'integer', role: 'status' },
      { id: 'name', type: 'string', role: 'status' },
      { id: 'signal', type: 'string', role: 'status' },
      { id: 'state', type: 'integer', role: 'status' },
    ],
    rows: [
      [0, 'Good', 'M', 1],
      [0x808c0000, 'BadSensorFailure', 'F', 2],
      [0x40900000, 'Good', 'S', 3],
      [1024, 'uncertainLastUsableValue', 'M', 2],
      [0x80ff0000, null, 'C', 1],
    ],
    expected: [
      { field: 'code', value: 2 / 5 },
      { field: 'name', value: 2 / 4 },
      { field: 'signal', value: 2 / 5 },
      { field: 'state', value: 'status_not_understood' },
    ],
    source:
      'OPC 10000-4: 0 and 1024 (its flags) are good, 0x808C is a sensor failure, 0x4090 the last usable value, 0x80FF bad by its two highest bits; states 1, 2, 3 are no status codes',
  },
};

/** Different statuses that are told apart. */
const most = 1000;

async function observed(table: TableFacts, { field }: FieldFacts): Promise<Observation> {
  const counts = await statusesOf(table, field.id, []);
  const meanings = statusMeanings(counts.map(([status]) => status));
  if (!meanings) return { field: field.id, value: notMeasured('status_not_understood', ['status codes']) };
  const told = (all: readonly Counted[]) =>
    all.flatMap(([status, count]) => {
      const meaning = meanings.get(status);
      return meaning ? [{ status, count, ...meaning }] : [];
    });
  const understood = told(counts);
  const good = countOf(understood.filter(({ trust }) => trust === 'good'));
  const value = ratio(good, countOf(understood));
  const held = heldBy(field);
  const notGood = told(held.length > 0 ? await statusesOf(table, field.id, held) : counts).filter(
    ({ trust }) => trust !== 'good',
  );
  if (notGood.length === 0) return { field: field.id, value };
  const where: Condition = { field: field.id, op: 'in', value: notGood.map(({ status }) => status) };
  const records = await recordsWhere(table, [where, ...held]);
  const byName = new Map<string, number>();
  for (const { name, count } of notGood) byName.set(name, (byName.get(name) ?? 0) + count);
  const frequent = [...byName].toSorted(([, a], [, b]) => b - a);
  return {
    field: field.id,
    value,
    evidence: {
      ...records,
      detail: {
        bad: countOf(notGood.filter(({ trust }) => trust === 'bad')),
        frequent: frequent
          .slice(0, 5)
          .map(([name, count]) => `${name} (${count})`)
          .join(', '),
        more: Math.max(0, frequent.length - 5),
      },
    },
  };
}

type Counted = readonly [status: string | number, count: number];

async function statusesOf(
  table: TableFacts,
  field: string,
  where: readonly Condition[],
): Promise<readonly Counted[]> {
  const { rows } = await table.ask({
    select: [{ field }, { aggregate: 'count' }],
    where: [{ field, op: 'is_present' }, ...where],
    order: [{ by: { aggregate: 'count' }, descending: true }],
    limit: most,
  });
  return rows.flatMap(([cell, count]) =>
    typeof cell === 'number' || typeof cell === 'string' ? [[cell, Number(count)] as const] : [],
  );
}

/** A status of one field that has no value warns of nothing. */
function heldBy({ qualifies = [] }: Field): readonly Condition[] {
  const [only] = qualifies;
  return only !== undefined && qualifies.length === 1 ? [{ field: only, op: 'is_present' }] : [];
}

function countOf(told: readonly { readonly count: number }[]): number {
  return told.reduce((sum, { count }) => sum + count, 0);
}
