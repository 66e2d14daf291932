import type { FieldFacts, TableFacts } from '../facts/types.ts';
import { gbt36344, iso5259, type Measure, notMeasured, type Observation, ratio, tc609 } from './measure.ts';

export const classCounts: Measure = {
  id: 'class_counts',
  version: 1,
  name: { zh: '类别条数相符率', en: 'Classes with the number of records declared' },
  formula: {
    zh: '条数与声明相符的类别数 / 声明或出现的类别数',
    en: 'classes with as many records as declared / classes declared or there',
  },
  direction: 'higher_is_better',
  standards: [tc609('0102'), gbt36344('0103', 'unverified'), iso5259('Com-ML-2')],
  requires: ['number of records of each class, declared'],
  async observe(table) {
    const observations: Observation[] = [];
    for (const facts of table.fields) {
      const { classes } = facts.field;
      if (classes && facts.present > 0) observations.push(await observed(table, facts, classes));
    }
    if (observations.length > 0) return observations;
    return [{ value: notMeasured('no_declared_classes', ['number of records of each class, declared']) }];
  },
  vector: {
    fields: [{ id: 'grade', type: 'integer', role: 'label', declared: { classes: { 1: 2, 2: 1, 3: 1 } } }],
    rows: [[1], [1], [2], [2], [null]],
    expected: [{ field: 'grade', value: 1 / 3 }],
    source: 'class 1 has its 2 records, class 2 one too many, class 3 none',
  },
};

async function observed(
  table: TableFacts,
  { field }: FieldFacts,
  classes: Readonly<Record<string, number>>,
): Promise<Observation> {
  const { rows } = await table.ask({
    select: [{ field: field.id }, { aggregate: 'count' }],
    where: [{ field: field.id, op: 'is_present' }],
    order: [{ by: { aggregate: 'count' }, descending: true }],
    limit: 1000,
  });
  const counts = new Map(rows.map(([value, count]) => [String(value), Number(count)]));
  const names = [...new Set([...Object.keys(classes), ...counts.keys()])];
  const differing = names.filter((name) => (counts.get(name) ?? 0) !== (classes[name] ?? 0));
  const value = ratio(names.length - differing.length, names.length);
  if (differing.length === 0) return { field: field.id, value };
  const present = differing.filter((name) => counts.has(name));
  const off = differing.reduce(
    (sum, name) => sum + Math.abs((counts.get(name) ?? 0) - (classes[name] ?? 0)),
    0,
  );
  const list = (language: 'zh' | 'en') =>
    differing
      .slice(0, 5)
      .map((name) => {
        const [there, declared] = [counts.get(name) ?? 0, classes[name] ?? 0];
        return language === 'zh'
          ? `「${name}」${there} 条，声明为 ${declared} 条`
          : `“${name}” has ${there} records and not ${declared}`;
      })
      .join(language === 'zh' ? '；' : '; ');
  return {
    field: field.id,
    value,
    evidence: {
      count: off,
      rows: [],
      ...(present.length > 0 && {
        query: table.question({ where: [{ field: field.id, op: 'in', value: present.slice(0, 1000) }] }),
      }),
      detail: { zh: list('zh'), en: list('en') },
    },
  };
}
