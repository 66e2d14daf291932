const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Words of a text in lower case, by the segmenter of ICU: neither stemmed nor stopped. What the peers are given. */
export function words(text: string): string[] {
  const found: string[] = [];
  for (const { segment, isWordLike } of segmenter.segment(text.normalize('NFKC').toLowerCase())) {
    if (isWordLike) found.push(segment);
  }
  return found;
}
