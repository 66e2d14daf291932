/** Signs that people set or leave out at will. */
const loose = /[\s\-‐-―_.,:;'"“”‘’`´()（）[\]【】{}《》〈〉、。，；：·・/\\|]+/u;

/** The words of a name in one form of their characters, in lower case, without loose signs; a leading minus stays. */
export function wordsOf(name: string): readonly string[] {
  const plain = name.normalize('NFKC').toLowerCase().trim();
  const minus = /^[-−]\d/.test(plain) ? ['−'] : [];
  return [...minus, ...plain.split(loose).filter((word) => word !== '')];
}

/**
 * A key that is the same for spellings of one name: however its words are joined, and, where none holds a digit, in whatever order
 * they stand. Numbers that signs part stay apart: 1.5 is not 15.
 */
export function spellingKey(words: readonly string[]): string {
  const ordered = words.some((word) => /\p{N}/u.test(word)) ? words : words.toSorted();
  return ordered.reduce(
    (key, word) => (/\p{N}$/u.test(key) && /^\p{N}/u.test(word) ? `${key}.${word}` : key + word),
    '',
  );
}

/** The key with letters that are taken for digits as these digits, where it has a digit at all. */
export function confusableKey(key: string): string {
  return /\d/.test(key) ? key.replace(/o/g, '0').replace(/[il]/g, '1') : key;
}

/** Chinese characters that tell one thing from its neighbour: the change of one is no slip. */
const telling =
  /[零〇一二三四五六七八九十百千甲乙丙丁戊己东西南北上下左右前后内外中大小高低新旧正负进出冷热干湿]/u;

/**
 * Whether two words differ by one slip: a character changed, left out, put in, or two neighbours exchanged; not in the first one,
 * where slips are rare, and not in digits or telling characters. F. J. Damerau, Communications of the ACM 7 (1964) 171–176.
 */
export function oneSlipApart(one: string, other: string): boolean {
  const [a, b] = [...one].length <= [...other].length ? [[...one], [...other]] : [[...other], [...one]];
  if (b.length - a.length > 1 || a[0] !== b[0]) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  const exchanged = left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
  if (!(exchanged || right.length === 1) || (left.length === 0 && right.length === 0)) return false;
  return [...left, ...right].every((character) => /\p{L}/u.test(character) && !telling.test(character));
}
