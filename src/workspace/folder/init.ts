import { mkdir, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { stringify } from 'yaml';
import { ZhujiError } from '../errors.ts';
import type { Text } from '../text.ts';
import { idFrom, isId } from './ids.ts';
import { type Layout, layoutOf } from './layout.ts';
import { idRule } from './manifest.ts';

function cannot(folder: string, cause: unknown): ZhujiError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new ZhujiError(
    'denied',
    { en: `No workspace can be made in ${folder}: ${reason}`, zh: `无法在 ${folder} 建立工作区：${reason}` },
    { details: { folder }, cause },
  );
}

/**
 * Makes `folder` (created where absent) a workspace; what lies in it stays as it is.
 * Errors: `already_exists` where it is one, `invalid_argument` for a bad id, `denied`.
 */
export async function initWorkspace(
  folder: string,
  options: { readonly id?: string; readonly title?: Text } = {},
): Promise<Layout> {
  const layout = layoutOf(resolve(folder));
  const id = options.id ?? idFrom(layout.root, 'workspace');
  if (!isId(id)) {
    throw new ZhujiError(
      'invalid_argument',
      {
        en: `"${id}" cannot be the id of a workspace: it ${idRule}`,
        zh: `"${id}" 不能作为工作区标识：须以字母或数字开头，仅含字母、数字、"_"、"."、"-"`,
      },
      { details: { field: 'id', value: id } },
    );
  }
  const manifest = { id, title: options.title ?? { en: id } };
  try {
    for (const part of [layout.datasets, layout.knowledge, layout.derived])
      await mkdir(part, { recursive: true });
    await writeFile(layout.manifest, stringify(manifest), { flag: 'wx', flush: true });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST'))
      throw cannot(layout.root, error);
    throw new ZhujiError(
      'already_exists',
      { en: `${layout.root} is a workspace already`, zh: `${layout.root} 已是工作区` },
      {
        recovery: { en: 'Use it as it is, or choose another folder.', zh: '请直接使用，或另选文件夹。' },
        details: { folder: layout.root },
        cause: error,
      },
    );
  }
  return layout;
}
