import { seriesFields } from '../facts/pass.ts';
import { short } from '../findings/words.ts';
import { timeSampling } from '../folds/time-sampling.ts';
import { type Answer, bestOf, type Place, type RequirementOf, type Subject, statusOf } from './answer.ts';
import { secondsIn } from './units.ts';

/** Clocks jitter: a median interval this much longer still meets the demand. */
const tolerance = 1.01;

const unmeasured = (zh: string, en: string): Answer => ({ status: 'not_measured', reason: { zh, en } });

/** The usual interval of every series is at most the demanded one. */
export function rateAnswer(wanted: RequirementOf<'rate'>, subject: Subject): Promise<Answer> {
  return bestOf(wanted.field, subject, (place) => intervalAnswer(wanted.interval, place));
}

async function intervalAnswer(demanded: number, { table, facts, by }: Place): Promise<Answer> {
  const { field } = facts;
  if (seriesFields(table.recordSet).time !== field.id) {
    return unmeasured(
      `\`${by}\` 不是排列记录的时间字段。`,
      `\`${by}\` is not the time field that orders the records.`,
    );
  }
  const numeric = field.type === 'integer' || field.type === 'number';
  const unit = numeric ? secondsIn(field.unit) : 0.001;
  if (unit === null) {
    return unmeasured(
      `\`${by}\` 是数值，其时间单位未知。`,
      `\`${by}\` holds numbers, and their unit of time is unknown.`,
    );
  }
  const series = (await table.fold(timeSampling)) ?? [];
  const usual = series.flatMap(({ result }) => (result.sampling ? [result.sampling.usual * unit] : []));
  if (usual.length === 0) {
    return unmeasured(
      `\`${by}\` 没有一个序列有三条以上的记录。`,
      `No series of \`${by}\` has three records or more.`,
    );
  }
  const dense = usual.filter((interval) => interval <= demanded * tolerance).length;
  const actual = usual.reduce((most, interval) => Math.max(most, interval), 0);
  return {
    status: statusOf(dense, usual.length),
    target: { op: '<=', value: demanded, unit: 's' },
    actual: Number(actual.toPrecision(6)),
    reason: {
      zh: `${usual.length} 个序列中 ${dense} 个的中位间隔不超过 ${short(demanded)} 秒；最长为 ${short(actual)} 秒。`,
      en: `${dense} of ${usual.length} series have a median interval of ${short(demanded)} s or less; the longest is ${short(actual)} s.`,
    },
  };
}
