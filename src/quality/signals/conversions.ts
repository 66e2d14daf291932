import { ucumCode } from '../../tables/units.ts';
import type { Unit } from '../../workspace/index.ts';

/** What a value of the field becomes when it is written in the unit `to`: `factor · x + offset`. */
export interface Conversion {
  /** UCUM code, or e.g. `×1000` where no unit is named. */
  readonly to: string;
  readonly factor: number;
  readonly offset: number;
}

type Scale = readonly [ucum: string, factor: number, offset?: number];

/** Units of one quantity that are mixed up in practice, by UCUM code: `factor · x + offset` is the value in a common unit. */
const quantities: readonly (readonly Scale[])[] = [
  [
    ['K', 1],
    ['Cel', 1, 273.15],
    ['[degF]', 5 / 9, 459.67 * (5 / 9)],
  ],
  [
    ['m', 1],
    ['cm', 0.01],
    ['mm', 0.001],
    ['um', 1e-6],
    ['[in_i]', 0.0254],
    ['[ft_i]', 0.3048],
  ],
  [
    ['Pa', 1],
    ['hPa', 100],
    ['kPa', 1000],
    ['MPa', 1e6],
    ['bar', 1e5],
    ['mbar', 100],
    ['[psi]', 6894.757],
    ['mm[Hg]', 133.322],
  ],
  [
    ['W', 1],
    ['kW', 1000],
    ['MW', 1e6],
    ['[HP]', 745.7],
  ],
  [
    ['J', 1],
    ['kJ', 1000],
    ['MJ', 1e6],
    ['W.h', 3600],
    ['kW.h', 3.6e6],
    ['MW.h', 3.6e9],
  ],
  [
    ['N.m', 1],
    ['kN.m', 1000],
    ['[lbf_av].[ft_i]', 1.355818],
  ],
  [
    ['m/s', 1],
    ['mm/s', 0.001],
    ['um/s', 1e-6],
    ['m/min', 1 / 60],
    ['mm/min', 0.001 / 60],
    ['km/h', 1 / 3.6],
    ['[in_i]/s', 0.0254],
  ],
  [
    ['{rev}/min', 1],
    ['{rev}/s', 60],
    ['Hz', 60],
    ['rad/s', 60 / (2 * Math.PI)],
  ],
  [
    ['L/min', 1],
    ['L/h', 1 / 60],
    ['m3/h', 1000 / 60],
    ['m3/s', 60_000],
    ['[gal_us]/min', 3.785412],
  ],
  [
    ['kg', 1],
    ['g', 0.001],
    ['mg', 1e-6],
    ['t', 1000],
    ['[lb_av]', 0.45359237],
  ],
  [
    ['kg/s', 3600],
    ['kg/h', 1],
    ['t/h', 1000],
    ['[lb_av]/s', 3600 * 0.45359237],
  ],
  [
    ['s', 1],
    ['ms', 0.001],
    ['us', 1e-6],
    ['min', 60],
    ['h', 3600],
    ['d', 86_400],
  ],
  [
    ['A', 1],
    ['mA', 0.001],
    ['kA', 1000],
  ],
  [
    ['V', 1],
    ['mV', 0.001],
    ['kV', 1000],
  ],
  [
    ['Hz', 1],
    ['kHz', 1000],
    ['MHz', 1e6],
    ['{rev}/min', 1 / 60],
  ],
  [
    ['N', 1],
    ['kN', 1000],
    ['MN', 1e6],
    ['[lbf_av]', 4.448222],
  ],
  [
    ['m/s2', 1],
    ['[g]', 9.80665],
  ],
  [
    ['L', 1],
    ['mL', 0.001],
    ['m3', 1000],
  ],
  [
    ['kg/m3', 1],
    ['g/cm3', 1000],
  ],
  [
    ['rad', 1],
    ['deg', Math.PI / 180],
  ],
  [
    ['%', 1],
    ['1', 100],
    ['[ppth]', 0.1],
  ],
];

/** A prefix or a decimal point that went wrong: for every field. */
const decimals: readonly Conversion[] = [10, 100, 1000, 0.1, 0.01, 0.001].map((factor) => ({
  to: `×${factor}`,
  factor,
  offset: 0,
}));

/** Without the last digits of a double, so that 1.8 is 1.8. */
const tidy = (value: number): number => Number(value.toPrecision(12));

/** Conversions that may have been left out or made once too often; a unit that is not known has powers of ten. */
export function conversionsOf(unit: Unit | null): readonly Conversion[] {
  const code = unit ? (unit.ucum ?? ucumCode(unit.symbol) ?? unit.symbol) : null;
  const named = quantities.flatMap((scales): readonly Conversion[] => {
    const own = scales.find(([ucum]) => ucum === code);
    if (!own) return [];
    const [, ownFactor, ownOffset = 0] = own;
    return scales
      .filter((scale) => scale !== own)
      .map(([to, factor, offset = 0]) => ({
        to,
        factor: tidy(ownFactor / factor),
        offset: tidy((ownOffset - offset) / factor),
      }));
  });
  const known = (one: Conversion): boolean =>
    named.some(({ factor, offset }) => offset === 0 && Math.abs(factor / one.factor - 1) < 1e-9);
  return [
    ...named.filter(({ factor, offset }) => factor !== 1 || offset !== 0),
    ...decimals.filter((one) => !known(one)),
  ];
}
