import type { Text } from '../../workspace/index.ts';
import { timeOf } from '../facts/times.ts';
import { type Answer, bestOf, type Place, type RequirementOf, type Subject } from './answer.ts';

const day = 86_400_000;

/** The newest record, or where no time of a record is known the publication, is young enough at the time of the check. */
export async function freshnessAnswer(
  { field, days }: RequirementOf<'freshness'>,
  subject: Subject,
): Promise<Answer> {
  const newest = async (place: Place): Promise<Answer> => {
    const { id, type } = place.facts.field;
    if (type !== 'date' && type !== 'datetime') {
      return {
        status: 'not_measured',
        reason: { zh: `\`${place.by}\` 不是日期或时刻。`, en: `\`${place.by}\` holds no dates.` },
      };
    }
    const found = await place.table.ask({ select: [{ field: id, aggregate: 'max' }], limit: 1 });
    return aged(timeOf(found.rows[0]?.[0]), days, subject.now, {
      zh: `\`${place.by}\` 中最新的记录`,
      en: `The newest record of \`${place.by}\``,
    });
  };
  if (field !== undefined) return bestOf(field, subject, newest);
  const times = subject.tables.flatMap(({ fields }) =>
    fields.flatMap(({ field: one, present }) =>
      one.role === 'time' && (one.type === 'date' || one.type === 'datetime') && present > 0 ? [one.id] : [],
    ),
  );
  if (times.length > 0) return bestOf([...new Set(times)], subject, newest);
  const published = timeOf(subject.entry.publication?.datePublished);
  return aged(published, days, subject.now, { zh: '发布日期', en: 'The publication' });
}

function aged(at: number | null, days: number, now: Date, what: Text): Answer {
  if (at === null) {
    return {
      status: 'not_measured',
      reason: {
        zh: '没有记录时间，发布日期也未知。',
        en: 'No record has a time, and the date of publication is unknown.',
      },
    };
  }
  const age = (now.getTime() - at) / day;
  const date = new Date(at).toISOString().slice(0, 10);
  const asked = now.toISOString().slice(0, 10);
  // A zone that is not written down makes a record seem up to 14 hours younger.
  if (age < -1) {
    return {
      status: 'not_measured',
      reason: {
        zh: `${what.zh}（${date}）晚于检查日期 ${asked}。`,
        en: `${what.en} (${date}) lies after the day of the check, ${asked}.`,
      },
    };
  }
  const actual = Math.max(0, Number(age.toFixed(2)));
  return {
    status: age <= days ? 'met' : 'missing',
    target: { op: '<=', value: days, unit: 'd' },
    actual,
    reason: {
      zh: `${what.zh}为 ${date}，至 ${asked} 已 ${actual} 天，最多允许 ${days} 天。`,
      en: `${what.en} is of ${date}, ${actual} days before ${asked}; at most ${days} are allowed.`,
    },
  };
}
