const boundary = /(?:[。！？；!?;…]+[”’"』」）)\]]*|\.(?=\s)|\n)\s*/g;

/** Places between sentences, ascending; a sentence longer than `most` is cut at a comma, a blank or, failing these, anywhere between characters. */
export function sentenceEnds(text: string, start: number, end: number, most: number): number[] {
  const ends = [...text.slice(start, end).matchAll(boundary)].map((m) => start + m.index + m[0].length);
  const all: number[] = [];
  let from = start;
  for (const stop of [...ends, end]) {
    while (stop - from > most) {
      from = breakIn(text, from, from + most);
      all.push(from);
    }
    from = stop;
    if (stop < end) all.push(stop);
  }
  return all;
}

function breakIn(text: string, from: number, to: number): number {
  const window = text.slice(from, to);
  const at = Math.max(...['，', '、', ', ', ' ', '\t'].map((mark) => window.lastIndexOf(mark) + mark.length));
  if (at > window.length / 2) return from + at;
  const high = window.charCodeAt(window.length - 1);
  return high >= 0xd800 && high <= 0xdbff ? to - 1 : to;
}
