import { ZhujiError } from '../errors.ts';
import type { Text } from '../text.ts';
import { type Layout, layoutOf } from './layout.ts';

/** Makes `folder` a workspace. Nothing is overwritten. Errors: `already_exists`, `invalid_argument`, `denied`. */
export async function initWorkspace(
  folder: string,
  _options: { readonly id?: string; readonly title?: Text } = {},
): Promise<Layout> {
  layoutOf(folder);
  throw new ZhujiError('internal', 'initWorkspace is being written');
}
