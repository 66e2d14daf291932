/** Quantities whose units the procedure can convert; `factor` and `offset` lead to the first unit of each. */
interface KnownUnit {
  readonly quantity: string;
  readonly factor: number;
  readonly offset: number;
}

const linear = (quantity: string, factor: number): KnownUnit => ({ quantity, factor, offset: 0 });

const spellings: readonly (readonly [KnownUnit, readonly string[]])[] = [
  [linear('temperature', 1), ['k', 'kelvin', '开', '开尔文']],
  [
    { quantity: 'temperature', factor: 1, offset: 273.15 },
    ['°c', 'ºc', '℃', 'degc', 'celsius', 'c', '摄氏度'],
  ],
  [
    { quantity: 'temperature', factor: 5 / 9, offset: 459.67 * (5 / 9) },
    ['°f', 'ºf', '℉', 'degf', 'f', '华氏度'],
  ],
  [linear('speed', 1), ['rpm', '1/min', 'min-1', 'min⁻¹', 'r/min', 'rev/min', '转/分', '转/分钟', '转每分']],
  [linear('speed', 60), ['hz', '1/s', 'r/s', '赫兹', '转/秒']],
  [linear('speed', 30 / Math.PI), ['rad/s', '弧度/秒']],
  [linear('torque', 1), ['nm', 'n·m', 'n.m', 'n m', 'n*m', '牛米', '牛·米']],
  [linear('torque', 1000), ['knm', 'kn·m', 'kn.m', 'kn m', '千牛米']],
  [linear('duration', 1), ['min', 'mins', 'minute', 'minutes', '分钟', '分']],
  [linear('duration', 60), ['h', 'hr', 'hour', 'hours', '小时']],
  [linear('duration', 1 / 60), ['s', 'sec', 'second', 'seconds', '秒']],
  [linear('power', 1), ['w', '瓦']],
  [linear('power', 1000), ['kw', '千瓦']],
  [linear('velocity', 1), ['mm/s', '毫米/秒']],
  [linear('velocity', 1000), ['m/s', '米/秒']],
  [linear('velocity', 25.4), ['in/s', 'ips']],
  [linear('acceleration', 1), ['m/s2', 'm/s²', 'm/s^2', '米/秒²']],
  [linear('acceleration', 9.80665), ['g']],
  [linear('pressure', 1), ['bar', '巴']],
  [linear('pressure', 10), ['mpa', '兆帕']],
  [linear('pressure', 0.01), ['kpa', '千帕']],
  [linear('length', 1), ['mm', '毫米']],
  [linear('length', 0.001), ['µm', 'μm', 'um', '微米']],
  [linear('length', 1000), ['m', '米']],
  [linear('force', 1), ['n', '牛']],
  [linear('force', 1000), ['kn', '千牛']],
  [linear('voltage', 1), ['v', '伏']],
  [linear('current', 1), ['a', '安']],
  [linear('share', 1), ['%', '％']],
];

const known = new Map(spellings.flatMap(([unit, names]) => names.map((name) => [name, unit] as const)));

const plain = (symbol: string) => symbol.trim().toLowerCase();

/** Every spelling, longest first, for finding a unit behind a number. */
export const unitSpellings = [...known.keys()].toSorted((a, b) => b.length - a.length);

/** Whether two symbols mean the same unit. */
export function sameUnit(a: string, b: string): boolean {
  if (plain(a) === plain(b)) return true;
  const [first, second] = [known.get(plain(a)), known.get(plain(b))];
  return first !== undefined && first === second;
}

/** The value in the other unit, or `undefined` where the two do not measure the same. */
export function convert(value: number, from: string, to: string): number | undefined {
  if (sameUnit(from, to)) return value;
  const [source, target] = [known.get(plain(from)), known.get(plain(to))];
  if (!source || source.quantity !== target?.quantity) return undefined;
  const base = value * source.factor + source.offset;
  return Number(((base - target.offset) / target.factor).toPrecision(12));
}
