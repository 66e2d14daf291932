import { absentValue } from './absent-value.ts';
import { badStatus } from './bad-status.ts';
import { classCountDiffers } from './class-count-differs.ts';
import { classImbalance } from './class-imbalance.ts';
import { clockShift } from './clock-shift.ts';
import { coarseValues } from './coarse-values.ts';
import { constantField } from './constant-field.ts';
import { counterReset } from './counter-reset.ts';
import { danglingReference } from './dangling-reference.ts';
import { dependencyViolation } from './dependency-violation.ts';
import { driftFinding } from './drift.ts';
import { duplicateRows } from './duplicate-rows.ts';
import { groupDrift } from './group-drift.ts';
import { improbableDate } from './improbable-date.ts';
import { intervalDiffers } from './interval-differs.ts';
import { invalidCode } from './invalid-code.ts';
import { invalidValue } from './invalid-value.ts';
import { irregularSampling } from './irregular-sampling.ts';
import { labelConflict } from './label-conflict.ts';
import { labelLeak } from './label-leakage.ts';
import { missingBlock } from './missing-block.ts';
import { missingValues } from './missing-values.ts';
import { mixedEncoding } from './mixed-encoding.ts';
import { moreRows } from './more-rows.ts';
import { notFinite } from './not-finite.ts';
import { outOfOrder } from './out-of-order.ts';
import { outOfRange } from './out-of-range.ts';
import { outliers } from './outliers.ts';
import { rareClass } from './rare-class.ts';
import { readAs } from './read-as.ts';
import { redundantFields } from './redundant-fields.ts';
import { repeatedCondition } from './repeated-condition.ts';
import { repeatedExtremeValue } from './repeated-extreme-value.ts';
import { repeatedIdentifier } from './repeated-identifier.ts';
import { repeatedTime } from './repeated-time.ts';
import type { FindingRule } from './rule.ts';
import { ruleUndetermined } from './rule-undetermined.ts';
import { ruleViolation } from './rule-violation.ts';
import { saturation } from './saturation.ts';
import { signalLag } from './signal-lag.ts';
import { similarEntities } from './similar-entities.ts';
import { spikes } from './spikes.ts';
import { splitLeakage } from './split-leakage.ts';
import { stuckValue } from './stuck-value.ts';
import { suspectLabels } from './suspect-labels.ts';
import { timeGaps } from './time-gaps.ts';
import { truncated } from './truncated.ts';
import { unitJump } from './unit-jump.ts';
import { unitNotUnderstood } from './unit-not-understood.ts';
import { unknownRole } from './unknown-role.ts';
import { unknownUnit } from './unknown-unit.ts';

export type { FindingRule, Found, SafeFilter } from './rule.ts';

export const findingRules: readonly FindingRule[] = [
  missingValues,
  duplicateRows,
  repeatedIdentifier,
  outOfRange,
  repeatedExtremeValue,
  outliers,
  constantField,
  classImbalance,
  timeGaps,
  outOfOrder,
  unknownUnit,
  unknownRole,
  invalidValue,
  unitNotUnderstood,
  truncated,
  moreRows,
  classCountDiffers,
  missingBlock,
  stuckValue,
  spikes,
  similarEntities,
  invalidCode,
  ruleViolation,
  ruleUndetermined,
  suspectLabels,
  labelLeak,
  redundantFields,
  splitLeakage,
  labelConflict,
  repeatedCondition,
  dependencyViolation,
  mixedEncoding,
  absentValue,
  danglingReference,
  repeatedTime,
  irregularSampling,
  intervalDiffers,
  rareClass,
  unitJump,
  clockShift,
  driftFinding,
  readAs,
  notFinite,
  improbableDate,
  badStatus,
  saturation,
  counterReset,
  coarseValues,
  signalLag,
  groupDrift,
];
