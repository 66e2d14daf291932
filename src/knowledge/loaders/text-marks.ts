const chapter = /^第[〇零一二三四五六七八九十百千\d]+([编篇章节])(?:\s|$)/;
const chapterLevel: Readonly<Record<string, number>> = { 编: 2, 篇: 2, 章: 3, 节: 4 };
const numbered = /^(\d+(?:\.\d+)+)[.、]?\s+\S/;
const closing = /[。！？；，、：.!?;,:]$/;

/** Level of a chapter (第…章) or of a title with a number of several parts (2.1 …); undefined for what is neither. */
export function headingLevel(line: string): number | undefined {
  if (line.length > 60 || closing.test(line)) return undefined;
  const unit = chapter.exec(line)?.[1];
  if (unit) return chapterLevel[unit] ?? 3;
  const depth = numbered.exec(line)?.[1]?.split('.').length;
  return depth === undefined ? undefined : 1 + depth;
}

const step =
  /^(?:\d{1,3}[.、)）](?!\d)|[(（][\d一二三四五六七八九十]+[)）]|步骤\s*\d+|step\s+\d+|[•·\-–]\s)\s*\S/i;
const code = /^[A-Z]{1,4}[-_ ]?\d{2,6}(?:[-.][A-Z\d]+)?(?=$|[\s:：|,，、—–-])/;
const article = /^第[〇零一二三四五六七八九十百千\d]+条/;

/** Whether a line begins a step, a clause or an entry with a code, such as a fault. */
export function isEntryStart(line: string): boolean {
  return step.test(line) || code.test(line) || article.test(line);
}
