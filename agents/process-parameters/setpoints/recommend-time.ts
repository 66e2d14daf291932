import type { ProcessParametersAnswer } from '../answer.ts';
import type { Quantity } from '../question/quantities.ts';
import { declinedIn, hours, note, shown } from '../reply/compose.ts';
import { constantOf, hardnessAt } from './numbers.ts';
import { predict } from './predict.ts';
import { rounded, type Situation, say } from './situation.ts';

const steps = 48;

/**
 * Temperature and target hardness → holding time: where the hardness at that temperature, followed over the times that
 * the rows cover, passes the target. Between the steps it is taken as straight over the logarithm of the time.
 */
export function recommendTime(
  situation: Situation,
  temperature: number,
  target: Quantity,
): ProcessParametersAnswer {
  if (constantOf(situation) === null) return withoutConstant(situation);
  const time = crossing(situation, temperature, target.value);
  if (time === undefined) return outOfReach(situation, temperature, target);
  const answer = predict(situation, temperature, time, target);
  const degrees = shown(temperature, situation.fields.temperature.unit);
  const lead = say(
    situation.language,
    `Hold ${situation.material} at ${degrees} for about ${hours(time)} to reach ${target.stated}.`,
    `${situation.material} 在 ${degrees} 保温约 ${hours(time)} 可达到 ${target.stated}。`,
  );
  return { ...answer, text: `${lead}\n${answer.text}` };
}

function crossing(situation: Situation, temperature: number, hardness: number): number | undefined {
  const times = situation.rows.map(({ time }) => time);
  const [shortest, longest] = [Math.min(...times), Math.max(...times)];
  const path = Array.from({ length: steps + 1 }, (_, step) => {
    const time = shortest * (longest / shortest) ** (step / steps);
    const found = hardnessAt(situation, temperature, time);
    return { time, hardness: found.status === 'answered' ? found.hardness : undefined };
  });
  for (const [index, after] of path.entries()) {
    const before = path[index - 1];
    if (before?.hardness === undefined || after.hardness === undefined) continue;
    if (before.hardness < hardness || after.hardness > hardness) continue;
    const share = (before.hardness - hardness) / (before.hardness - after.hardness || 1);
    return before.time * (after.time / before.time) ** share;
  }
  return undefined;
}

function withoutConstant(situation: Situation): ProcessParametersAnswer {
  const lead = say(
    situation.language,
    'A holding time cannot be derived: no document states the Hollomon–Jaffe constant, so times are not converted.',
    '无法推导保温时间：没有文档给出 Hollomon–Jaffe 常数，因此不作时间换算。',
  );
  return declinedIn(situation, 'insufficient_data', lead, {
    missing: [
      ...situation.missing,
      note(situation, 'holding_time', 'Not determined: the holding time.', '未能确定：保温时间。'),
    ],
    next_check: say(
      situation.language,
      'Next: put the constant into the process document.',
      '下一步：在工艺文件中补充该常数。',
    ),
  });
}

function outOfReach(situation: Situation, temperature: number, target: Quantity): ProcessParametersAnswer {
  const times = situation.rows.map(({ time }) => time);
  const [low, high] = [Math.min(...times), Math.max(...times)];
  const degrees = shown(temperature, situation.fields.temperature.unit);
  const values = situation.rows.map(({ hardness }) => hardness);
  const { unit, id } = situation.fields.hardness;
  const lead = say(
    situation.language,
    `At ${degrees} no holding time between ${hours(low)} and ${hours(high)}, the times in the data of ${situation.material}, leads to ${target.stated}. This is not extrapolated.`,
    `在 ${degrees} 下，${situation.material} 数据所含的保温时间（${hours(low)} 至 ${hours(high)}）都达不到 ${target.stated}，不作外推。`,
  );
  return declinedIn(situation, 'out_of_range', lead, {
    reachable: {
      quantity: id,
      min: rounded(Math.min(...values)),
      max: rounded(Math.max(...values)),
      unit: unit.symbol,
    },
    next_check: say(
      situation.language,
      'Next: choose another temperature, and ask for the temperature at a given time.',
      '下一步：改选温度，或在给定时间下查询温度。',
    ),
  });
}
