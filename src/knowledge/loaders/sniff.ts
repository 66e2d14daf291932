import { type Sentence, ZhujiError } from '../../workspace/index.ts';
import { refuse } from './refuse.ts';

type Kind = 'pdf' | 'docx' | 'xlsx' | 'pptx' | 'zip' | 'ole' | 'image' | 'text';

const names: Readonly<Record<Kind, string>> = {
  pdf: 'PDF',
  docx: 'Word (.docx)',
  xlsx: 'Excel (.xlsx)',
  pptx: 'PowerPoint (.pptx)',
  zip: 'ZIP',
  ole: 'Microsoft Office 97–2003 / OLE',
  image: 'image',
  text: 'text',
};

const begins = (bytes: Uint8Array, ...signature: number[]): boolean =>
  signature.every((byte, i) => bytes[i] === byte);

/** What the bytes are, whatever the name says. */
function kindOf(bytes: Uint8Array): Kind {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  if (head.includes('%PDF-')) return 'pdf';
  if (begins(bytes, 0x50, 0x4b, 3, 4) || begins(bytes, 0x50, 0x4b, 5, 6)) {
    // Names of the parts stand in the directory at the end.
    const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (all.includes('word/document')) return 'docx';
    if (all.includes('xl/workbook')) return 'xlsx';
    return all.includes('ppt/presentation') ? 'pptx' : 'zip';
  }
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'ole';
  if (begins(bytes, 0x89, 0x50, 0x4e, 0x47) || begins(bytes, 0xff, 0xd8, 0xff) || head.startsWith('GIF8'))
    return 'image';
  return 'text';
}

const rename: Sentence = {
  en: 'Give it the extension of what it is.',
  zh: '请改为与内容相符的扩展名。',
};
const unlock: Sentence = {
  en: 'Remove the password, or save it in the current format.',
  zh: '请取消密码保护，或另存为当前格式。',
};

/** Sees that a file is what its name says. Errors: `unreadable_file` for an empty file, another format, or a protected one. */
export function expectKind(
  bytes: Uint8Array,
  path: string,
  wanted: Exclude<Kind, 'ole' | 'zip' | 'image'>,
): void {
  if (bytes.length === 0)
    throw refuse(
      path,
      { en: 'is empty', zh: '是空文件' },
      { en: 'Copy it again.', zh: '请重新复制该文件。' },
    );
  const kind = kindOf(bytes);
  if (kind === wanted) return;
  if (kind === 'ole' && wanted !== 'pdf' && wanted !== 'text')
    throw refuse(
      path,
      { en: 'is protected by a password, or of an older format', zh: '受密码保护，或为旧版格式' },
      unlock,
    );
  if (kind === 'text' && wanted !== 'text')
    throw refuse(
      path,
      { en: `is damaged, or no ${names[wanted]} file`, zh: `已损坏，或不是 ${names[wanted]} 文件` },
      { en: 'Copy it again from its source.', zh: '请从来源重新复制。' },
    );
  throw refuse(
    path,
    { en: `is not what its name says: ${names[kind]}`, zh: `内容与扩展名不符：${names[kind]}` },
    rename,
  );
}

/** Runs a library on a file that it may not understand. Its own errors become one that names the file. */
export async function reading<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (ZhujiError.is(error)) throw error;
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw refuse(
      path,
      { en: `cannot be read (${reason})`, zh: `无法读取（${reason}）` },
      {
        en: 'Open it in the program that made it, save it again and index again.',
        zh: '请用原软件打开并重新保存，然后重新建立索引。',
      },
    );
  }
}
