import { type Sentence, ZhujiError } from '../../workspace/index.ts';

/** Why a file is not read: `reason` follows the file's name. */
export function refuse(path: string, reason: Sentence, recovery: Sentence): ZhujiError {
  return new ZhujiError(
    'unreadable_file',
    { en: `${path} ${reason.en}.`, zh: `${path} ${reason.zh}。` },
    { recovery, details: { file: path } },
  );
}

export const saveAgain: Sentence = {
  en: 'Open it in the program that made it, save it again and index again.',
  zh: '请用原软件打开并重新保存，然后重新建立索引。',
};
