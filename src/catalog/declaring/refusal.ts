import { nearest, type Sentence, ZhujiError } from '../../workspace/index.ts';

/** Names that an error offers. */
const mostOffered = 20;

/** A declaration that says what cannot be. `place`: path in the declaration. */
export function refused(
  place: string,
  { en, zh }: Sentence,
  options: { readonly recovery?: Sentence; readonly details?: Readonly<Record<string, unknown>> } = {},
): ZhujiError {
  return new ZhujiError(
    'invalid_argument',
    { en: `The declaration, ${place}: ${en}`, zh: `说明中的 ${place}：${zh}` },
    { ...options, details: { field: place, ...options.details } },
  );
}

/** A name that the data do not have, with the nearest that they have. `others`: names under which they are known too. */
export function unknownName(
  place: string,
  what: Sentence,
  name: string,
  names: readonly string[],
  others: readonly string[] = [],
): ZhujiError {
  const order = [...new Set([...nearest(name, names, mostOffered), ...names])];
  const offered = order.slice(0, mostOffered).join(', ') || '–';
  const more = order.length - mostOffered;
  const valid = [...new Set([...names, ...others])];
  return new ZhujiError(
    'invalid_argument',
    {
      en: `The declaration, ${place}, names a ${what.en} "${name}", which the data do not have`,
      zh: `说明中的 ${place} 提到${what.zh} "${name}"，但数据中不存在`,
    },
    {
      recovery: {
        en: `Name one of: ${offered}${more > 0 ? ` and ${more} more` : ''}.`,
        zh: `可用：${offered}${more > 0 ? ` 等 ${order.length} 个` : ''}。`,
      },
      details: {
        field: place,
        value: name,
        did_you_mean: nearest(name, valid),
        valid_values: valid.slice(0, 100),
      },
    },
  );
}
