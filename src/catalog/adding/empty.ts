import { stat } from 'node:fs/promises';
import { ZhujiError } from '../../workspace/index.ts';

export function emptyFile(file: string): ZhujiError {
  return new ZhujiError(
    'unreadable_file',
    { en: `${file} is empty`, zh: `${file} 是空文件` },
    {
      recovery: {
        en: 'Get or save the file anew, then add it again.',
        zh: '请重新获取或保存该文件，然后再次加入。',
      },
      details: { file },
    },
  );
}

/** Errors: `unreadable_file` where the file has no bytes. What is not there is for others to report. */
export async function refuseEmpty(file: string): Promise<void> {
  const found = await stat(file).catch(() => undefined);
  if (found?.isFile() && found.size === 0) throw emptyFile(file);
}
