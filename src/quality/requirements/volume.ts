import { type Answer, bestOf, type Place, type RequirementOf, type Subject } from './answer.ts';
import { groupCounts } from './groups.ts';

/** Records enough in one table, or in each group of a field. */
export async function volumeAnswer(wanted: RequirementOf<'volume'>, subject: Subject): Promise<Answer> {
  if (wanted.per !== undefined) {
    return bestOf(wanted.per, subject, (place) => groupAnswer(wanted.records, place));
  }
  const [largest] = subject.tables.toSorted((a, b) => b.rows - a.rows);
  if (!largest) {
    return {
      status: 'not_measured',
      reason: { zh: '没有可读的表。', en: 'There is no table to read.' },
    };
  }
  const { recordSet, rows } = largest;
  return {
    status: rows >= wanted.records ? 'met' : rows > 0 ? 'partly' : 'missing',
    by: recordSet.id,
    target: { op: '>=', value: wanted.records, unit: 'records' },
    actual: rows,
    reason: {
      zh: `\`${recordSet.id}\` 有 ${rows} 条记录，需要 ${wanted.records} 条。`,
      en: `\`${recordSet.id}\` has ${rows} records; ${wanted.records} are needed.`,
    },
  };
}

async function groupAnswer(records: number, place: Place): Promise<Answer> {
  const { groups, smallest, largest } = await groupCounts(place);
  const fewest = smallest[0]?.count ?? 0;
  const short = smallest.filter(({ count }) => count < records);
  const status = fewest >= records ? 'met' : largest >= records ? 'partly' : 'missing';
  const named = short.slice(0, 5).map(({ value, count }) => `${value} (${count})`);
  const tail = short.length > 5 ? ', …' : '';
  return {
    status,
    target: { op: '>=', value: records, unit: 'records' },
    actual: fewest,
    reason:
      status === 'met'
        ? {
            zh: `\`${place.by}\` 的 ${groups} 组均不少于 ${records} 条记录；最少的有 ${fewest} 条。`,
            en: `Each of the ${groups} groups of \`${place.by}\` has at least ${records} records; the smallest has ${fewest}.`,
          }
        : {
            zh: `\`${place.by}\` 有不足 ${records} 条记录的组：${named.join('、')}${tail}。`,
            en: `Groups of \`${place.by}\` with fewer than ${records} records: ${named.join(', ')}${tail}.`,
          },
  };
}
