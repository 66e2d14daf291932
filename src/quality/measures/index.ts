import { classBalance } from './class-balance.ts';
import { classCounts } from './class-counts.ts';
import { codeValidity } from './code-validity.ts';
import { dependencyConformance } from './dependency-conformance.ts';
import { duplicateEntities } from './duplicate-entities.ts';
import { duplicateRecords } from './duplicate-records.ts';
import { fineResolution } from './fine-resolution.ts';
import { finiteValues } from './finite-values.ts';
import { goodStatus } from './good-status.ts';
import { identifierUniqueness } from './identifier-uniqueness.ts';
import { labelAgreement } from './label-agreement.ts';
import { labelCompleteness } from './label-completeness.ts';
import { labelConsistency } from './label-consistency.ts';
import { labelLeakage } from './label-leakage.ts';
import { liveValues } from './live-values.ts';
import type { Measure } from './measure.ts';
import { missingTogether } from './missing-together.ts';
import { nonOutliers } from './non-outliers.ts';
import { probableDates } from './probable-dates.ts';
import { rangeValidity } from './range-validity.ts';
import { recordCompleteness } from './record-completeness.ts';
import { recordCount } from './record-count.ts';
import { redundancy } from './redundancy.ts';
import { referenceIntegrity } from './reference-integrity.ts';
import { regularSampling } from './regular-sampling.ts';
import { roleCoverage } from './role-coverage.ts';
import { ruleConformance } from './rule-conformance.ts';
import { seriesAlike } from './series-alike.ts';
import { seriesValidity } from './series-validity.ts';
import { signalsInStep } from './signals-in-step.ts';
import { splitSeparation } from './split-separation.ts';
import { steadyClock } from './steady-clock.ts';
import { steadyLevel } from './steady-level.ts';
import { steadyUnit } from './steady-unit.ts';
import { textIntegrity } from './text-integrity.ts';
import { timeCompleteness } from './time-completeness.ts';
import { timeConsistency } from './time-consistency.ts';
import { timeOrder } from './time-order.ts';
import { timePunctuality } from './time-punctuality.ts';
import { unambiguousReading } from './unambiguous-reading.ts';
import { unbrokenCounters } from './unbroken-counters.ts';
import { uniqueTimes } from './unique-times.ts';
import { unitCoverage } from './unit-coverage.ts';
import { unitValidity } from './unit-validity.ts';
import { unsaturatedValues } from './unsaturated-values.ts';
import { valueCompleteness } from './value-completeness.ts';
import { valueOccurrence } from './value-occurrence.ts';
import { valueValidity } from './value-validity.ts';
import { valuesWithoutSpikes } from './values-without-spikes.ts';
import { varyingFields } from './varying-fields.ts';

export type { Evidence, Measure, Observation, TestVector } from './measure.ts';

/** All measures of a record set, in the order of a report. */
export const measures: readonly Measure[] = [
  valueCompleteness,
  recordCompleteness,
  duplicateRecords,
  identifierUniqueness,
  rangeValidity,
  nonOutliers,
  varyingFields,
  classBalance,
  timeCompleteness,
  timeConsistency,
  timePunctuality,
  timeOrder,
  seriesValidity,
  unitCoverage,
  roleCoverage,
  valueValidity,
  unitValidity,
  recordCount,
  classCounts,
  missingTogether,
  duplicateEntities,
  codeValidity,
  ruleConformance,
  labelAgreement,
  labelLeakage,
  redundancy,
  splitSeparation,
  labelConsistency,
  dependencyConformance,
  textIntegrity,
  labelCompleteness,
  valueOccurrence,
  referenceIntegrity,
  uniqueTimes,
  regularSampling,
  steadyUnit,
  steadyClock,
  liveValues,
  valuesWithoutSpikes,
  steadyLevel,
  unambiguousReading,
  finiteValues,
  probableDates,
  goodStatus,
  unsaturatedValues,
  unbrokenCounters,
  fineResolution,
  signalsInStep,
  seriesAlike,
];
