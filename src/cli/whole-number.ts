import { ZhujiError } from '../workspace/index.ts';

/** The value of an option that takes a whole number from `least` to `most`. Errors: `invalid_argument`. */
export function wholeNumber(text: string, option: string, least: number, most = 2 ** 31 - 1): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new ZhujiError(
    'invalid_argument',
    { en: `${option} must be a whole number, not "${text}"`, zh: `${option} 必须是整数，而不是“${text}”` },
    {
      recovery: {
        en: `Give a number from ${least} to ${most}.`,
        zh: `请给出 ${least} 到 ${most} 之间的整数。`,
      },
      details: { option, value: text },
    },
  );
}
