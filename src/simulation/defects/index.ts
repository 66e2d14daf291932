import { clockShift } from './clock-shift.ts';
import type { FileDefect, FileDefectKind, TableDefect, TableDefectKind } from './defect.ts';
import { drift } from './drift.ts';
import { duplicates } from './duplicates.ts';
import { labelLeakage } from './label-leakage.ts';
import { labelNoise } from './label-noise.ts';
import { missingAtRandom } from './missing-at-random.ts';
import { missingBlock } from './missing-block.ts';
import { mixedEncodings } from './mixed-encodings.ts';
import { shuffledRows } from './shuffled-rows.ts';
import { signalLag } from './signal-lag.ts';
import { spikes } from './spikes.ts';
import { splitLeakage } from './split-leakage.ts';
import { stuck } from './stuck.ts';
import { swappedUnit } from './swapped-unit.ts';
import { truncatedFile } from './truncated-file.ts';

export {
  type DefectInterval,
  type DefectKind,
  type DefectOptions,
  type DefectTruth,
  type FileDefect,
  type FileDefectKind,
  fileDefectKinds,
  type TableDefect,
  type TableDefectKind,
  tableDefectKinds,
  wholeRecords,
} from './defect.ts';
export { type DefectSeverity, defectSeverities, severities } from './severities.ts';
export type { DefectField, DefectTable } from './table.ts';

/** Defects that can be put into a table. */
export const tableDefects: Readonly<Record<TableDefectKind, TableDefect>> = {
  missing_at_random: missingAtRandom,
  missing_block: missingBlock,
  duplicates,
  swapped_unit: swappedUnit,
  stuck,
  spikes,
  drift,
  label_noise: labelNoise,
  clock_shift: clockShift,
  signal_lag: signalLag,
  shuffled_rows: shuffledRows,
  label_leakage: labelLeakage,
  split_leakage: splitLeakage,
};

/** Defects that can be put into the bytes of a CSV file. */
export const fileDefects: Readonly<Record<FileDefectKind, FileDefect>> = {
  truncated_file: truncatedFile,
  mixed_encodings: mixedEncodings,
};
