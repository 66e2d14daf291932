/** Chinese that replacement characters become where their bytes are read as GBK. */
const twiceReplaced = /锟斤拷|锟斤|斤拷/;
/** UTF-8 of letters with accents, read as Latin-1 or Windows-1252: Ã and Â before what no word has there. */
const accents = /[ÃÂ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/;
/** UTF-8 of Chinese, read as Latin-1 or Windows-1252: a lead byte of three and a byte that follows. */
const chineseAsLatin = /[äåæçèé][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{2}/;
/** GBK read as Latin-1: a run of letters with accents, and of signs, without a plain letter between. */
const gbkAsLatin = /[\u00a1-\u00f7]{4}/;
const plainLatin = /[a-z]{2}/i;

/** Whether a text shows that its bytes were read in an encoding that was not theirs. */
export function isGarbled(text: string): boolean {
  if (text.includes('\ufffd') || twiceReplaced.test(text)) return true;
  if (accents.test(text) || chineseAsLatin.test(text)) return true;
  return gbkAsLatin.test(text) && !plainLatin.test(text);
}
