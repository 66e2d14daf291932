import type { DocumentGenre } from '../../workspace/index.ts';

/** What a document's name says that it is; the first that fits. */
const names: readonly (readonly [DocumentGenre, RegExp])[] = [
  [
    'standard',
    /^(GB|GBZ|JB|HG|YB|SJ|QC|NB|DL|TB|MT|QB|AQ|ISO|IEC|IEEE|DIN|EN|ASTM|VDI|SAE)\b[/\s-]?[A-Z/ -]*\d|标准$|\bstandard$/iu,
  ],
  ['record', /工单|台账|记录|失效模式|故障树|\bFMEA\b|work orders?|\blog\b|\brecords?\b/iu],
  [
    'procedure',
    /规程|规范|作业指导|工艺卡|工艺文件|操作步骤|流程|procedures?|instructions?|process (sheet|limits)/iu,
  ],
  ['manual', /手册|说明书|指南|教程|manual|handbook|guide|tutorial/iu],
];

/** What kind of document it is, by its title, the name of its file, or because it is a table of records. */
export function genreOf(titles: readonly string[], path: string, mediaType: string): DocumentGenre {
  if (/csv|spreadsheet/.test(mediaType)) return 'record';
  const said = [
    ...titles,
    path
      .split('/')
      .at(-1)
      ?.replace(/\.\w+$/, '') ?? '',
  ];
  return names.find(([, pattern]) => said.some((title) => pattern.test(title.trim())))?.[0] ?? 'other';
}
