import { recommendTemperature } from '../../../src/methods/index.ts';
import type { Note, ProcessParametersAnswer } from '../answer.ts';
import type { Quantity } from '../question/quantities.ts';
import { answered, citationsOf, hours, note, shown } from '../reply/compose.ts';
import { sensitivitySentence, windowSentence } from '../reply/sentences.ts';
import { embrittlementNotes, methodNotes, scatterNotes, sourcesOf, timeNotes, windowOf } from './cautions.ts';
import { conflict } from './conflict.ts';
import { derivation } from './derivation.ts';
import { type Bound, broken, temperatureLimits } from './limits.ts';
import {
  constantOf,
  coverage,
  expectedOf,
  hardnessAt,
  reachable,
  rowNumbers,
  sensitivityAt,
  setpointsOf,
} from './numbers.ts';
import { rounded, type Situation, say } from './situation.ts';
import { unanswered } from './unanswered.ts';

/** Target hardness and holding time → tempering temperature. */
export function recommend(situation: Situation, target: Quantity, time: number): ProcessParametersAnswer {
  const found = recommendTemperature(situation.rows, {
    hardness: target.value,
    time,
    constant: constantOf(situation),
    coverage,
  });
  if (found.status === 'unanswered') return unanswered(situation, found, time);
  const limits = temperatureLimits(situation, ['plant', 'question']);
  const bound = broken(limits, found.temperature);
  const tolerance = target.tolerance || situation.specification.tolerance?.value || 0;
  if (bound) {
    const there = hardnessAt(situation, bound.value, time);
    const near =
      there.status === 'answered' && Math.abs(there.hardness - target.value) <= tolerance
        ? { ...there, temperature: bound.value }
        : undefined;
    if (!near || broken(limits, bound.value))
      return conflict(situation, target, time, found.temperature, bound);
    return answer(situation, target, time, {
      ...near,
      temperatures: null,
      notes: [
        ...methodNotes(situation, near.warnings),
        moved(situation, found.temperature, bound, tolerance),
      ],
    });
  }
  return answer(situation, target, time, {
    temperature: found.temperature,
    temperatures: found.interval,
    hardness: found.expectedHardness,
    interval: found.hardnessInterval,
    support: found.support,
    rows: found.rows,
    notes: methodNotes(situation, found.warnings),
  });
}

interface Result {
  readonly temperature: number;
  readonly temperatures: readonly [number, number] | null;
  readonly hardness: number;
  readonly interval: readonly [number, number];
  readonly support: Situation['rows'];
  readonly rows: number;
  readonly notes: readonly Note[];
}

function answer(
  situation: Situation,
  target: Quantity,
  time: number,
  result: Result,
): ProcessParametersAnswer {
  const { language, material, dataset, fields } = situation;
  const setpoints = setpointsOf(situation, result.temperature, time, result.temperatures);
  const expected = expectedOf(situation, result.hardness, result.interval);
  const sensitivity = sensitivityAt(situation, result.temperature, time);
  const window = windowOf(situation);
  const degrees = shown(result.temperature, fields.temperature.unit);
  const scale = expected.unit;
  const [low, high] = expected.interval ?? [];
  const [cool, hot] = setpoints[0]?.interval ?? [];
  const spread = {
    en: cool === undefined ? '' : ` (${cool} to ${hot} ${fields.temperature.unit.symbol})`,
    zh: cool === undefined ? '' : `（${cool} 至 ${hot} ${fields.temperature.unit.symbol}）`,
  };
  const bound = {
    equal: { en: '', zh: '' },
    at_least: { en: ' Lower temperatures stay above that hardness.', zh: '温度更低时硬度更高。' },
    at_most: { en: ' Higher temperatures stay below that hardness.', zh: '温度更高时硬度更低。' },
  }[target.relation];
  const lead = say(
    language,
    `Temper ${material} at ${degrees}${spread.en} for ${hours(time)} to reach ${target.stated}: the ${result.rows} usable rows of ${dataset} lead to ${expected.value} ${scale}, between ${low} and ${high} ${scale} for nine parts in ten.${bound.en}${windowSentence(window, 'en')}${sensitivitySentence(sensitivity, 'en')}`,
    `${material} 建议在 ${degrees}${spread.zh} 回火，保温 ${hours(time)}，以达到 ${target.stated}：依据 ${dataset} 的 ${result.rows} 行可用数据，预期 ${expected.value} ${scale}，十件中有九件在 ${low} 至 ${high} ${scale} 之间。${bound.zh}${windowSentence(window, 'zh')}${sensitivitySentence(sensitivity, 'zh')}`,
  );
  const warnings = [
    ...embrittlementNotes(situation, result.temperature, alternative(situation, target, time)),
    ...timeNotes(situation, time),
    ...result.notes,
    ...scatterNotes(situation, result.interval),
    ...situation.warnings,
  ];
  return answered(situation, lead, {
    setpoints,
    expected,
    sensitivity,
    window,
    reachable: reachable(situation, time, { min: undefined, max: undefined }),
    warnings,
    supporting_rows: rowNumbers(result.support),
    citations: citationsOf(sourcesOf(situation, result.temperature, time)),
    derivation: derivation(situation, time),
    next_check: nextCheck(situation, degrees, time, target, sensitivity),
  });
}

/** At the edge of a range that is to be avoided: what the hardness would be there, where it is within tolerance. */
function alternative(situation: Situation, target: Quantity, time: number) {
  const { language, fields, specification } = situation;
  const tolerance = target.tolerance || specification.tolerance?.value;
  return (temperature: number): string => {
    const there = hardnessAt(situation, temperature, time);
    if (there.status !== 'answered' || tolerance === undefined) return '';
    if (Math.abs(there.hardness - target.value) > tolerance) return '';
    const [at, hardness] = [
      shown(temperature, fields.temperature.unit),
      `${rounded(there.hardness)} ${fields.hardness.unit.symbol}`,
    ];
    return say(
      language,
      `The edge at ${at} would give ${hardness}, within the tolerance of ${tolerance}.`,
      `边界 ${at} 处为 ${hardness}，仍在公差 ${tolerance} 之内。`,
    );
  };
}

function moved(situation: Situation, wanted: number, bound: Bound, tolerance: number): Note {
  const { unit } = situation.fields.temperature;
  return note(
    situation,
    'moved_to_limit',
    `The target itself would need ${shown(wanted, unit)}; the limit of ${shown(bound.value, unit)} in ${bound.source} holds, and the hardness there is within the tolerance of ${tolerance}.`,
    `精确达到目标需要 ${shown(wanted, unit)}；应遵守 ${bound.source} 的限值 ${shown(bound.value, unit)}，该处硬度在公差 ${tolerance} 之内。`,
  );
}

function nextCheck(
  situation: Situation,
  degrees: string,
  time: number,
  target: Quantity,
  sensitivity: ProcessParametersAnswer['sensitivity'],
): string {
  const correct = sensitivity && sensitivity.value < 0;
  return say(
    situation.language,
    `Next: temper a trial piece at ${degrees} for ${hours(time)} and measure its hardness against ${target.stated}${correct ? ` before the batch; correct by the change of ${sensitivity.value} ${sensitivity.unit} per 10 °C` : ' before the batch'}.`,
    `下一步：批量之前先以 ${degrees}、${hours(time)} 试回火一件，按 ${target.stated} 检验硬度${correct ? `，并按每 10 °C ${sensitivity.value} ${sensitivity.unit} 修正` : ''}。`,
  );
}
