/** Levels that drift, and signals that move together. */
export interface LevelThresholds {
  /** Independent values that a series must be worth, for a drift to be told from its slow variation. */
  readonly drift_effective: number;
  /** Standard errors that a drift must come to. */
  readonly drift_errors: number;
  /** Smallest drift, in robust standard deviations about the moving level. */
  readonly drift_size: number;
  /** Squares left about a ramp relative to those about the best step, at most: a step is no drift. */
  readonly drift_over_step: number;
  /** The same for the best two steps. */
  readonly drift_over_steps: number;
  /** Drift in robust standard deviations from which the finding is major. */
  readonly drift_major: number;
  /** Correlation of the changes of two signals from which they move together. */
  readonly partner_correlation: number;
  /** Pairs of signals that are asked for a lag. */
  readonly most_lag_pairs: number;
  /** Records at most by which a signal is found to be late. */
  readonly most_lag: number;
  /** Sum of the products of the changes of two signals over the root of the sum of squares, from which they move together. */
  readonly lag_strength: number;
  /** Correlation at the wrong moment relative to that at the right one, at most. */
  readonly lag_contrast: number;
  /** Standard errors of the correlation of changes, from which two signals move together. */
  readonly lag_errors: number;
  /** Distance of a series from its siblings, in robust standard deviations within a series, from which it is apart. */
  readonly group_drift_size: number;
  /** Probability that any of the series is found apart from its siblings by chance. */
  readonly group_drift_chance: number;
  /** Share of the series that drift, from which it is probably the process and no sensor. */
  readonly drift_common: number;
}
