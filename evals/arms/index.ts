import { named } from '../../src/workspace/index.ts';
import type { Arm } from './arm.ts';
import { full } from './full.ts';
import { none } from './none.ts';

export type { Arm } from './arm.ts';
export { full, none };

/** The arms by id. */
export const arms: readonly Arm[] = [none, full];

/** Errors: `invalid_argument` with the valid ids. */
export function armNamed(id: string): Arm {
  const byId = Object.fromEntries(arms.map((arm) => [arm.id, arm]));
  return named(byId, id, { en: 'arm', zh: '实验组' });
}
