const typography: readonly (readonly [RegExp, string])[] = [
  [/[×∙⋅]/y, '*'],
  [/÷/y, '/'],
  [/[−–]/y, '-'],
  [/≤/y, '<='],
  [/≥/y, '>='],
  [/≠/y, '!='],
  [/＜/y, '<'],
  [/＞/y, '>'],
  [/＝/y, '='],
  [/（/y, '('],
  [/）/y, ')'],
  [/，/y, ','],
  [/\bAND\b/y, 'and'],
  [/\bOR\b/y, 'or'],
  [/\bNOT\b/y, 'not'],
  [/\bIMPLIES\b/y, 'implies'],
];
/** A field such as `1号炉温` or `1_temp`, which the grammar would take for a number; `$` leads no field's id. */
const numbered = /(?<![\p{L}\p{N}_.$])(?=\d+[_号])/uy;
const quotes = /["“”＂]/;

export interface Plain {
  readonly text: string;
  /** Where a character of the plain text stands in what was written; both count from 0. */
  at(index: number): number;
}

/** What people type and word processors make of it, in plain characters; text in quotes stays as it is. */
export function plain(written: string): Plain {
  let text = '';
  const places: number[] = [];
  let within = false;
  for (let index = 0; index < written.length; ) {
    let [taken, put] = [1, written.charAt(index)];
    if (quotes.test(put)) {
      put = '"';
      within = !within;
    } else if (!within) {
      for (const [from, to] of typography) {
        from.lastIndex = index;
        const found = from.exec(written);
        if (found) [taken, put] = [found[0].length, to];
      }
      numbered.lastIndex = index;
      if (numbered.test(written)) put = `$${put}`;
    }
    for (let k = 0; k < put.length; k += 1) places.push(index);
    text += put;
    index += taken;
  }
  return { text, at: (index) => places[index] ?? written.length };
}
