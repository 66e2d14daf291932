import type { ProcessParametersAnswer } from '../answer.ts';
import type { Quantity } from '../question/quantities.ts';
import { citationsOf, declinedIn, hours, shown } from '../reply/compose.ts';
import { sourcesOf, windowOf } from './cautions.ts';
import { derivation } from './derivation.ts';
import { type Bound, temperatureLimits } from './limits.ts';
import { reachable } from './numbers.ts';
import { type Situation, say } from './situation.ts';

/** The temperature that the target needs breaks a limit by more than the tolerance gives. */
export function conflict(
  situation: Situation,
  target: Quantity,
  time: number,
  wanted: number,
  bound: Bound,
): ProcessParametersAnswer {
  const { language, material, fields } = situation;
  const limits = temperatureLimits(situation, ['plant', 'question']);
  const range = reachable(situation, time, { min: limits.min?.value, max: limits.max?.value });
  const [needs, limit] = [
    shown(wanted, fields.temperature.unit),
    shown(bound.value, fields.temperature.unit),
  ];
  const lead = say(
    language,
    `The constraints conflict: ${material} needs ${needs} to reach ${target.stated} after ${hours(time)}, but ${bound.source} sets ${bound.side === 'min' ? 'a lower' : 'an upper'} limit of ${limit}. No setpoint is recommended.${range ? ` Within the limits ${range.min} to ${range.max} ${range.unit} can be reached.` : ''}`,
    `约束相互矛盾：${material} 保温 ${hours(time)} 达到 ${target.stated} 需要 ${needs}，但${bound.source} 规定${bound.side === 'min' ? '下限' : '上限'}为 ${limit}。不给出设定值。${range ? `在限值内可达到 ${range.min} 至 ${range.max} ${range.unit}。` : ''}`,
  );
  return declinedIn(situation, 'conflict', lead, {
    window: windowOf(situation),
    reachable: range,
    citations: citationsOf(sourcesOf(situation, null, time)),
    derivation: derivation(situation, time),
    next_check: say(
      language,
      'Decide which constraint may give way: the target, the holding time or the limit.',
      '请决定哪项约束可以放宽：目标、保温时间还是限值。',
    ),
  });
}
