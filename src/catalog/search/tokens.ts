/** Words that say nothing about a dataset. */
const empty = new Set(
  'a an and are about any as at by data dataset datasets for from has have how in is it of on or show the this to what where which with 的 了 和 与 在 有 哪些 什么 数据 数据集'.split(
    ' ',
  ),
);

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

function wordsOf(run: string): string[] {
  if (!/\p{Script=Han}/u.test(run)) return [run];
  const words = [...segmenter.segment(run)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment);
  const characters = [...run];
  const pairs = characters.slice(1).map((character, index) => `${characters[index]}${character}`);
  return [...words, ...pairs];
}

/** Words of a text, folded: NFKC, lower case; Chinese as words and as pairs of characters, so that neither decides alone. */
export function tokensOf(text: string): string[] {
  const folded = text.normalize('NFKC').toLowerCase();
  const runs = folded.match(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+/gu) ?? [];
  return [...new Set(runs.flatMap(wordsOf))];
}

/** Words of a query; those that say nothing only where there are no others. */
export function queryTokensOf(query: string): string[] {
  const tokens = tokensOf(query);
  const telling = tokens.filter((token) => !empty.has(token));
  return telling.length > 0 ? telling : tokens;
}

/** 1 for the same word; less where one begins with the other, as with plurals and stems; else 0. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const near = short.length >= 4 && long.startsWith(short) && long.length - short.length <= 4;
  return near ? 0.6 : 0;
}
