import { ZhujiError } from '../../workspace/index.ts';

/** The value of an option that takes a share between 0 and 1, e.g. `0.95`. Errors: `invalid_argument`. */
export function share(text: string, option: string): number {
  const value = /^[01]?\.?\d*$/.test(text) && /\d/.test(text) ? Number(text) : Number.NaN;
  if (value >= 0 && value <= 1) return value;
  throw new ZhujiError(
    'invalid_argument',
    { en: `${option} must be a share, not "${text}"`, zh: `${option} 必须是比例，而不是“${text}”` },
    {
      recovery: { en: 'Give a number from 0 to 1, e.g. 0.95.', zh: '请给出 0 到 1 之间的数，例如 0.95。' },
      details: { option, value: text },
    },
  );
}
