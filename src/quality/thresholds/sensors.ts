/** Sensors that stand, count, or change their unit. */
export interface SensorThresholds {
  /** Equal neighbours from which a sensor may be stuck, and how many times the field's next longest run they are. */
  readonly stuck_records: number;
  readonly stuck_ratio: number;
  /** Share of values at an end of the range, outside of a long stretch there, from which the stretch is rest and not a fault. */
  readonly resting_share: number;
  /** First points of each series that its validity is taken of at most, and of all fields and series together. */
  readonly validity_records: number;
  readonly validity_cells: number;
  /** Rises from which a field may be a counter, share of falls to rises up to which, and how near to its start each fall must end. */
  readonly counter_records: number;
  readonly counter_falls_share: number;
  readonly counter_start_share: number;
  /** Distance of the converted from the plain level, in robust standard deviations of the wider of both, from which units are told apart. */
  readonly unit_separation: number;
  /** Distance of the level converted back from the level beside it, as a share of the jump, up to which a conversion fits. */
  readonly unit_misfit: number;
  /** Fewest values in another unit. */
  readonly unit_values: number;
  /** Stretches of one series in another unit at most: more of them are the process. */
  readonly unit_stretches: number;
}
