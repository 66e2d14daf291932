import type { DefectKind } from '../../../src/simulation/defects/index.ts';
import type { Field } from '../../../src/workspace/index.ts';

export interface KindPlan {
  /** Findings that name the defect. */
  readonly finds: readonly string[];
  /** Findings that are true of it too; at its place they are no false alarms. */
  readonly follows: readonly string[];
  /** The finding must overlap the stretch, not only name the field. */
  readonly stretch?: true;
  /** It shows only against what is declared: a number of records, a time field. */
  readonly declared?: true;
}

const beyond = ['outliers', 'out_of_range', 'repeated_extreme_value'];
const twice = ['repeated_identifier', 'repeated_time', 'repeated_key'];

/** What a quality report should call each defect. */
export const kindPlans: Readonly<Record<DefectKind, KindPlan>> = {
  missing_at_random: { finds: ['missing_values'], follows: [] },
  missing_block: { finds: ['missing_block'], follows: ['missing_values'], stretch: true },
  duplicates: { finds: ['duplicate_rows'], follows: [...twice, 'more_rows'] },
  // Values in another unit are far off one by one too.
  swapped_unit: { finds: ['unit_jump'], follows: [...beyond, 'spikes'], stretch: true },
  stuck: { finds: ['stuck_value'], follows: [], stretch: true },
  spikes: { finds: ['spikes'], follows: beyond },
  drift: { finds: ['drift'], follows: beyond, stretch: true },
  label_noise: { finds: ['label_conflict', 'suspect_labels'], follows: ['rule_violation'] },
  clock_shift: {
    finds: ['clock_shift'],
    follows: ['out_of_order', 'time_gaps', 'repeated_time', 'irregular_sampling'],
    stretch: true,
  },
  signal_lag: { finds: ['signal_lag'], follows: [], stretch: true },
  shuffled_rows: { finds: ['out_of_order'], follows: [], declared: true },
  truncated_file: { finds: ['truncated'], follows: ['missing_values', ...beyond, ...twice], declared: true },
  mixed_encodings: { finds: ['mixed_encoding'], follows: [] },
  label_leakage: { finds: ['label_leakage'], follows: ['redundant_fields'] },
  split_leakage: { finds: ['split_leakage'], follows: [...twice, 'duplicate_rows', 'more_rows'] },
};

const numeric = ({ type }: Field): boolean => type === 'number' || type === 'integer';
const signal = (field: Field): boolean =>
  numeric(field) && (field.role === 'measurement' || field.role === 'setpoint');
const label = ({ role }: Field): boolean => role === 'label';
const time = ({ role }: Field): boolean => role === 'time';

/** Fields of which a finding of the kind may be made, for the rate of false alarms; `null`: of a record set as a whole. */
export const alarmKinds: Readonly<Record<string, ((field: Field) => boolean) | null>> = {
  missing_values: () => true,
  missing_block: () => true,
  duplicate_rows: null,
  unit_jump: signal,
  stuck_value: signal,
  spikes: signal,
  drift: signal,
  label_conflict: label,
  suspect_labels: label,
  clock_shift: time,
  signal_lag: signal,
  out_of_order: time,
  truncated: null,
  mixed_encoding: null,
  label_leakage: (field) => !label(field),
  split_leakage: ({ role }) => role === 'split',
};
