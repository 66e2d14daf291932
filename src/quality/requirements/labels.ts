import { type Answer, bestOf, type Place, type RequirementOf, type Subject, statusOf } from './answer.ts';
import { groupCounts } from './groups.ts';
import { countsOf } from './values.ts';

/** Labelled records enough of each class: of those demanded, or else of those that occur. */
export function labelsAnswer(wanted: RequirementOf<'labels'>, subject: Subject): Promise<Answer> {
  return bestOf(wanted.field, subject, async (place) => {
    const { classes, enough, counts } = await classesOf(wanted, place);
    const told = counts.slice(0, 8).map(({ value, count }) => `${value} ${count}`);
    const more = counts.length > 8 ? ', …' : '';
    return {
      status: classes === 0 ? 'missing' : statusOf(enough, classes),
      target: { op: '>=', value: wanted.records, unit: 'records' },
      actual: counts.reduce((least, { count }) => Math.min(least, count), counts[0]?.count ?? 0),
      reason: {
        zh: `\`${place.by}\` 每类需 ${wanted.records} 条带标签的记录，现有：${told.join('、')}${more}。`,
        en: `\`${place.by}\` needs ${wanted.records} labelled records of each class; there are: ${told.join(', ')}${more}.`,
      },
    };
  });
}

async function classesOf({ classes, records }: RequirementOf<'labels'>, place: Place) {
  if (classes) {
    const counts = await countsOf(classes, place);
    return {
      classes: counts.length,
      enough: counts.filter(({ count }) => count >= records).length,
      counts,
    };
  }
  const { groups, smallest, largest } = await groupCounts(place);
  const short = smallest.filter(({ count }) => count < records).length;
  return { classes: groups, enough: largest < records ? 0 : groups - short, counts: smallest };
}
