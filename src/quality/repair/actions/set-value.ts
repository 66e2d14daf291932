import type { Action } from '../change.ts';
import { fieldsOf, parameterOf, rowsOf } from '../remedy-parts.ts';

/** The one value that is known to be right. */
export const setValue: Action = {
  action: 'set_value',
  changes(remedy) {
    const text = String(parameterOf(remedy, 'value'));
    const rows = rowsOf(remedy);
    return fieldsOf(remedy).map(({ id }) => ({
      kind: 'cells',
      field: id,
      rows,
      to: () => text,
      empties: false,
    }));
  },
};
