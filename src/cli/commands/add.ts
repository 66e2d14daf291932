import { resolve } from 'node:path';
import type { Command } from 'commander';
import { z } from 'zod';
import { type Added, add } from '../../add.ts';
import { readDeclaration } from '../../catalog/index.ts';
import { type Language, textIn, ZhujiError } from '../../workspace/index.ts';
import { run } from '../run.ts';

const schema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('dataset'),
    id: z.string(),
    hash: z.string(),
    record_sets: z.array(
      z.object({
        id: z.string(),
        rows: z.number().int(),
        fields: z.array(z.object({ id: z.string(), type: z.string(), unit: z.string().nullable() })),
      }),
    ),
    unknown: z.array(z.string()),
    notices: z.array(z.object({ code: z.string(), record_set: z.string(), message: z.string() })),
    remarks: z.array(z.string()),
  }),
  z.object({ kind: z.literal('documents'), paths: z.array(z.string()), remarks: z.array(z.string()) }),
]);

function describe(added: Added, language: Language): z.input<typeof schema> {
  const remarks = (added.remarks ?? []).map((remark) => textIn(remark, language));
  if (added.kind === 'documents') return { kind: 'documents', paths: [...added.paths], remarks };
  const { entry, notices } = added;
  return {
    kind: 'dataset',
    id: entry.id,
    hash: entry.hash,
    record_sets: entry.recordSets.map(({ id, rows, fields }) => ({
      id,
      rows,
      fields: fields.map((field) => ({ id: field.id, type: field.type, unit: field.unit?.symbol ?? null })),
    })),
    unknown: [...entry.unknown],
    notices: notices.map(({ code, recordSet, message }) => ({
      code,
      record_set: recordSet,
      message: textIn(message, language),
    })),
    remarks,
  };
}

function inWords(data: z.input<typeof schema>, language: Language): string {
  const zh = language === 'zh';
  if (data.kind === 'documents') {
    return [
      zh
        ? `已加入 ${data.paths.length} 份文档`
        : `Added ${data.paths.length} ${data.paths.length === 1 ? 'document' : 'documents'}`,
      ...data.paths.map((path) => `  ${path}`),
      ...data.remarks.map((remark) => `  · ${remark}`),
    ].join('\n');
  }
  return [
    zh ? `已加入数据集 ${data.id}` : `Added dataset ${data.id}`,
    ...data.record_sets.map(({ id, rows, fields }) => {
      const list = fields.map((field) => `${field.id}${field.unit ? ` [${field.unit}]` : ''}: ${field.type}`);
      const most = 20;
      const more = list.length > most ? ` … +${list.length - most}` : '';
      return `  ${id}  ${rows} ${zh ? '行' : 'rows'}  ${list.slice(0, most).join(', ')}${more}`;
    }),
    ...data.notices.map(
      ({ message, record_set }) => `  · ${data.record_sets.length > 1 ? `${record_set}: ` : ''}${message}`,
    ),
    ...data.remarks.map((remark) => `  · ${remark}`),
    data.unknown.length > 0
      ? `  ${zh ? '未知（未声明）' : 'unknown (not declared)'}: ${data.unknown.join(', ')}`
      : '',
  ]
    .filter(Boolean)
    .join('\n');
}

function notFetched(url: string): ZhujiError {
  return new ZhujiError(
    'unsupported_format',
    {
      en: `${url} is an address, and nothing is fetched from the network`,
      zh: `${url} 是网址；本命令不从网络获取数据`,
    },
    { recovery: { en: 'Download the file, then add it.', zh: '请先下载文件，再加入。' } },
  );
}

export function addAdd(program: Command): void {
  program
    .command('add')
    .description('bring a dataset or documents into the workspace · 加入数据集或文档')
    .argument('<path>', 'file or folder: csv, tsv, parquet, json, ndjson, xlsx, txt, md, Croissant metadata')
    .option('--id <id>', 'id of the dataset (default: from the file name) · 数据集标识')
    .option('--metadata <file>', 'YAML with title, licence, units, roles · 数据集说明文件')
    .option('--replace', 'put it in the place of the dataset with this id · 替换同名数据集')
    .action(
      run(
        schema,
        async (context, path: string, options: { id?: string; metadata?: string; replace?: boolean }) => {
          if (/^https?:/i.test(path)) throw notFetched(path);
          const added = await add(context.directory, resolve(path), {
            ...(options.id !== undefined && { id: options.id }),
            ...(options.metadata !== undefined && {
              declaration: await readDeclaration(resolve(options.metadata)),
            }),
            ...(options.replace !== undefined && { replace: options.replace }),
            onProgress: context.progress,
            signal: context.signal,
          });
          const data = describe(added, context.language);
          return { data, text: inWords(data, context.language) };
        },
      ),
    );
}
