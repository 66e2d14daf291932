import type { Action } from '../change.ts';
import { rowsOf } from '../remedy-parts.ts';

/** The records that repeat an earlier one; that one stays. */
export const dropRepeats: Action = {
  action: 'drop_repeats',
  changes: (remedy) => [{ kind: 'drop', rows: rowsOf(remedy) }],
};
