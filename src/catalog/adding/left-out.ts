import { realpath, stat } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import type { Text } from '../../workspace/index.ts';
import { filesBelow, isDocument } from './kind.ts';
import { isTableName } from './media-type.ts';

const most = 10;

function listed(names: readonly string[], more: (count: number) => string, joint: string): string {
  const rest = names.length - most;
  return `${names.slice(0, most).join(joint)}${rest > 0 ? more(rest) : ''}`;
}

const both = (names: readonly string[]): { en: string; zh: string } => ({
  en: listed(names, (count) => ` and ${count} more`, ', '),
  zh: listed(names, (count) => ` 等 ${count + most} 个`, '、'),
});

/** Names the files of a folder that are not among `taken`, and how they can be added. Nothing where `path` is a file. */
export async function leftOutOf(path: string, taken: Iterable<string>): Promise<Text[]> {
  if (!(await stat(path)).isDirectory()) return [];
  const folder = await realpath(path);
  const within = new Set(await Promise.all([...taken].map((file) => realpath(file))));
  const documents: string[] = [];
  const tables: string[] = [];
  const others: string[] = [];
  for (const file of await filesBelow(folder)) {
    if (within.has(file)) continue;
    const name = relative(folder, file).split(sep).join('/');
    const group = (await isDocument(file)) ? documents : isTableName(file) ? tables : others;
    group.push(name);
  }
  const remarks: Text[] = [];
  if (documents.length > 0) {
    const { en, zh } = both(documents);
    remarks.push({
      en: `Not taken, since a dataset is made of tables: ${en}. Add a document by giving the path of its file to "zhuji add".`,
      zh: `未引入（数据集仅由表格构成）：${zh}。文档请用 "zhuji add" 加文件路径单独加入。`,
    });
  }
  if (tables.length > 0) {
    const { en, zh } = both(tables);
    remarks.push({
      en: `Not taken, since the metadata of the folder do not describe it: ${en}. Add a table by giving the path of its file to "zhuji add".`,
      zh: `未引入（文件夹的元数据未描述）：${zh}。表格请用 "zhuji add" 加文件路径单独加入。`,
    });
  }
  if (others.length > 0) {
    const { en, zh } = both(others);
    remarks.push({
      en: `Not taken, since the format is not read: ${en}. Save it as md or txt, or tables as csv, xlsx or parquet, and add that.`,
      zh: `未引入（格式不受支持）：${zh}。请另存为 md 或 txt（表格存为 csv、xlsx 或 parquet）后加入。`,
    });
  }
  return remarks;
}
