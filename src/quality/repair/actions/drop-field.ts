import type { Action } from '../change.ts';
import { fieldsOf } from '../remedy-parts.ts';

export const dropField: Action = {
  action: 'drop_field',
  changes: (remedy) => fieldsOf(remedy).map(({ id }) => ({ kind: 'drop_field', field: id })),
};
