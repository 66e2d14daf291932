/** Limits of what is looked at. */
export interface SamplingLimits {
  /** Measurements beyond which outliers are not looked for. */
  readonly most_fields: number;
  /** Records of the sample on which quantiles and pairs of fields rest; all of them where there are no more. */
  readonly sample_records: number;
  /** Cells of the sample at most: a table of many fields has fewer records in it. */
  readonly sample_cells: number;
  /** Series that are followed one by one; records of further ones are passed over, and a report says how many. */
  readonly most_series: number;
  /** Share of neighbours out of time order up to which series are read as they lie; beyond, they are sorted first. */
  readonly disorder_tolerated: number;
  /** Different texts of a field that are held to a pattern at most. */
  readonly most_texts: number;
  /** Different names of a field that are compared with each other at most. */
  readonly most_entities: number;
  /** Probability that chance alone makes a finding, below which it is made. */
  readonly chance: number;
  /** Fields that are compared with each other at most. */
  readonly most_pair_fields: number;
}
