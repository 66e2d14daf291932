import { classBalance } from './class-balance.ts';
import { duplicateRecords } from './duplicate-records.ts';
import { identifierUniqueness } from './identifier-uniqueness.ts';
import type { Measure } from './measure.ts';
import { nonOutliers } from './non-outliers.ts';
import { rangeValidity } from './range-validity.ts';
import { recordCompleteness } from './record-completeness.ts';
import { roleCoverage } from './role-coverage.ts';
import { timeCompleteness } from './time-completeness.ts';
import { timeConsistency } from './time-consistency.ts';
import { timeOrder } from './time-order.ts';
import { timePunctuality } from './time-punctuality.ts';
import { unitCoverage } from './unit-coverage.ts';
import { valueCompleteness } from './value-completeness.ts';
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
  unitCoverage,
  roleCoverage,
];
