/** Time and clocks. */
export interface TimeThresholds {
  /** Share of equal intervals (within a tenth) from which a time field counts as regularly sampled. */
  readonly regular_share: number;
  /** Time completeness below which the finding is major. */
  readonly time_completeness_major: number;
  /** Share of records out of order from which the finding is major. */
  readonly out_of_order_major: number;
  /** Fewest neighbouring records with a shifted clock, or so many single ones that leap alike. */
  readonly clock_records: number;
  /** Smallest shift of a clock, in usual steps. */
  readonly clock_steps: number;
  /** Unusual steps per record up to which a clock can be told to have leapt. */
  readonly clock_disorder: number;
  /** Unusual steps per record within a stretch whose clock is shifted, at most. */
  readonly clock_unrest: number;
}
