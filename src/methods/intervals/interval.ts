/** An estimate with its interval at a stated level. */
export interface Interval {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  /** E.g. 0.95. */
  readonly level: number;
}
