import { type Quantity, quantitiesIn, type Relation } from './quantities.ts';
import type { QuantityKind } from './units.ts';

export type Goal = 'temperature' | 'hardness' | 'time' | 'check';

/** What a question asks for, and with what it may be answered; all in °C, h and the stated hardness scale. */
export interface Asked {
  readonly goal: Goal | null;
  readonly hardness: Quantity | null;
  readonly time: Quantity | null;
  readonly temperature: Quantity | null;
  /** Bounds the question sets on the temperature, °C. */
  readonly temperatureMin: Quantity | null;
  readonly temperatureMax: Quantity | null;
  /** Pairs that cannot both hold, as stated. */
  readonly contradictions: readonly (readonly [string, string])[];
  /** Quantities of the quench or the state before, which the answer does not use. */
  readonly setAside: readonly Quantity[];
  /** The question without its quantities, to look for the material in. */
  readonly rest: string;
}

const subject =
  /\btemper(?!atur)|\bhardness\b|\bhow (?:hard|soft)\b|\bHR[ABC](?![a-z])|\bHBW?\b|\bHV\d*\b|回火|硬度|洛氏|布氏|维氏|多硬/i;
const otherProcess =
  /\b(?:anneal|normali[sz]|carburi[sz]|austeniti|weld|forg|cast|machin|mill|turn|grind|roll|mou?ld)\w*|退火|正火|渗碳|焊接|锻造|铸造|切削|车削|铣削|磨削|轧制|注塑/i;
const tempering = /\btemper(?!atur)|回火/i;
const asksTime =
  /\bhow long\b|\bwhat (?:holding |tempering )?time\b|多久|多长时间|多少(?:个)?(?:小时|分钟)|几(?:个)?(?:小时|分钟)/i;

const of = (found: readonly Quantity[], kind: QuantityKind, relation: Relation) =>
  found.filter((quantity) => quantity.kind === kind && quantity.relation === relation);

/** Reads a question about tempering; `null` where it is about something else. */
export function readQuestion(text: string): Asked | null {
  if (!subject.test(text) || (otherProcess.test(text) && !tempering.test(text))) return null;
  const { found: all, rest } = quantitiesIn(text);
  const found = all.filter(({ beforehand }) => !beforehand);
  const temperatureMin = highest(of(found, 'temperature', 'at_least'));
  const temperatureMax = lowest(of(found, 'temperature', 'at_most'));
  const [temperature, ...moreTemperatures] = of(found, 'temperature', 'equal');
  const [hardness, ...moreHardness] = ranged(
    of(found, 'hardness', 'equal'),
    highest(of(found, 'hardness', 'at_least')),
    lowest(of(found, 'hardness', 'at_most')),
  );
  const [time, ...moreTimes] = [
    ...of(found, 'time', 'equal'),
    ...of(found, 'time', 'at_most'),
    ...of(found, 'time', 'at_least'),
  ];

  const contradictions = [
    ...differing(temperature, moreTemperatures),
    ...differing(time, moreTimes),
    ...differing(hardness, moreHardness),
    ...(temperatureMin && temperatureMax && temperatureMin.value > temperatureMax.value
      ? [[temperatureMin.stated, temperatureMax.stated] as const]
      : []),
  ];
  return {
    goal: goal(Boolean(temperature), Boolean(hardness), Boolean(time), asksTime.test(text)),
    hardness: hardness ?? null,
    time: time ?? null,
    temperature: temperature ?? null,
    temperatureMin,
    temperatureMax,
    contradictions,
    setAside: all.filter(({ beforehand }) => beforehand),
    rest,
  };
}

function goal(temperature: boolean, hardness: boolean, time: boolean, asksForTime: boolean): Goal | null {
  if (temperature && hardness) return !time && asksForTime ? 'time' : 'check';
  if (hardness) return 'temperature';
  if (temperature) return 'hardness';
  return null;
}

const highest = (list: readonly Quantity[]) => list.toSorted((a, b) => b.value - a.value)[0] ?? null;
const lowest = (list: readonly Quantity[]) => list.toSorted((a, b) => a.value - b.value)[0] ?? null;

/** `at least 38, at most 42` is the range 38–42; a single bound stays one. */
function ranged(
  equal: readonly Quantity[],
  least: Quantity | null,
  most: Quantity | null,
): readonly Quantity[] {
  if (equal.length === 0 && least && most && least.unit === most.unit && least.value <= most.value) {
    const value = (least.value + most.value) / 2;
    const stated = `${least.stated} – ${most.stated}`;
    return [{ ...least, value, tolerance: value - least.value, relation: 'equal', stated }];
  }
  return [...equal, ...(least ? [least] : []), ...(most ? [most] : [])];
}

/** Statements about one quantity that exclude each other; `at least 38, at most 42` do not. */
function differing(
  first: Quantity | undefined,
  others: readonly Quantity[],
): readonly (readonly [string, string])[] {
  if (!first) return [];
  return others.flatMap((other) => (compatible(first, other) ? [] : [[first.stated, other.stated] as const]));
}

function compatible(a: Quantity, b: Quantity): boolean {
  if (a.unit.kind === 'hardness' && a.unit !== b.unit) return false;
  const gap = b.value - a.value;
  if (Math.abs(gap) <= a.tolerance + b.tolerance) return true;
  if (a.relation === b.relation) return a.relation !== 'equal';
  const fits = (relation: Relation, distance: number) =>
    relation === 'equal' || (relation === 'at_least' ? distance >= 0 : distance <= 0);
  return fits(a.relation, gap) && fits(b.relation, -gap);
}
