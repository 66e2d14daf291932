import { realpath } from 'node:fs/promises';
import { join, sep, win32 } from 'node:path';
import { ZhujiError } from '../errors.ts';

function refused(path: string, en: string, zh: string): ZhujiError {
  const shown = JSON.stringify(path);
  return new ZhujiError(
    'denied',
    { en: `The path ${shown} ${en}`, zh: `路径 ${shown} ${zh}` },
    {
      recovery: {
        en: 'Name a file inside the folder by its path relative to it.',
        zh: '请使用相对于该文件夹且位于其内部的路径。',
      },
      details: { path },
    },
  );
}

/** Whether a path is relative and stays where it starts, whatever the platform. Nothing is read. */
export function isInnerPath(path: string): boolean {
  return (
    path !== '' &&
    !path.includes('\0') &&
    !win32.isAbsolute(path) &&
    !/^[a-z]:/i.test(path) &&
    !path.split(/[\\/]/).includes('..')
  );
}

/**
 * The real path of a file that is known to lie inside `root`: no `..`, no absolute path, no symbolic link that leads
 * out. Errors: `denied`; `not_found` where there is no such file.
 */
export async function resolveInside(root: string, path: string): Promise<string> {
  if (!isInnerPath(path)) throw refused(path, 'leads out of its folder', '指向其文件夹之外');
  const base = await realpath(root);
  const real = await realpath(join(base, path)).catch((cause: unknown) => {
    throw new ZhujiError(
      'not_found',
      {
        en: `There is no file ${JSON.stringify(path)} in ${root}`,
        zh: `${root} 中没有文件 ${JSON.stringify(path)}`,
      },
      {
        recovery: { en: 'Put the file there, or correct the path.', zh: '请补上该文件，或更正路径。' },
        details: { path, folder: root },
        cause,
      },
    );
  });
  if (real !== base && !real.startsWith(base.endsWith(sep) ? base : base + sep)) {
    throw refused(path, 'leads out of its folder through a symbolic link', '经符号链接指向其文件夹之外');
  }
  return real;
}
