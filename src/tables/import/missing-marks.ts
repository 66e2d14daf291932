/** Texts that mean "no value" in a column that is otherwise of one type, e.g. of numbers. */
export const missingMarks = [
  ...[
    '?',
    'NA',
    'N/A',
    'n/a',
    '#N/A',
    'null',
    'NULL',
    'na',
    'Na',
    'Null',
    'nan',
    'NaN',
    'NAN',
    '-nan',
    '-NaN',
  ],
  ...['None', 'none', 'NONE', 'nil', 'NIL', 'N.A.', 'n.a.', '#NA', '#NULL!', '#VALUE!', '#DIV/0!', '#REF!'],
  ...['-', '--', '---', '—', '——', '–', '－', '.', '..', '...', '*', '/', '\\', '？'],
  ...['missing', 'Missing', 'MISSING', '缺失', '空', '空值', '无', '无数据', '暂无'],
] as const;

/** Those that mean it in a column of texts too. */
export const universalMarks: ReadonlySet<string> = new Set(['?', 'NA', 'N/A', 'n/a', '#N/A', 'null', 'NULL']);
