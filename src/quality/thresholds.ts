/** Numbers from which findings begin; each finding rule and detector reads its own from the profile. */
export interface Thresholds {
  /** Share of missing values of a field from which the finding is minor, and major. */
  readonly missing_minor: number;
  readonly missing_major: number;
  /** Gate: smallest share of records with a value in each label field. */
  readonly label_completeness_gate: number;
  /** Share of repeated records from which the finding is major. */
  readonly duplicates_major: number;
  /** Share of values outside the declared range from which the finding is major. */
  readonly out_of_range_major: number;
  /** Modified z-score beyond which a value is an outlier (Iglewicz and Hoaglin 1993: 3.5). */
  readonly outlier_score: number;
  /** Share of outliers from which the finding is minor. */
  readonly outliers_minor: number;
  /** Number of equal values, alone far outside, from which they are probably a code for missing. */
  readonly repeated_extreme: number;
  /** Smallest by largest class: below, the imbalance is worth a word, or a minor finding. */
  readonly class_balance_info: number;
  readonly class_balance_minor: number;
  /** A label with more values than this is not a class. */
  readonly most_classes: number;
  /** Share of equal intervals (within a tenth) from which a time field counts as regularly sampled. */
  readonly regular_share: number;
  /** Time completeness below which the finding is major. */
  readonly time_completeness_major: number;
  /** Share of records out of order from which the finding is major. */
  readonly out_of_order_major: number;
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
  /** Equal neighbours from which a sensor may be stuck, and how many times the field's next longest run they are. */
  readonly stuck_records: number;
  readonly stuck_ratio: number;
  /** Share of values at an end of the range, outside of a long stretch there, from which the stretch is rest and not a fault. */
  readonly resting_share: number;
  /** First points of each series that its validity is taken of at most, and of all fields and series together. */
  readonly validity_records: number;
  readonly validity_cells: number;
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
  /** Rises from which a field may be a counter, share of falls to rises up to which, and how near to its start each fall must end. */
  readonly counter_records: number;
  readonly counter_falls_share: number;
  readonly counter_start_share: number;
  /** Steps in a standard deviation below which a measurement is coarse. */
  readonly coarse_steps: number;
  /** Share of records that a safe filter may cost, except for missing labels. */
  readonly safe_filter_cost: number;
  /** Share of invalid values from which the finding is major. */
  readonly invalid_major: number;
  /** Share of numbers in a text field from which its other texts are misfits. */
  readonly number_share: number;
  /** Different texts of a field that are held to a pattern at most. */
  readonly most_texts: number;
  /** Different names of a field that are compared with each other at most. */
  readonly most_entities: number;
  /** Share of the declared records that are missing, from which the finding is major. */
  readonly truncated_major: number;
  /** Probability that chance alone makes a finding, below which it is made. */
  readonly chance: number;
  /** Fewest neighbouring records that are a stretch without values. */
  readonly stretch_records: number;
  /** Share of records that break a rule, from which the finding is major. */
  readonly rule_violation_major: number;
  /** Classes of a label at most, for which it is asked what tells them. */
  readonly most_label_classes: number;
  /** Labels of a record set of which this is asked. */
  readonly most_labels: number;
  /** Fields that are asked what they tell of a label. */
  readonly most_features: number;
  /** Fewest records with a label, to ask what tells it. */
  readonly label_records: number;
  /** Records that each tree of a forest is grown on at most. */
  readonly forest_records: number;
  /** Share of the errors of guessing the largest class that one field alone must save to give the label away. */
  readonly leak_share: number;
  /** How many times as many errors all other fields together must leave. */
  readonly leak_ratio: number;
  /** Share of these errors that the fields must save together, for a label to be held to them. */
  readonly label_learnable: number;
  /** Share of contradicted labels, among records of the clearest class, beyond which labels are suspect. */
  readonly label_noise_share: number;
  /** The same share, from which the finding is major. */
  readonly label_noise_major: number;
  /** How much more frequent contradictions may be than among the clearest records, for a record still to count as clear. */
  readonly label_noise_excess: number;
  /** How little a label that is a quantity must differ between neighbours of one field, relative to any two records, for that field to give it away. */
  readonly leak_difference: number;
  /** Fields that are compared with each other at most. */
  readonly most_pair_fields: number;
  /** Correlation beyond which one of two fields is redundant. */
  readonly redundant_correlation: number;
  /** Share of records that repeat others beyond which a table is so coarse that equal records prove nothing. */
  readonly repeats_natural: number;
  /** Share of groups or records on the wrong side of a split, up to which they are strays and no other way to split. */
  readonly split_stray_share: number;
  /** Exceptions of a label that others make up, beside the rarer of its two values. */
  readonly implication_errors: number;
  /** Share of records with a contradictory label, from which the finding is major. */
  readonly label_conflict_major: number;
  /** Different values of a field at most, for it to be asked what it follows from. */
  readonly dependency_values: number;
  /** Records per value at least, for the same. */
  readonly dependency_records: number;
  /** Fields of which each pair is asked for a dependency. */
  readonly most_dependency_fields: number;
  /** Dependencies that are held to all records at most. */
  readonly most_dependencies: number;
  /** Share of exceptions up to which one field follows from another. */
  readonly dependency_errors: number;
  /** Exceptions beside those that the most frequent value, or chance, would leave. */
  readonly dependency_strength: number;
  /** Different values of a field that others refer to, at most. */
  readonly most_references: number;
  /** Share of values that refer to nothing, from which the finding is major. */
  readonly dangling_major: number;
  /** Records of a class below which it is rare: a rate of it has an interval of a third of its range or more. */
  readonly rare_class_records: number;
  /** Labelled records from which a class can be called rare. */
  readonly rare_class_of: number;
  /** Share of records equal to others in all that may tell a label, beyond which they are so by chance and not by repetition. */
  readonly repeats_chance: number;
  /** Distance of the converted from the plain level, in robust standard deviations of the wider of both, from which units are told apart. */
  readonly unit_separation: number;
  /** Distance of the level converted back from the level beside it, as a share of the jump, up to which a conversion fits. */
  readonly unit_misfit: number;
  /** Fewest values in another unit. */
  readonly unit_values: number;
  /** Stretches of one series in another unit at most: more of them are the process. */
  readonly unit_stretches: number;
  /** Or else: share of the predictions of other classes than the largest that must be right, at its lower limit. */
  readonly label_rare_right: number;
  /** Fewest neighbouring records with a shifted clock, or so many single ones that leap alike. */
  readonly clock_records: number;
  /** Smallest shift of a clock, in usual steps. */
  readonly clock_steps: number;
  /** Unusual steps per record up to which a clock can be told to have leapt. */
  readonly clock_disorder: number;
  /** Unusual steps per record within a stretch whose clock is shifted, at most. */
  readonly clock_unrest: number;
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
