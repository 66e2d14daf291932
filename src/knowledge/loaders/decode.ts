import { type Sentence, ZhujiError } from '../../workspace/index.ts';

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

function tryDecode(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function byMark(bytes: Uint8Array): Encoding | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return undefined;
}

/** Share of the two-byte characters that are common Han (GB 2312 level 1) or Chinese punctuation: low for Latin-1. */
function looksChinese(bytes: Uint8Array): boolean {
  let pairs = 0;
  let common = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x81) continue;
    pairs++;
    const trail = bytes[++i] ?? 0;
    if (trail >= 0xa1 && ((byte >= 0xb0 && byte <= 0xd7) || (byte >= 0xa1 && byte <= 0xa3))) common++;
  }
  return common >= pairs * 0.7;
}

const ordinary = /[\p{L}\p{M}\p{N}\p{P}\p{S}\s]/gu;
const control = /[\p{Cc}]/gu;

function plausible(text: string): boolean {
  const controls = (text.match(control) ?? []).filter((c) => !'\t\n\r\f'.includes(c)).length;
  return (
    !text.includes('\0') &&
    controls <= text.length * 0.01 &&
    (text.match(ordinary)?.length ?? 0) >= [...text].length * 0.98
  );
}

/** UTF-16 without a mark: plain text has zero bytes nowhere else. The order with more common characters is right. */
function utf16(bytes: Uint8Array): string | undefined {
  const common = (text: string) =>
    text.match(/[ -~\n\r\t\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/g)?.length ?? 0;
  const texts = (['utf-16le', 'utf-16be'] as const).flatMap((encoding) => tryDecode(bytes, encoding) ?? []);
  const [best] = texts.filter(plausible).sort((a, b) => common(b) - common(a));
  return best !== undefined && common(best) >= best.length * 0.9 ? best : undefined;
}

const controls = { en: 'is not text: it contains control characters', zh: '不是文本：含有控制字符' };

/**
 * Text of a file in UTF-8, UTF-16 or GB 18030 (so also GBK and GB 2312), without its byte order mark.
 * Errors: `unreadable_file` where the bytes are none of these, or not text.
 */
export function decodeText(bytes: Uint8Array, path: string): string {
  const refuse = ({ en, zh }: Sentence) =>
    new ZhujiError(
      'unreadable_file',
      { en: `${path} ${en}.`, zh: `${path} ${zh}。` },
      {
        recovery: {
          en: 'Save the file as UTF-8 text and index again.',
          zh: '请将文件另存为 UTF-8 文本后重新建立索引。',
        },
        details: { file: path },
      },
    );
  const mark = byMark(bytes);
  if (mark) {
    const text = tryDecode(bytes, mark);
    if (text === undefined)
      throw refuse({
        en: `begins with a ${mark} mark but is not valid ${mark}`,
        zh: `以 ${mark} 标记开头，但不是有效的 ${mark}`,
      });
    if (!plausible(text)) throw refuse(controls);
    return text;
  }
  if (bytes.includes(0)) {
    const text = utf16(bytes);
    if (text === undefined)
      throw refuse({ en: 'is not text: it contains zero bytes', zh: '不是文本：含有零字节' });
    return text;
  }
  const text = tryDecode(bytes, 'utf-8') ?? (looksChinese(bytes) ? tryDecode(bytes, 'gb18030') : undefined);
  if (text === undefined)
    throw refuse({
      en: 'is not valid UTF-8, UTF-16 or GB 18030',
      zh: '不是有效的 UTF-8、UTF-16 或 GB 18030',
    });
  if (!plausible(text)) throw refuse(controls);
  return text;
}
