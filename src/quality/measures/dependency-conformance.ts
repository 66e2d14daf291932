import { dependenciesOf, violationsOf } from '../facts/dependencies.ts';
import { countOf, rowSet, union } from '../facts/rows.ts';
import { type Evidence, gbt36344, iso5259, type Measure, notMeasured, placed, ratio } from './measure.ts';

export const dependencyConformance: Measure = {
  id: 'dependency_conformance',
  version: 1,
  name: { zh: '字段依赖符合率', en: 'Conformance with dependencies between fields' },
  formula: {
    zh: '符合全部依赖的记录数 / 记录总数；依赖：一个字段的值几乎总由另一个决定（在样本中发现，在全部记录上核对）',
    en: 'records that keep all dependencies / records; a dependency: one field all but follows from another (found on the sample, held to all records)',
  },
  direction: 'higher_is_better',
  standards: [gbt36344('0402', 'unverified'), iso5259('Con-ML-4')],
  requires: [],
  async observe(table) {
    const dependencies = (await dependenciesOf(table)).slice(0, table.thresholds.most_dependencies);
    if (dependencies.length === 0) return [{ value: notMeasured('no_dependency_found', []) }];
    const violations = await violationsOf(table, dependencies);
    const cases = dependencies.flatMap(({ from, to }, place): Evidence[] => {
      const rows = violations[place] ?? [];
      if (rows.length === 0) return [];
      return [{ count: rows.length, ...placed(table, rows), fields: [to, from] }];
    });
    const broken = countOf(union(...violations.map(rowSet)));
    return [{ value: ratio(table.rows - broken, table.rows), cases }];
  },
  vector: {
    fields: [
      { id: 'code', type: 'string' },
      { id: 'name', type: 'string' },
    ],
    rows: Array.from({ length: 200 }, (_, place) => [
      `c${place % 8}`,
      place === 13 ? 'name 7' : `name ${place % 8}`,
    ]),
    expected: [{ value: 0.995 }],
    source: 'one code of 200 has the name of another',
  },
};
