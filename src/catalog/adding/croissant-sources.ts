import { basename, dirname, posix } from 'node:path';
import { resolveInside } from '../../workspace/folder/index.ts';
import { type Text, ZhujiError } from '../../workspace/index.ts';
import { leftOut } from '../describe/metadata-tables.ts';
import { type CroissantFile, isLocalAddress, readCroissant, refusal } from '../formats/croissant/index.ts';
import { isTableName } from './media-type.ts';
import type { SourceFile, Sources } from './sources.ts';

const isLocal = ({ contentUrl, contained }: CroissantFile): boolean =>
  contentUrl !== undefined && !contained && isLocalAddress(contentUrl);

function nothingHere(file: string, remarks: readonly Text[]): ZhujiError {
  const reasons = (language: 'zh' | 'en'): string =>
    remarks
      .slice(0, 3)
      .map((remark) => remark[language])
      .join(' ');
  return new ZhujiError(
    'unsupported_format',
    {
      en: `${file} describes no table whose file lies beside it. ${reasons('en')}`.trim(),
      zh: `${file} 旁没有其所描述的表格文件。${reasons('zh')}`,
    },
    {
      recovery: {
        en: 'Download the files that it names, put them where "contentUrl" says, and add it again.',
        zh: '请下载其中列出的文件，放到 "contentUrl" 所示位置后重新加入。',
      },
      details: { file },
    },
  );
}

/**
 * What a Croissant file and the tables beside it give. Nothing is fetched; a path that leads out of the folder is
 * refused. Errors: `invalid_metadata`, `denied`, `not_found`, `unsupported_format`.
 */
export async function croissantSources(file: string): Promise<Sources> {
  const { metadata, findings } = await readCroissant(file);
  if (!metadata) throw refusal(file, findings);
  const remarks: Text[] = [];
  const files: SourceFile[] = [];
  for (const one of metadata.files) {
    const { contentUrl = '', sha256, id } = one;
    if (!isLocal(one)) {
      remarks.push({
        en: `"${id}" was not brought in: it is not a file beside the metadata, and nothing is fetched.`,
        zh: `未引入 "${id}"：它不是元数据旁的文件，且不会从网络获取。`,
      });
    } else if (!isTableName(contentUrl)) {
      remarks.push({ en: `"${id}" was not brought in: it is no table.`, zh: `未引入 "${id}"：它不是表格。` });
    } else {
      const from = await resolveInside(dirname(file), contentUrl);
      files.push({
        from,
        path: posix.normalize(contentUrl.replaceAll('\\', '/')),
        metadataFile: id,
        ...(sha256 !== undefined && { sha256 }),
      });
    }
  }
  for (const id of metadata.fileSets) {
    remarks.push({ en: `The file set "${id}" was not brought in.`, zh: `未引入文件集 "${id}"。` });
  }
  if (files.length === 0) throw nothingHere(file, remarks);
  for (const id of leftOut(
    metadata,
    files.flatMap(({ metadataFile }) => metadataFile ?? []),
  )) {
    remarks.push({
      en: `The record set "${id}" is not served: it is not the table of one file that was brought in.`,
      zh: `记录集 "${id}" 未提供：它不对应某个已引入文件的表。`,
    });
  }
  for (const { rule, message } of findings) if (rule === 'placeholder_checksum') remarks.push(message);
  return {
    name: metadata.title.en ?? metadata.title.zh ?? basename(dirname(file)),
    files,
    metadata,
    remarks,
  };
}
