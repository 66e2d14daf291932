import { type Sentence, ZhujiError } from './errors.ts';

/** The member of `all` with this name. Errors: `invalid_argument` with the names there are; `kind` says of what. */
export function named<T>(all: Readonly<Record<string, T>>, name: string, kind: Sentence): T {
  const found = Object.hasOwn(all, name) ? all[name] : undefined;
  if (found !== undefined) return found;
  const valid = Object.keys(all);
  throw new ZhujiError(
    'invalid_argument',
    { en: `There is no ${kind.en} "${name}"`, zh: `没有名为“${name}”的${kind.zh}` },
    {
      recovery: { en: `There are: ${valid.join(', ')}.`, zh: `可用的${kind.zh}：${valid.join('、')}。` },
      details: { valid_values: valid },
    },
  );
}
