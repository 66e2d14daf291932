import type { HardnessPrediction } from '../../../src/methods/index.ts';
import type { ProcessParametersAnswer } from '../answer.ts';
import type { Quantity } from '../question/quantities.ts';
import { answered, citationsOf, hours, shown } from '../reply/compose.ts';
import { sensitivitySentence } from '../reply/sentences.ts';
import {
  embrittlementNotes,
  methodNotes,
  outsideWindow,
  scatterNotes,
  sourcesOf,
  timeNotes,
  windowOf,
} from './cautions.ts';
import { derivation } from './derivation.ts';
import { temperatureLimits } from './limits.ts';
import { expectedOf, hardnessAt, reachable, rowNumbers, sensitivityAt, setpointsOf } from './numbers.ts';
import { type Measurement, rounded, type Situation, say } from './situation.ts';
import { unanswered } from './unanswered.ts';

/** Temperature and holding time → hardness; where a target was named too, whether they meet it. */
export function predict(
  situation: Situation,
  temperature: number,
  time: number,
  target: Quantity | null,
): ProcessParametersAnswer {
  const found = hardnessAt(situation, temperature, time);
  if (found.status === 'unanswered') return unanswered(situation, found, time);
  const { language, material, dataset, fields } = situation;
  const expected = expectedOf(situation, found.hardness, found.interval);
  const sensitivity = sensitivityAt(situation, temperature, time);
  const degrees = shown(temperature, fields.temperature.unit);
  const [low, high] = expected.interval ?? [];
  const scale = expected.unit;
  const lead = say(
    language,
    `${material} tempered at ${degrees} for ${hours(time)}: expect ${expected.value} ${scale}, between ${low} and ${high} ${scale} for nine parts in ten, by the ${found.rows} usable rows of ${dataset}.${judgement(situation, found, target)}${sensitivitySentence(sensitivity, 'en')}`,
    `${material} 在 ${degrees} 回火 ${hours(time)}：依据 ${dataset} 的 ${found.rows} 行可用数据，预期 ${expected.value} ${scale}，十件中有九件在 ${low} 至 ${high} ${scale} 之间。${judgement(situation, found, target)}${sensitivitySentence(sensitivity, 'zh')}`,
  );
  return answered(situation, lead, {
    setpoints: setpointsOf(situation, temperature, time, null),
    expected,
    sensitivity,
    window: windowOf(situation),
    reachable: reachable(situation, time, { min: undefined, max: undefined }),
    warnings: [
      ...outsideWindow(situation, temperature, temperatureLimits(situation, ['plant', 'question'])),
      ...embrittlementNotes(situation, temperature, () => ''),
      ...timeNotes(situation, time),
      ...methodNotes(situation, found.warnings),
      ...scatterNotes(situation, found.interval),
      ...situation.warnings,
    ],
    supporting_rows: rowNumbers(found.support),
    citations: citationsOf(sourcesOf(situation, temperature, time)),
    derivation: derivation(situation, time),
    next_check: say(
      language,
      `Next: measure the hardness of a piece tempered at ${degrees} for ${hours(time)}; outside ${low} to ${high} ${scale} look for a reason before going on.`,
      `下一步：检验一件在 ${degrees} 回火 ${hours(time)} 的硬度；若超出 ${low} 至 ${high} ${scale}，应先查明原因。`,
    ),
  });
}

function judgement(
  situation: Situation,
  found: HardnessPrediction<Measurement>,
  target: Quantity | null,
): string {
  if (!target) return '';
  const { language, specification } = situation;
  const tolerance = target.tolerance || specification.tolerance?.value;
  const off = found.hardness - target.value;
  const one = {
    equal: tolerance === undefined ? undefined : Math.abs(off) <= tolerance,
    at_least: off >= 0,
    at_most: off <= 0,
  }[target.relation];
  if (one === undefined) {
    return say(
      language,
      ` That is ${rounded(off)} from ${target.stated}; no tolerance is stated.`,
      `与 ${target.stated} 相差 ${rounded(off)}；没有给出公差。`,
    );
  }
  const within = target.relation === 'equal' && tolerance !== undefined;
  const allowed = {
    en: within ? ` (tolerance ${tolerance})` : '',
    zh: within ? `（公差 ${tolerance}）` : '',
  };
  return one
    ? say(language, ` This meets ${target.stated}${allowed.en}.`, `满足 ${target.stated}${allowed.zh}。`)
    : say(
        language,
        ` This does not meet ${target.stated}${allowed.en}: it is ${rounded(off)} off.`,
        `不满足 ${target.stated}${allowed.zh}：相差 ${rounded(off)}。`,
      );
}
