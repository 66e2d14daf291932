import type { Action } from '../change.ts';
import { fieldsOf } from '../remedy-parts.ts';

/** By date and time; by number within their series, since a count of one series says nothing of another. */
export const sortByTime: Action = {
  action: 'sort_by_time',
  changes(remedy) {
    const times = fieldsOf(remedy);
    const groups = remedy.recordSet.fields.filter(
      ({ role, type }) => role === 'group' && type !== 'structure',
    );
    const counts = times.some(({ type }) => type === 'integer' || type === 'number');
    return [{ kind: 'sort', by: [...(counts ? groups : []), ...times].map(({ id }) => id) }];
  },
};
