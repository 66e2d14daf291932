import type { ProcessUnit } from '../question/units.ts';
import { inUnit } from '../reply/compose.ts';
import { type Situation, say } from './situation.ts';

/** How the numbers of an answer come about: conversions of the question, the method, the constant and its source. */
export function derivation(situation: Situation, time: number): string[] {
  const { language, asked, fields, specification, rows, dataset } = situation;
  const conversions = [asked.temperature, asked.temperatureMin, asked.temperatureMax, asked.time].flatMap(
    (quantity) => {
      if (!quantity) return [];
      const unit: ProcessUnit = quantity.kind === 'time' ? fields.time.unit : fields.temperature.unit;
      return quantity.unit === unit
        ? []
        : [`${quantity.stated} = ${inUnit(quantity.value, unit)} ${unit.symbol}`];
    },
  );
  const constant = specification.constant;
  return [
    ...conversions,
    constant
      ? say(
          language,
          `Hollomon–Jaffe parameter P = T·(C + lg t), T in K (°C + 273.15), t in h, C = ${constant.value} (${constant.from.document}); hardness as a locally weighted plane over P and lg t, made to fall with T`,
          `Hollomon–Jaffe 参数 P = T·(C + lg t)，T 以 K 计（°C + 273.15），t 以 h 计，C = ${constant.value}（${constant.from.document}）；硬度为 P 与 lg t 上的局部加权平面，随 T 单调下降`,
        )
      : say(
          language,
          `Hardness over temperature at the holding time of ${inUnit(time, fields.time.unit)} ${fields.time.unit.symbol}, locally weighted, made to fall; no conversion between times`,
          `在保温时间 ${inUnit(time, fields.time.unit)} ${fields.time.unit.symbol} 下对温度作局部加权、单调下降的硬度曲线；不作时间换算`,
        ),
    say(
      language,
      `Interval: 90 % of the deviations when each of the rows is predicted from the others; ${rows.length} rows of ${dataset} were read`,
      `区间：用其余数据行预测每一行时 90 % 的偏差；共读取 ${dataset} 的 ${rows.length} 行`,
    ),
  ];
}
