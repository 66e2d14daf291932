/** Names of columns, as people write them, without case, blanks and signs. */
const words = {
  item: [
    'item',
    'itemid',
    'id',
    'row',
    'record',
    'recordid',
    'sample',
    'sampleid',
    'unit',
    'case',
    '样本',
    '样本编号',
    '条目',
    '条目编号',
    '编号',
    '行',
    '行号',
    '记录',
    '序号',
  ],
  annotator: [
    'annotator',
    'annotatorid',
    'rater',
    'raterid',
    'coder',
    'observer',
    'labeler',
    'labeller',
    'worker',
    'reviewer',
    '标注员',
    '标注者',
    '标注人',
    '标注人员',
    '评审人',
  ],
  label: [
    'label',
    'givenlabel',
    'rating',
    'value',
    'code',
    'class',
    'category',
    'annotation',
    'score',
    '标签',
    '标注',
    '标注结果',
    '类别',
    '评分',
  ],
  correctLabel: [
    'correctlabel',
    'truelabel',
    'rightlabel',
    'gold',
    'goldlabel',
    'correctedlabel',
    '正确标签',
    '真实标签',
    '复核标签',
    '复检标签',
  ],
  correct: ['correct', 'iscorrect', 'right', 'ok', '是否正确', '正确', '正确与否'],
  stratum: ['stratum', '层', '分层'],
  stratumRecords: ['stratumrecords', '层内记录数'],
} as const;

export type ColumnKind = keyof typeof words;

const annotatorColumn =
  /^(annotator|rater|coder|observer|label?l?er|worker|reviewer|expert|标注员|标注者|标注人员?|评审人|专家)/u;

function bare(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Place of the first column of a kind; -1 where there is none. */
export function columnOf(names: readonly string[], kind: ColumnKind): number {
  const known: readonly string[] = words[kind];
  return names.findIndex((name) => known.includes(bare(name)));
}

/** Whether a column is named after an annotator, e.g. `annotator_2`, `标注员A`. */
export function namesAnnotator(name: string): boolean {
  return annotatorColumn.test(bare(name));
}

/** The usual names of a kind, for a message. */
export function usualNames(kind: ColumnKind): { en: string; zh: string } {
  const known: readonly string[] = words[kind];
  return { en: known[0] ?? '', zh: known.find((word) => /\p{Script=Han}/u.test(word)) ?? known[0] ?? '' };
}
