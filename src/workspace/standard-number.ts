/** Bodies whose standards are known by their letters and a number. */
export const standardBodies =
  'GB|GBZ|JB|HG|YB|SJ|QC|NB|DL|TB|MT|QB|AQ|ISO|IEC|IEEE|DIN|EN|BS|JIS|ASTM|ASME|ANSI|API|VDI|SAE|TC';

const number = new RegExp(`^(?:${standardBodies})(?:/[A-Z]{1,4})*[ -]?(?:[A-Z]{1,2}[ -]?)?\\d`, 'i');

/** Whether a text is the number of a standard, such as `GB/T 36344-2018`. */
export const isStandardNumber = (text: string): boolean => number.test(text.normalize('NFKC').trim());
