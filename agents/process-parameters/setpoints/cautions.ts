import type { TemperingWarning } from '../../../src/methods/index.ts';
import type { Note, ProcessParametersAnswer } from '../answer.ts';
import type { DocumentedParameter } from '../evidence/parameter-table.ts';
import type { Documented, Range } from '../evidence/specification.ts';
import { hours, inUnit, note, shown } from '../reply/compose.ts';
import { broken, type Limits, temperatureLimits } from './limits.ts';
import { quoted, rounded, type Situation, say } from './situation.ts';

/** The plant's window of the tempering temperature, and what leaving it means; `null` where nobody states one. */
export function windowOf(situation: Situation): ProcessParametersAnswer['window'] {
  const { min, max } = temperatureLimits(situation, ['plant']);
  if (!min && !max) return null;
  const { language, fields } = situation;
  const { id, unit } = fields.temperature;
  const sources = [...new Set([min?.source, max?.source].flatMap((source) => source ?? []))];
  const risks = [min?.from?.note, max?.from?.note].flatMap((text) => (text ? [text] : []));
  return {
    parameter: id,
    min: min ? inUnit(min.value, unit) : null,
    max: max ? inUnit(max.value, unit) : null,
    unit: unit.symbol,
    source: sources.join(', '),
    risk:
      risks.join(say(language, ' ', '')) ||
      say(language, 'The source does not say what leaving it means.', '来源没有说明越出窗口的后果。'),
  };
}

/** The embrittlement ranges, as documented, that hold a temperature. */
export function embrittlementAt(situation: Situation, temperature: number): readonly Range[] {
  return situation.specification.embrittlement.filter(
    ({ min, max }) => min && max && temperature >= min.value && temperature <= max.value,
  );
}

export function embrittlementNotes(
  situation: Situation,
  temperature: number,
  alternative: (temperature: number) => string,
): readonly Note[] {
  const { unit } = situation.fields.temperature;
  return embrittlementAt(situation, temperature).flatMap(({ min, max }) => {
    if (!min || !max) return [];
    const [low, high] = [shown(min.value, unit), shown(max.value, unit)];
    const quote = quoted(situation.language, min.from.note || max.from.note);
    const others = [min.value, max.value].map(alternative).filter((text) => text !== '');
    return [
      note(
        situation,
        'embrittlement',
        `Warning: ${shown(temperature, unit)} lies in the range of temper embrittlement from ${low} to ${high} that ${min.from.document} states${quote}. ${others.join(' ')}`.trim(),
        `警告：${shown(temperature, unit)} 位于 ${min.from.document} 给出的回火脆性区间 ${low} 至 ${high}${quote}。${others.join('')}`,
      ),
    ];
  });
}

/** Where a temperature leaves the plant's window: only for questions that give the temperature themselves. */
export function outsideWindow(situation: Situation, temperature: number, limits: Limits): readonly Note[] {
  const { unit } = situation.fields.temperature;
  const bound = broken(limits, temperature);
  if (!bound) return [];
  const [is, limit] = [shown(temperature, unit), shown(bound.value, unit)];
  const quote = quoted(situation.language, bound.from?.note ?? '');
  return [
    bound.side === 'min'
      ? note(
          situation,
          'outside_window',
          `Warning: ${is} is below the lower limit of ${limit} in ${bound.source}${quote}.`,
          `警告：${is} 低于 ${bound.source} 的下限 ${limit}${quote}。`,
        )
      : note(
          situation,
          'outside_window',
          `Warning: ${is} is above the upper limit of ${limit} in ${bound.source}${quote}.`,
          `警告：${is} 高于 ${bound.source} 的上限 ${limit}${quote}。`,
        ),
  ];
}

function brokenTime({ specification }: Situation, time: number): Documented | undefined {
  const { min, max } = specification.time;
  if (min && time < min.value) return min;
  return max && time > max.value ? max : undefined;
}

/** The holding time against the documented limits. */
export function timeNotes(situation: Situation, time: number): readonly Note[] {
  const bound = brokenTime(situation, time);
  if (!bound) return [];
  return [
    note(
      situation,
      'outside_window',
      `Warning: the holding time of ${hours(time)} is outside the limit of ${hours(bound.value)} in ${bound.from.document}.`,
      `警告：保温时间 ${hours(time)} 超出 ${bound.from.document} 的限值 ${hours(bound.value)}。`,
    ),
  ];
}

const sentences: Readonly<Record<TemperingWarning, readonly [en: string, zh: string]>> = {
  few_rows: [
    'Few rows support this: the interval is only the largest deviation seen.',
    '支持数据很少：区间只是所见的最大偏差。',
  ],
  no_row_of_this_time: [
    'No row has this holding time: the answer is carried over from other times by the Hollomon–Jaffe parameter.',
    '没有该保温时间的数据行：结果由其他时间按 Hollomon–Jaffe 参数换算而来。',
  ],
  same_time_only: [
    'Only rows of this very holding time were used, because no document states the Hollomon–Jaffe constant.',
    '由于没有文档给出 Hollomon–Jaffe 常数，只使用了保温时间相同的数据行。',
  ],
  hardness_not_monotone: [
    'The hardness does not fall steadily with temperature in these rows: another temperature may give the same hardness.',
    '这些数据中硬度并非随温度单调下降：可能还有别的温度给出相同硬度。',
  ],
  at_edge_of_data: [
    'The target lies at the very edge of the data: the answer is the end of the tried range.',
    '目标处于数据的边缘：答案为已试范围的端点。',
  ],
};

export function methodNotes(situation: Situation, warnings: readonly TemperingWarning[]): readonly Note[] {
  return warnings.map((code) => note(situation, code, ...sentences[code]));
}

/** Warns where the interval is so wide against what the rows span that temperature hardly explains the hardness. */
export function scatterNotes(situation: Situation, interval: readonly [number, number]): readonly Note[] {
  const values = situation.rows.map(({ hardness }) => hardness);
  const span = Math.max(...values) - Math.min(...values);
  if (interval[1] - interval[0] < span / 2) return [];
  const width = `± ${rounded((interval[1] - interval[0]) / 2)} ${situation.fields.hardness.unit.symbol}`;
  return [
    note(
      situation,
      'weak_relation',
      `Warning: in these rows the hardness hardly follows temperature and time (${width}): do not rely on this.`,
      `警告：在这些数据中硬度几乎不随温度和时间变化（${width}）：不要依赖此结果。`,
    ),
  ];
}

/** The documented parameters behind window, constant, tolerance of a target, and the embrittlement that was met. */
export function sourcesOf(
  situation: Situation,
  temperature: number | null,
  time: number,
): readonly DocumentedParameter[] {
  const { specification } = situation;
  const { min, max } = temperatureLimits(situation, ['plant']);
  const met = temperature === null ? [] : embrittlementAt(situation, temperature);
  return [
    min?.from,
    max?.from,
    specification.constant?.from,
    brokenTime(situation, time)?.from,
    situation.asked.hardness ? specification.tolerance?.from : undefined,
    ...met.flatMap((range) => [range.min?.from, range.max?.from]),
  ].flatMap((from) => from ?? []);
}
