import type { Action } from '../change.ts';
import { convertUnit } from './convert-unit.ts';
import { dropField } from './drop-field.ts';
import { dropRecords } from './drop-records.ts';
import { dropRepeats } from './drop-repeats.ts';
import { setMissing } from './set-missing.ts';
import { setValue } from './set-value.ts';
import { shiftTime } from './shift-time.ts';
import { sortByTime } from './sort-by-time.ts';

/** In the order in which they are applied: what corrects, what empties, what leaves out. */
export const actions: readonly Action[] = [
  setValue,
  convertUnit,
  shiftTime,
  setMissing,
  dropRepeats,
  dropRecords,
  sortByTime,
  dropField,
];
