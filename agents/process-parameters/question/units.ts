export type QuantityKind = 'hardness' | 'time' | 'temperature';

/** A unit of one of the three quantities; `base = value × factor + offset`, base units °C, h and the scale itself. */
export interface ProcessUnit {
  readonly kind: QuantityKind;
  readonly symbol: string;
  readonly factor: number;
  readonly offset: number;
}

const celsius = { kind: 'temperature', symbol: '°C', factor: 1, offset: 0 } as const;
const kelvin = { kind: 'temperature', symbol: 'K', factor: 1, offset: -273.15 } as const;
const fahrenheit = { kind: 'temperature', symbol: '°F', factor: 5 / 9, offset: -160 / 9 } as const;
const second = { kind: 'time', symbol: 's', factor: 1 / 3600, offset: 0 } as const;
const minute = { kind: 'time', symbol: 'min', factor: 1 / 60, offset: 0 } as const;
const hour = { kind: 'time', symbol: 'h', factor: 1, offset: 0 } as const;
const day = { kind: 'time', symbol: 'd', factor: 24, offset: 0 } as const;

const scale = (symbol: string): ProcessUnit => ({ kind: 'hardness', symbol, factor: 1, offset: 0 });

/**
 * Spellings of each unit, as a pattern. Bare letters are read by case (`K`, `C`, `F`, `h`): `4140H` is a grade
 * and `42CrMo4` is no temperature.
 */
const spellings: readonly (readonly [string, ProcessUnit])[] = [
  ['°\\s?[Cc]|[Dd]eg(?:rees?|\\.)?\\s?(?:C\\b|[Cc]elsius)|[Cc]elsius|Cel|摄氏度|度', celsius],
  ['°\\s?[Ff]|[Dd]eg(?:rees?|\\.)?\\s?(?:F\\b|[Ff]ahrenheit)|[Ff]ahrenheit|华氏度', fahrenheit],
  ['[Kk]elvin|开尔文|开氏度', kelvin],
  ['HRC|洛氏(?:硬度)?C', scale('HRC')],
  ['HBW', scale('HBW')],
  ['HRA', scale('HRA')],
  ['HRB', scale('HRB')],
  ['HB', scale('HB')],
  ['HV\\d*', scale('HV')],
  ['[Hh]ours?|[Hh]rs?|个?小时|个?钟头|h', hour],
  ['[Mm]inutes?|[Mm]ins?|分钟|分', minute],
  ['[Ss]econds?|[Ss]ecs?|秒钟?|s', second],
  ['[Dd]ays?|天', day],
  ['K', kelvin],
  ['C', celsius],
  ['F', fahrenheit],
];

/** Any unit, for use inside a larger pattern; not followed by a letter or digit of a longer word. */
export const unitPattern = `(?:${spellings.map(([pattern]) => pattern).join('|')})(?![A-Za-z0-9])`;

const exact = spellings.map(([pattern, unit]) => [new RegExp(`^(?:${pattern})$`), unit] as const);

/** The unit that a symbol or word means, as written in a question, a column or a document. */
export function unitOf(symbol: string): ProcessUnit | undefined {
  const text = tidy(symbol).trim();
  return exact.find(([pattern]) => pattern.test(text))?.[1];
}

/** Degree signs of every kind as `°`, full-width forms as plain ones. */
export function tidy(text: string): string {
  return text.replace(/[º˚]/g, '°').replace(/℃/g, '°C').replace(/℉/g, '°F').normalize('NFKC');
}

/** Converts to the base unit of the kind: °C, h, or the hardness scale itself. */
export function toBase(value: number, unit: ProcessUnit): number {
  return clean(value * unit.factor + unit.offset);
}

/** The reverse of {@link toBase}. */
export function fromBase(value: number, unit: ProcessUnit): number {
  return clean((value - unit.offset) / unit.factor);
}

/** Drops what binary fractions leave over, e.g. 550.0000000000001. */
function clean(value: number): number {
  return Number(value.toPrecision(12));
}
