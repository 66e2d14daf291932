/** A value in the unit `to` that a program may write where `from` is meant. */
export interface Conversion {
  readonly from: string;
  readonly to: string;
  readonly factor: number;
  readonly offset: number;
}

const mix = (from: string, to: string, factor: number, offset = 0): readonly Conversion[] => [
  { from, to, factor, offset },
  { from: to, to: from, factor: 1 / factor, offset: -offset / factor },
];

/** Units that are mixed up in practice, both ways. */
const conversions: readonly Conversion[] = [
  ...mix('°C', '°F', 1.8, 32),
  ...mix('K', '°C', 1, -273.15),
  ...mix('mm', 'in', 1 / 25.4),
  ...mix('bar', 'psi', 14.5038),
  ...mix('bar', 'kPa', 100),
  ...mix('Nm', 'lbf·ft', 0.737562),
  ...mix('rpm', 'Hz', 1 / 60),
  ...mix('min', 's', 60),
  ...mix('l/min', 'm3/h', 0.06),
  ...mix('kW', 'W', 1000),
  ...mix('kWh', 'Wh', 1000),
  ...mix('A', 'mA', 1000),
  ...mix('V', 'mV', 1000),
  ...mix('mm/s', 'm/s', 0.001),
  ...mix('m', 'mm', 1000),
  ...mix('kg', 'g', 1000),
  ...mix('MPa', 'bar', 10),
];

const spellings: Readonly<Record<string, string>> = {
  ºC: '°C',
  Cel: '°C',
  '[degF]': '°F',
  N·m: 'Nm',
  'L/min': 'l/min',
};

export function conversionsOf(unit: string): readonly Conversion[] {
  const symbol = spellings[unit] ?? unit;
  return conversions.filter(({ from }) => from === symbol);
}
