import { ucumCode } from '../../tables/units.ts';
import type { Unit } from '../../workspace/index.ts';
import { conversionsOf } from '../signals/conversions.ts';

const codeOf = (symbol: string): string => ucumCode(symbol) ?? symbol.normalize('NFKC').trim();

/** Whether values in the unit can be told in `wanted`, a symbol or a UCUM code. */
export function converts(unit: Unit, wanted: string): boolean {
  const own = unit.ucum ?? codeOf(unit.symbol);
  const code = codeOf(wanted);
  return own === code || unit.symbol === wanted || conversionsOf(unit).some(({ to }) => to === code);
}

const seconds: Readonly<Record<string, number>> = { us: 1e-6, ms: 0.001, s: 1, min: 60, h: 3600, d: 86_400 };

/** Seconds in one unit of a time field that holds numbers; `null` where its unit is no time. */
export function secondsIn(unit: Unit | null): number | null {
  return unit === null ? null : (seconds[unit.ucum ?? codeOf(unit.symbol)] ?? null);
}
