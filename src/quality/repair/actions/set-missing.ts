import type { Action } from '../change.ts';
import { fieldsOf, rowsOf } from '../remedy-parts.ts';

export const setMissing: Action = {
  action: 'set_missing',
  changes(remedy) {
    const rows = rowsOf(remedy);
    return fieldsOf(remedy).map(({ id }) => ({
      kind: 'cells',
      field: id,
      rows,
      to: () => null,
      empties: true,
    }));
  },
};
