import type { Action } from '../change.ts';
import { rowsOf } from '../remedy-parts.ts';

export const dropRecords: Action = {
  action: 'drop_records',
  changes: (remedy) => [{ kind: 'drop', rows: rowsOf(remedy) }],
};
