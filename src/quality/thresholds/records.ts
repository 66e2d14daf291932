/** Whole records. */
export interface RecordThresholds {
  /** Share of missing values of a field from which the finding is minor, and major. */
  readonly missing_minor: number;
  readonly missing_major: number;
  /** Gate: smallest share of records with a value in each label field. */
  readonly label_completeness_gate: number;
  /** Share of repeated records from which the finding is major. */
  readonly duplicates_major: number;
  /** Share of records that a safe filter may cost, except for missing labels. */
  readonly safe_filter_cost: number;
  /** Share of the declared records that are missing, from which the finding is major. */
  readonly truncated_major: number;
  /** Fewest neighbouring records that are a stretch without values. */
  readonly stretch_records: number;
  /** Share of records that repeat others beyond which a table is so coarse that equal records prove nothing. */
  readonly repeats_natural: number;
  /** Share of groups or records on the wrong side of a split, up to which they are strays and no other way to split. */
  readonly split_stray_share: number;
  /** Share of records equal to others in all that may tell a label, beyond which they are so by chance and not by repetition. */
  readonly repeats_chance: number;
}
