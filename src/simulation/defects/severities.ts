export const defectSeverities = ['low', 'medium', 'high'] as const;
export type DefectSeverity = (typeof defectSeverities)[number];

type BySeverity<T> = Readonly<Record<DefectSeverity, T>>;
const bySeverity = <T>(low: T, medium: T, high: T): BySeverity<T> => ({ low, medium, high });

/**
 * How strong each defect is. `medium` is what an engineer who looks at the data would want to be told of; `low` is near
 * what can be told from chance; `high` is what everybody sees. Shares are of the records concerned: of the whole table,
 * of one machine, or of the test records.
 */
export const severities = {
  /** Share of values. 2 % already biases a mean; 0.2 % is a handful in a table of thousands. */
  missing_at_random: bySeverity({ share: 0.002 }, { share: 0.02 }, { share: 0.1 }),
  /** Share of the stretch of one machine: a lost hour, a lost shift, a lost day of a five-day record. */
  missing_block: bySeverity({ share: 0.01 }, { share: 0.05 }, { share: 0.2 }),
  /** Share of records sent twice. 2 % changes counts, and confuses training with test data. */
  duplicates: bySeverity({ share: 0.002 }, { share: 0.02 }, { share: 0.1 }),
  /** Share of the stretch in another unit; in a table without an order, of the records of one group. */
  swapped_unit: bySeverity({ block: 0.02, group: 0.1 }, { block: 0.1, group: 0.5 }, { block: 0.3, group: 1 }),
  /** Records with one value in a row: a minute of a sensor read every second, an hour of one read every minute. */
  stuck: bySeverity({ records: 20 }, { records: 60 }, { records: 200 }),
  /** Share of values, and their distance in robust standard deviations of the column. 15 is beyond any real tail. */
  spikes: bySeverity({ share: 0.0005, size: 8 }, { share: 0.002, size: 15 }, { share: 0.01, size: 30 }),
  /** Where the ramp ends, in robust standard deviations of the column. 3 leaves the band that a control chart allows. */
  drift: bySeverity({ size: 1 }, { size: 3 }, { size: 6 }),
  /** Share of labels that are another class. 5 % is a usual rate of error of manual inspection. */
  label_noise: bySeverity({ share: 0.01 }, { share: 0.05 }, { share: 0.15 }),
  /**
   * Offset of the clock: summer time, China's time for UTC, a wrong day. `steps`: the least in sampling intervals, and
   * the offset where times are plain numbers. `share`: of the records, where it is a stretch.
   */
  clock_shift: bySeverity(
    { hours: 1, steps: 20, share: 0.05 },
    { hours: 8, steps: 100, share: 0.05 },
    { hours: 24, steps: 500, share: 0.1 },
  ),
  /** Sampling intervals by which one signal comes late. 5 is enough to make a model learn the wrong cause. */
  signal_lag: bySeverity({ samples: 2 }, { samples: 5 }, { samples: 20 }),
  /** Share of records in which the order is lost: a buffer sent late, a tenth of a file, all of it. */
  shuffled_rows: bySeverity({ share: 0.01 }, { share: 0.1 }, { share: 1 }),
  /** Share of the bytes that are lost at the end; `low` cuts the last record only. */
  truncated_file: bySeverity({ share: 0 }, { share: 0.1 }, { share: 0.5 }),
  /** Share of the lines with text beyond ASCII. */
  mixed_encodings: bySeverity({ share: 0.002 }, { share: 0.02 }, { share: 0.3 }),
  /** Share of the records in which the column gives the label away. */
  label_leakage: bySeverity({ agreement: 0.9 }, { agreement: 0.99 }, { agreement: 1 }),
  /** Share of the test records that training data hold too. */
  split_leakage: bySeverity({ share: 0.01 }, { share: 0.05 }, { share: 0.2 }),
} as const;
