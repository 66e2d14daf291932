import { hollomonJaffe, recommendTemperature, timeFor } from '../../src/methods/index.ts';
import type { ProcessParametersAnswer } from './answer.ts';
import { constantOf, coverage } from './numbers.ts';
import { predict } from './predict.ts';
import type { Quantity } from './quantities.ts';
import { declinedIn, hours, note, shown } from './reply.ts';
import { rounded, type Situation, say } from './situation.ts';

const steps = 60;

/**
 * Temperature and target hardness → holding time: the time at which the recommended temperature is the one asked for,
 * by bisection over the times that the rows cover.
 */
export function recommendTime(
  situation: Situation,
  temperature: number,
  target: Quantity,
): ProcessParametersAnswer {
  const constant = constantOf(situation);
  if (constant === null) return withoutConstant(situation);
  const times = situation.rows.map(({ time }) => time);
  const needed = (time: number): number | undefined => {
    const found = recommendTemperature(situation.rows, { hardness: target.value, time, constant, coverage });
    return found.status === 'answered' ? found.temperature : undefined;
  };
  const time = crossing(needed, temperature, Math.min(...times), Math.max(...times), constant);
  if (time === undefined) return outOfReach(situation, temperature, target);
  const answer = predict(situation, temperature, time, target);
  const lead = say(
    situation.language,
    `Hold ${situation.material} at ${shown(temperature, situation.fields.temperature.unit)} for about ${hours(time)} to reach ${target.stated}.`,
    `${situation.material} 在 ${shown(temperature, situation.fields.temperature.unit)} 保温约 ${hours(time)} 可达到 ${target.stated}。`,
  );
  return { ...answer, text: `${lead}\n${answer.text}` };
}

/** Where the needed temperature, which falls with time, passes the one given; by the logarithm of the time. */
function crossing(
  needed: (time: number) => number | undefined,
  temperature: number,
  shortest: number,
  longest: number,
  constant: number,
): number | undefined {
  const grid = Array.from(
    { length: steps + 1 },
    (_, step) => shortest * (longest / shortest) ** (step / steps),
  );
  for (const [index, later] of grid.entries()) {
    const earlier = grid[index - 1];
    const [before, after] = [earlier === undefined ? undefined : needed(earlier), needed(later)];
    if (earlier === undefined || before === undefined || after === undefined) continue;
    if (before < temperature || after > temperature) continue;
    // Within one step the parameter that gives the hardness hardly changes.
    const parameter = hollomonJaffe(before, earlier, constant);
    return Math.min(later, Math.max(earlier, timeFor(parameter, temperature, constant)));
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
