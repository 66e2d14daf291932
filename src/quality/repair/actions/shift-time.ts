import type { Field } from '../../../workspace/index.ts';
import type { Action, Remedy } from '../change.ts';
import { fieldsOf, notApplicable, numberOf, rowsOf } from '../remedy-parts.ts';

const moment = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})(?:\.(\d{1,6}))?(\+00)?$/;
const second = 1_000_000n;

/** Moves times by `offset`: milliseconds of dates and times, else in the field's unit. */
export const shiftTime: Action = {
  action: 'shift_time',
  changes(remedy) {
    const rows = rowsOf(remedy);
    return fieldsOf(remedy).map((field) => ({
      kind: 'cells',
      field: field.id,
      rows,
      to: field.type === 'datetime' ? shiftedMoment(remedy, field) : shiftedNumber(remedy, field),
      empties: false,
    }));
  },
};

/** As the engine writes a time, to the microsecond. */
function shiftedMoment(remedy: Remedy, field: Field) {
  const by = BigInt(Math.round(numberOf(remedy, 'offset') * 1000));
  return (text: string | null): string | null => {
    if (text === null) return null;
    const [, day, time, fraction = '', zone = ''] = moment.exec(text) ?? [];
    const milliseconds = Date.parse(`${day}T${time}Z`);
    if (Number.isNaN(milliseconds)) throw notApplicable(remedy, field, text);
    const micros = BigInt(milliseconds) * 1000n + BigInt(fraction.padEnd(6, '0')) + by;
    const rest = ((micros % second) + second) % second;
    const whole = isoOf(Number((micros - rest) / 1000n));
    if (whole === undefined) throw notApplicable(remedy, field, text);
    const digits = rest === 0n ? '' : `.${String(rest).padStart(6, '0').replace(/0+$/, '')}`;
    return `${whole.slice(0, 10)} ${whole.slice(11, 19)}${digits}${zone}`;
  };
}

/** `undefined` outside the years 1 to 9999. */
function isoOf(milliseconds: number): string | undefined {
  const moment = new Date(milliseconds);
  const year = moment.getUTCFullYear();
  return year >= 1 && year <= 9999 ? moment.toISOString() : undefined;
}

function shiftedNumber(remedy: Remedy, field: Field) {
  const by = numberOf(remedy, 'offset');
  return (text: string | null): string | null => {
    if (text === null) return null;
    if (field.type === 'integer' && Number.isSafeInteger(by)) return String(BigInt(text) + BigInt(by));
    const value = Number((Number(text) + by).toPrecision(15));
    if (field.type !== 'number' || !Number.isFinite(value)) throw notApplicable(remedy, field, text);
    return String(value);
  };
}
