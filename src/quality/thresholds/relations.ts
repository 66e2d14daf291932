/** Fields and tables that go together. */
export interface RelationThresholds {
  /** Share of records that break a rule, from which the finding is major. */
  readonly rule_violation_major: number;
  /** Correlation beyond which one of two fields is redundant. */
  readonly redundant_correlation: number;
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
}
