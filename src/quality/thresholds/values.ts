/** Values of one field. */
export interface ValueThresholds {
  /** Share of values outside the declared range from which the finding is major. */
  readonly out_of_range_major: number;
  /** Modified z-score beyond which a value is an outlier (Iglewicz and Hoaglin 1993: 3.5). */
  readonly outlier_score: number;
  /** Share of outliers from which the finding is minor. */
  readonly outliers_minor: number;
  /** Number of equal values, alone far outside, from which they are probably a code for missing. */
  readonly repeated_extreme: number;
  /** Values from which the tail of a field's residuals is read. */
  readonly spike_records: number;
  /** Least size of a spike, in 98th percentiles of the field's residuals. */
  readonly spike_size: number;
  /** How many times all smaller distances from the median a distance is, for what lies beyond to be spikes whatever the tail. */
  readonly spike_gap: number;
  /** Steps as large as the spikes, without coming back, from which jumping is the nature of a field, and spikes that outweigh one step. */
  readonly spike_steps: number;
  /** Values beyond the limit of a spike that the tail itself may bring in a whole record set. */
  readonly spikes_expected: number;
  /** First and last year of a date that is probable. */
  readonly date_year_min: number;
  readonly date_year_max: number;
  /** Different values from which a field may be saturated, share of its values at one end, and how many times a value next to it they are. */
  readonly saturated_values: number;
  readonly saturated_share: number;
  readonly saturated_ratio: number;
  /** Values near that end, by those at it, below which it is a level of its own; and how often the field comes to it. */
  readonly saturated_beside: number;
  readonly saturated_visits: number;
  /** Steps in a standard deviation below which a measurement is coarse. */
  readonly coarse_steps: number;
  /** Share of invalid values from which the finding is major. */
  readonly invalid_major: number;
  /** Share of numbers in a text field from which its other texts are misfits. */
  readonly number_share: number;
}
