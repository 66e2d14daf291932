import { z } from 'zod';
import { noticeCodes, sourceFormats } from '../../../tables/index.ts';
import { hashOfFiles, isId, isInnerPath } from '../../../workspace/folder/index.ts';
import { type DatasetEntry, ZhujiError } from '../../../workspace/index.ts';
import { readCroissant, refusal } from './read.ts';
import type { CroissantMetadata } from './read-metadata.ts';
import type { Readings, RecordSetReading } from './reading.ts';

const mark = z.string().nullable().exactOptional();
const readingSchema = z.object({
  format: z.enum(sourceFormats),
  encoding: z.string().exactOptional(),
  byteOrderMark: z.boolean().exactOptional(),
  delimiter: mark,
  quote: mark,
  escape: mark,
  headerLine: z.int().nullable().exactOptional(),
  firstLine: z.int().exactOptional(),
  comment: mark,
  trimmed: z.boolean().exactOptional(),
  sheet: z.string().exactOptional(),
  member: z.string().exactOptional(),
});
const columnSchema = z.object({
  missing: z.record(z.string(), z.int()),
  dateFormat: z.string().exactOptional(),
  decimalMark: z.literal(',').exactOptional(),
  sourceType: z.string().exactOptional(),
  hexadecimal: z.boolean().exactOptional(),
});
const noticeSchema = z.object({
  code: z.enum(noticeCodes),
  message: z.object({ zh: z.string().exactOptional(), en: z.string().exactOptional() }),
  where: z.object({
    column: z.string().exactOptional(),
    line: z.number().exactOptional(),
    sheet: z.string().exactOptional(),
  }),
});
const recordSetReadingSchema = z
  .looseObject({
    file: z.string(),
    table: z.string(),
    columns: z.record(z.string(), columnSchema).default({}),
    notices: z.array(noticeSchema).default([]),
  })
  .transform(({ file, table, columns, notices, ...rest }, context): RecordSetReading => {
    const reading = readingSchema.safeParse(rest);
    if (reading.success) return { file, table, columns, notices, reading: reading.data };
    context.issues.push({ code: 'custom', message: z.prettifyError(reading.error), input: rest });
    return z.NEVER;
  });

/** A dataset of this project's own making: its catalog entry, and how its tables were read. */
export interface DescribedDataset {
  readonly entry: DatasetEntry;
  readonly readings: Readings;
}

function incomplete(file: string, what: string): ZhujiError {
  return new ZhujiError(
    'invalid_metadata',
    {
      en: `${file} does not describe a dataset of a workspace: ${what}`,
      zh: `${file} 不是工作区数据集的描述文件：${what}`,
    },
    {
      recovery: {
        en: 'Add the dataset anew with "zhuji add", which writes this file.',
        zh: '请用 "zhuji add" 重新加入数据集，它会写入该文件。',
      },
      details: { file },
    },
  );
}

/** Errors: `invalid_metadata`, where the metadata leave open what a workspace needs. */
function describedBy(file: string, metadata: CroissantMetadata): DescribedDataset {
  const { id, croissant: _version, fileSets: _sets, maturity, publication, ...rest } = metadata;
  if (id === undefined || !isId(id)) throw incomplete(file, `"identifier" is ${JSON.stringify(id)}`);
  const files = metadata.files.map(({ contentUrl: path, bytes, sha256, mediaType }) => {
    if (path === undefined || !isInnerPath(path))
      throw incomplete(file, `a file has the path ${JSON.stringify(path)}`);
    if (bytes === undefined || sha256 === undefined)
      throw incomplete(file, `"${path}" has no size or no sha256`);
    return { path, bytes, sha256, mediaType };
  });
  const readings: Record<string, RecordSetReading> = {};
  const recordSets = metadata.recordSets.map(({ rows, reading, key, declaredRows, rules, ...recordSet }) => {
    if (rows === undefined) throw incomplete(file, `"${recordSet.id}" has no number of records`);
    if (reading !== undefined) {
      const parsed = recordSetReadingSchema.safeParse(reading);
      if (!parsed.success) throw incomplete(file, `"${recordSet.id}": ${z.prettifyError(parsed.error)}`);
      readings[recordSet.id] = parsed.data;
    }
    const { notices = [] } = readings[recordSet.id] ?? {};
    return {
      id: recordSet.id,
      title: recordSet.title,
      rows,
      fields: recordSet.fields.map(({ column: _column, sources: _sources, ...field }) => field),
      ...(key.length > 0 && { key }),
      ...(declaredRows !== undefined && { declaredRows }),
      ...(rules.length > 0 && { rules }),
      ...(notices.length > 0 && { notices }),
    };
  });
  const entry: DatasetEntry = {
    ...rest,
    kind: 'dataset',
    id,
    hash: hashOfFiles(files),
    maturity: maturity ?? 'resource',
    ...(Object.keys(publication).length > 0 && { publication }),
    recordSets,
    files,
  };
  return { entry, readings };
}

/** Reads the `croissant.json` of a dataset of a workspace. Errors: `invalid_metadata`, `unreadable_file`, `too_large`. */
export async function readDescribedDataset(file: string): Promise<DescribedDataset> {
  const { metadata, findings } = await readCroissant(file);
  if (!metadata) throw refusal(file, findings);
  return describedBy(file, metadata);
}
