import type { Centre } from './robust.ts';
import type { UnitLimits } from './unit-fit.ts';

export interface JumpLimits extends UnitLimits {
  /** Fewest values in another unit. */
  readonly unit_values: number;
  /** Stretches of one series at most: more of them are the process, such as idling and load. */
  readonly unit_stretches: number;
}

/** Values of one series in another unit. Places in the values of the series. */
export interface UnitJump {
  readonly series: number;
  readonly from: number;
  readonly to: number;
  /** The values concerned; absent: all between. */
  readonly members?: readonly number[];
  /** Sum of the advantages of the conversion over none. */
  readonly evidence: number;
}

/** What the values of a series are compared with. */
export interface Reference {
  readonly centre: Centre;
  readonly all: Float64Array;
}
