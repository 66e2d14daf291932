/** What a cell looks like, by itself. The kind of a column follows from how many cells of each class it has. */
export const cellClass = {
  empty: 0,
  integer: 1,
  /** Beyond 64 bits, or a number such as +8613912345678: an identifier, not a quantity. */
  longDigits: 2,
  number: 3,
  leadingZero: 4,
  /** `3,75`: the comma can only be a decimal mark. */
  decimalComma: 5,
  /** `1,234`: decimal or thousands. */
  eitherComma: 6,
  /** `1.234,5` */
  groupedComma: 7,
  boolean: 8,
  isoDate: 9,
  isoDateTime: 10,
  isoDateTimeZone: 11,
  time: 12,
  text: 16,
  /** Two capital letters, as `NA` is: among such, `NA` is a code like the others. */
  twoCapitals: 17,
  structure: 18,
  infinite: 19,
  /** First of `missingMarks`. */
  mark: 1000,
  /** Plus order, separator and clock; see `DateShape`. */
  slashedDate: 100,
  yearFirst: 200,
} as const;
