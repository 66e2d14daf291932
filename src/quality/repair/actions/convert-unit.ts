import type { Action } from '../change.ts';
import { fieldsOf, notApplicable, numberOf, rowsOf } from '../remedy-parts.ts';

/** Digits that a conversion keeps: more than a reading has, fewer than binary fractions make up. */
const digits = 12;

/** `value · factor + offset`, back into the unit that the field is declared in. */
export const convertUnit: Action = {
  action: 'convert_unit',
  changes(remedy) {
    const factor = numberOf(remedy, 'factor');
    const offset = remedy.repair.parameters?.['offset'] === undefined ? 0 : numberOf(remedy, 'offset');
    const rows = rowsOf(remedy);
    return fieldsOf(remedy).map((field) => ({
      kind: 'cells',
      field: field.id,
      rows,
      to(text) {
        if (text === null) return null;
        const value = Number(text);
        const exact = Number.isFinite(value) && (field.type !== 'integer' || Number.isSafeInteger(value));
        if (!exact || text.trim() === '') throw notApplicable(remedy, field, text);
        return String(Number((value * factor + offset).toPrecision(digits)));
      },
      empties: false,
      ...(field.type === 'integer' && !(Number.isInteger(factor) && Number.isInteger(offset))
        ? { type: 'number' as const }
        : {}),
    }));
  },
};
