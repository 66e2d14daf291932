import { frequentTexts } from '../facts/frequent.ts';
import { rowSet } from '../facts/rows.ts';
import { recordsWithText } from '../facts/texts.ts';
import type { FieldFacts, TableFacts } from '../facts/types.ts';
import { type CodeFault, codeFault } from '../master-data/index.ts';
import { gbt36344, iso5259, type Measure, notMeasured, type Observation, ratio } from './measure.ts';

export const codeValidity: Measure = {
  id: 'code_validity',
  version: 1,
  name: { zh: '编码有效率', en: 'Valid codes' },
  formula: {
    zh: '符合所声明编码体系的格式与校验码的值数 / 有值的单元数',
    en: 'values with the form and the check character of the declared code system / values',
  },
  direction: 'higher_is_better',
  standards: [gbt36344('0105', 'unverified'), gbt36344('0302', 'unverified'), iso5259('Acc-ML-1')],
  requires: ['code system of a field'],
  async observe(table) {
    const observations: Observation[] = [];
    for (const facts of table.fields) {
      const { codeSystem, type } = facts.field;
      if (codeSystem && (type === 'string' || type === 'integer'))
        observations.push(await coded(table, facts, codeSystem));
    }
    if (observations.length > 0) return observations;
    return [{ value: notMeasured('no_declared_code_system', ['code system of a field']) }];
  },
  vector: {
    fields: [
      { id: 'ean', type: 'integer', declared: { codeSystem: 'gtin' } },
      { id: 'supplier', type: 'string', declared: { codeSystem: 'uscc' } },
      { id: 'note', type: 'string' },
    ],
    rows: [
      [4006381333931, '91330100799655058B', 'x'],
      [4006381333932, '91330100799655058C', '1'],
      [5901234123457, null, '1'],
      [96385074, '914403001922038216', '1'],
    ],
    expected: [
      { field: 'ean', value: 0.75 },
      { field: 'supplier', value: 2 / 3 },
    ],
    source: 'one check character of each is changed: GS1 General Specifications 7.9, GB 32100-2015',
  },
};

async function coded(
  table: TableFacts,
  { field, present }: FieldFacts,
  system: Parameters<typeof codeFault>[0],
): Promise<Observation> {
  if (present === 0) return { field: field.id, value: notMeasured('no_values', ['values']) };
  const { rows, frequent } = await recordsWithText(
    table,
    field.id,
    (code) => codeFault(system, code) !== null,
  );
  const value = ratio(present - rows.length, present);
  if (rows.length === 0) return { field: field.id, value };
  const faults = new Map<CodeFault, number>();
  for (const [code, count] of frequent) {
    const fault = codeFault(system, code) ?? 'form';
    faults.set(fault, (faults.get(fault) ?? 0) + count);
  }
  const shown = rows.slice(0, 1000);
  const evidence = {
    count: rows.length,
    rows: rows.slice(0, 10),
    affected: rowSet(rows),
    query: table.question({ where: [{ field: 'row', op: 'in', value: shown }] }),
    detail: { system, frequent: frequentTexts(frequent), ...Object.fromEntries(faults) },
  };
  return { field: field.id, value, evidence };
}
