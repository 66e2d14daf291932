/** Labels and what tells them. */
export interface LabelThresholds {
  /** Smallest by largest class: below, the imbalance is worth a word, or a minor finding. */
  readonly class_balance_info: number;
  readonly class_balance_minor: number;
  /** A label with more values than this is not a class. */
  readonly most_classes: number;
  /** Classes of a label at most, for which it is asked what tells them. */
  readonly most_label_classes: number;
  /** Labels of a record set of which this is asked. */
  readonly most_labels: number;
  /** Fields that are asked what they tell of a label. */
  readonly most_features: number;
  /** Of these, those that a forest is grown on: what tells most by itself, so that what only several tell together is looked for among them. */
  readonly most_forest_features: number;
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
  /** Exceptions of a label that others make up, beside the rarer of its two values. */
  readonly implication_errors: number;
  /** Share of records with a contradictory label, from which the finding is major. */
  readonly label_conflict_major: number;
  /** Records of a class below which it is rare: a rate of it has an interval of a third of its range or more. */
  readonly rare_class_records: number;
  /** Labelled records from which a class can be called rare. */
  readonly rare_class_of: number;
  /** Or else: share of the predictions of other classes than the largest that must be right, at its lower limit. */
  readonly label_rare_right: number;
}
