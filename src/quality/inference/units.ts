import { ucumCode } from '../../tables/units.ts';
import type { Proposal, Text } from '../../workspace/index.ts';
import { isNumeric } from '../facts/field-facts.ts';
import { quantileOf } from '../facts/sample.ts';
import type { TableFacts } from '../facts/types.ts';
import { short } from '../findings/words.ts';
import { propose, type Roles, says, wordsOf } from './proposal.ts';

const temperature = ['temperature', 'temp', 'tmp', '温度', '室温', '炉温'];

/** Words that are a unit when they end a name, whatever else it says. */
const endings: Readonly<Record<string, string>> = {
  ...{ kw: 'kW', kwh: 'kWh', mw: 'MW', rpm: 'rpm', mm: 'mm', cm: 'cm', um: 'um', bar: 'bar', mbar: 'mbar' },
  ...{ kpa: 'kPa', psi: 'psi', hz: 'Hz', khz: 'kHz', degc: '°C', celsius: '°C', kelvin: 'K', degf: '°F' },
  ...{
    fahrenheit: '°F',
    percent: '%',
    pct: '%',
    kg: 'kg',
    kn: 'kN',
    ms: 'ms',
    seconds: 's',
    minutes: 'min',
    hours: 'h',
  },
};

/** Letters that are a unit only beside the word for the quantity. */
const letters: readonly (readonly [quantity: readonly string[], units: Readonly<Record<string, string>>])[] =
  [
    [temperature, { c: '°C', k: 'K', f: '°F' }],
    [['voltage', '电压'], { v: 'V', mv: 'mV' }],
    [['current', '电流'], { a: 'A', ma: 'mA' }],
    [['power', '功率'], { w: 'W' }],
    [['force', '力'], { n: 'N' }],
    [['torque', '扭矩', '转矩'], { nm: 'N·m' }],
    [['pressure', '压力', '压强'], { pa: 'Pa', mpa: 'MPa' }],
    [['time', 'duration', '时间', '时长'], { s: 's', sec: 's', min: 'min', h: 'h' }],
  ];

/** Quantities that mostly come in one unit, with the values that it gives; a guess in any case. */
const usual: readonly (readonly [
  words: readonly string[],
  symbol: string,
  low: number,
  high: number,
  confidence: number,
])[] = [
  [temperature, 'K', 250, 345, 0.6],
  [temperature, '°C', -60, 150, 0.7],
  [temperature, '°C', 150, 1800, 0.4],
  [['rpm', 'rotational', 'spindle', '转速'], 'rpm', 30, 60_000, 0.7],
  [['torque', '扭矩', '转矩'], 'N·m', -5000, 5000, 0.6],
  [['humidity', '湿度'], '%', 1, 100, 0.8],
  [['voltage', '电压'], 'V', 1, 1000, 0.6],
  [['frequency', '频率'], 'Hz', 0, 100_000, 0.6],
];

/** Words that make a ratio or a number of the quantity beside them. */
const bare = ['factor', 'ratio', 'count', 'number', 'index', 'code', '系数', '比', '次数', '编号'];

/** Units of the numbers for which none is known, from the words of their names and the values. */
export async function unitProposals(table: TableFacts, roles: Roles): Promise<readonly Proposal[]> {
  const sample = await table.sample();
  const found: Proposal[] = [];
  for (const { field, present } of table.fields) {
    const role = roles.get(field.id);
    if (field.unit !== null || !isNumeric(field) || present === 0) continue;
    if (role !== undefined && role !== 'measurement' && role !== 'setpoint') continue;
    const words = wordsOf(field);
    const guess = says(words, bare)
      ? null
      : (byWord(words) ?? byValues(words, () => sample.sorted(field.id)));
    if (guess && ucumCode(guess[0]) !== undefined) found.push(propose(table, field.id, 'unit', ...guess));
  }
  return found;
}

type Guess = readonly [symbol: string, confidence: number, reason: Text];

function byWord(words: readonly string[]): Guess | null {
  const last = words.at(-1) ?? '';
  const reason = { zh: `名称以“${last}”结尾`, en: `the name ends in "${last}"` };
  const ending = Object.hasOwn(endings, last) ? endings[last] : undefined;
  if (ending !== undefined && words.length > 1) return [ending, 0.9, reason];
  for (const [quantity, units] of letters) {
    const symbol = Object.hasOwn(units, last) ? units[last] : undefined;
    if (symbol !== undefined && says(words, quantity)) return [symbol, 0.9, reason];
  }
  return null;
}

function byValues(words: readonly string[], sortedOf: () => Float64Array): Guess | null {
  const meant = usual.filter(([known]) => says(words, known));
  if (meant.length === 0) return null;
  const sorted = sortedOf();
  const [low, high] = [quantileOf(sorted, 0.01), quantileOf(sorted, 0.99)];
  const found = meant.find(([, , min, max]) => low >= min && high <= max);
  if (!found) return null;
  const [, symbol, , , confidence] = found;
  const values = `${short(low)} … ${short(high)}`;
  return [
    symbol,
    confidence,
    {
      zh: `按名称与取值（${values}）推测，其他单位也可能`,
      en: `a guess from the name and the values, ${values}; it may be another unit`,
    },
  ];
}
