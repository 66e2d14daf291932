import type { MeasureResult, Text } from '../../workspace/index.ts';
import { inBoth, short } from '../findings/words.ts';
import { type Answer, either, placesOf, type RequirementOf, type Subject, statusOf } from './answer.ts';

type Wanted = RequirementOf<'quality'>;

const relations: Readonly<Record<Wanted['op'], (value: number, limit: number) => boolean>> = {
  '>=': (value, limit) => value >= limit,
  '<=': (value, limit) => value <= limit,
  '>': (value, limit) => value > limit,
  '<': (value, limit) => value < limit,
  '=': (value, limit) => value === limit,
};

const unmeasured = (reason: Text): Answer => ({ status: 'not_measured', reason });

/** The measure has the demanded value: of the named field, or of everything that it measures. */
export async function qualityAnswer(wanted: Wanted, subject: Subject): Promise<Answer> {
  const { measure, field } = wanted;
  const all = subject.measures.filter(({ id }) => id === measure);
  if (all.length === 0) {
    return unmeasured({ zh: `没有指标 \`${measure}\`。`, en: `There is no measure \`${measure}\`.` });
  }
  if (field === undefined) return answerOf(wanted, all);
  const names = new Set(placesOf(field, subject.tables).map(({ by }) => by));
  if (names.size === 0) {
    return {
      status: 'missing',
      reason: inBoth((language) =>
        language === 'zh'
          ? `没有名为 ${either(field, 'zh')} 的字段。`
          : `There is no field named ${either(field, 'en')}.`,
      ),
    };
  }
  return answerOf(
    wanted,
    all.filter((one) => names.has(`${one.recordSet}.${one.field}`)),
  );
}

function answerOf({ measure, op, value: limit }: Wanted, results: readonly MeasureResult[]): Answer {
  const measured = results.flatMap(({ recordSet, field, result }) =>
    result.status === 'measured'
      ? [{ by: [recordSet, field].filter(Boolean).join('.'), value: result.value }]
      : [],
  );
  const [first] = measured;
  if (!first) {
    const codes = results.flatMap(({ result }) => (result.status === 'not_measured' ? [result.reason] : []));
    const why = [...new Set(codes)].join(', ') || 'not_applicable';
    return unmeasured({
      zh: `指标 \`${measure}\` 未测得（${why}）。`,
      en: `The measure \`${measure}\` was not taken (${why}).`,
    });
  }
  const holds = measured.filter(({ value }) => relations[op](value, limit));
  const distance = (value: number): number =>
    op === '=' ? -Math.abs(value - limit) : op.startsWith('>') ? value : -value;
  const worst = measured.reduce((low, one) => (distance(one.value) < distance(low.value) ? one : low), first);
  const name = worst.by === '' ? measure : `${measure} ${worst.by}`;
  return {
    status: statusOf(holds.length, measured.length),
    ...(worst.by !== '' && { by: worst.by }),
    target: { op, value: limit, unit: '' },
    actual: worst.value,
    reason: {
      zh: `\`${name}\` 为 ${short(worst.value)}，要求 ${op} ${limit}。`,
      en: `\`${name}\` is ${short(worst.value)}; ${op} ${limit} is demanded.`,
    },
  };
}
