import type { Unanswered } from '../../../src/methods/index.ts';
import type { DeclineReason, ProcessParametersAnswer } from '../answer.ts';
import { declinedIn, hours, shown } from '../reply/compose.ts';
import { windowOf } from './cautions.ts';
import { derivation } from './derivation.ts';
import { reachable } from './numbers.ts';
import { rounded, type Situation, say } from './situation.ts';

/** Says why the rows cannot carry an answer, with what they do cover. */
export function unanswered(situation: Situation, why: Unanswered, time: number): ProcessParametersAnswer {
  const reason: DeclineReason = why.reason === 'too_few_rows' ? 'insufficient_data' : 'out_of_range';
  const all = { min: undefined, max: undefined };
  return declinedIn(situation, reason, sentence(situation, why, time), {
    window: windowOf(situation),
    reachable: reachable(situation, time, all),
    derivation: derivation(situation, time),
    next_check: say(
      situation.language,
      'Next: measure trial pieces under the conditions asked for, and add the rows to the dataset.',
      '下一步：在所问条件下试验并测量，把结果补充到数据集。',
    ),
  });
}

function sentence(situation: Situation, { reason, rows, covered }: Unanswered, time: number): string {
  const { language, material, dataset, fields, asked } = situation;
  const times = [...new Set(situation.rows.map((row) => row.time))].toSorted((a, b) => a - b).map(hours);
  const [low = Number.NaN, high = Number.NaN] = covered ?? [];
  if (reason === 'too_few_rows') {
    return say(
      language,
      `${dataset} has only ${rows} usable rows of ${material} for a holding time of ${hours(time)}: too few for a recommendation. Its holding times are ${times.join(', ')}.`,
      `${dataset} 中 ${material} 在保温 ${hours(time)} 下只有 ${rows} 行可用数据，不足以给出建议。已有保温时间：${times.join('、')}。`,
    );
  }
  if (reason === 'time_outside_data') {
    return say(
      language,
      `The holding time of ${hours(time)} is outside the data of ${material}, which run from ${hours(low)} to ${hours(high)}. This is not extrapolated.`,
      `保温时间 ${hours(time)} 超出 ${material} 的数据范围（${hours(low)} 至 ${hours(high)}），不作外推。`,
    );
  }
  if (reason === 'temperature_outside_data') {
    const { unit } = fields.temperature;
    const is = asked.temperature ? shown(asked.temperature.value, unit) : '';
    return say(
      language,
      `${is} is outside the data of ${material}: after ${hours(time)} they cover ${shown(low, unit)} to ${shown(high, unit)}. This is not extrapolated.`,
      `${is} 超出 ${material} 的数据范围：保温 ${hours(time)} 时覆盖 ${shown(low, unit)} 至 ${shown(high, unit)}，不作外推。`,
    );
  }
  const scale = fields.hardness.unit.symbol;
  return say(
    language,
    `${asked.hardness?.stated ?? ''} is outside what the data of ${material} reach after ${hours(time)}: ${rounded(low)} to ${rounded(high)} ${scale}. This is not extrapolated.`,
    `${asked.hardness?.stated ?? ''} 超出 ${material} 保温 ${hours(time)} 的数据所能达到的范围：${rounded(low)} 至 ${rounded(high)} ${scale}，不作外推。`,
  );
}
