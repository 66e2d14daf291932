import { withoutRadicals } from './radicals.ts';

/** Text in NFKC with a way back: `origin[i]` is where character `i` came from, `origin[length]` the end of the source. */
export interface Normalised {
  readonly text: string;
  /** Absent where nothing moved. */
  readonly origin?: Uint32Array;
}

/** NFKC: full-width letters, compatibility forms and the Kangxi radicals of PDF files become ordinary characters. */
export function normalise(original: string): Normalised {
  const source = withoutRadicals(original);
  if (source.normalize('NFKC') === source) return { text: source };
  const origin: number[] = [];
  let text = '';
  for (const match of source.matchAll(/\P{M}\p{M}*|\p{M}+/gu)) {
    const piece = match[0].normalize('NFKC');
    for (let i = 0; i < piece.length; i++) origin.push(match.index);
    text += piece;
  }
  origin.push(source.length);
  return { text, origin: Uint32Array.from(origin) };
}
