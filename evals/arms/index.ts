import { ZhujiError } from '../../src/workspace/index.ts';
import type { Arm } from './arm.ts';
import { full } from './full.ts';
import { none } from './none.ts';

export type { Arm } from './arm.ts';
export { full, none };

/** The arms by id. */
export const arms: readonly Arm[] = [none, full];

/** Errors: `invalid_argument` with the valid ids. */
export function armNamed(id: string): Arm {
  const arm = arms.find((candidate) => candidate.id === id);
  if (arm) return arm;
  const valid = arms.map((candidate) => candidate.id);
  throw new ZhujiError(
    'invalid_argument',
    { en: `There is no arm "${id}"`, zh: `没有名为“${id}”的实验组` },
    {
      recovery: { en: `Arms are: ${valid.join(', ')}.`, zh: `可用的实验组：${valid.join('、')}。` },
      details: { valid_values: valid },
    },
  );
}
