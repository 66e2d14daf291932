import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { ZhujiError } from '../errors.ts';
import { type Layout, layoutOf, manifestName } from './layout.ts';

/** The workspace that `folder` is or lies in. Errors: `not_a_workspace`. */
export async function findWorkspace(folder: string): Promise<Layout> {
  const start = resolve(folder);
  for (let current = start; ; current = dirname(current)) {
    const found = await stat(join(current, manifestName)).catch(() => undefined);
    if (found?.isFile()) return layoutOf(current);
    if (dirname(current) === current) break;
  }
  throw new ZhujiError(
    'not_a_workspace',
    { en: `${start} is not a workspace and lies in none`, zh: `${start} 不是工作区，也不在任何工作区中` },
    {
      recovery: {
        en: `Make one with "zhuji init", or name one with --workspace.`,
        zh: '用 "zhuji init" 新建，或用 --workspace 指定。',
      },
      details: { folder: start },
    },
  );
}
