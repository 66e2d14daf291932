/** A goal and what was measured of it. */
export interface Bar {
  readonly name: string;
  /** `null`: not measured, see `reason`. */
  readonly value: number | null;
  readonly unit: string;
  readonly target: { readonly op: '<=' | '>='; readonly value: number };
  readonly met: boolean | null;
  readonly reason?: string;
}

const isMet = (value: number, { op, value: bound }: Bar['target']): boolean =>
  op === '<=' ? value <= bound : value >= bound;

export function measuredBar(name: string, value: number, unit: string, target: Bar['target']): Bar {
  return { name, value, unit, target, met: isMet(value, target) };
}

export function unmeasuredBar(name: string, unit: string, target: Bar['target'], reason: string): Bar {
  return { name, value: null, unit, target, met: null, reason };
}
