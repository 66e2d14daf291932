import type { Command } from 'commander';
import { z } from 'zod';
import { indexKnowledge } from '../../knowledge/index.ts';
import { findWorkspace } from '../../workspace/folder/index.ts';
import { exitCodes } from '../exit-codes.ts';
import { run } from '../run.ts';

const schema = z.object({
  hash: z.string(),
  documents: z.number().int(),
  passages: z.number().int(),
  read: z.number().int(),
  kept: z.number().int(),
  removed: z.number().int(),
  vectors: z.object({
    kind: z.enum(['hnsw', 'exact', 'none']),
    dimension: z.number().int(),
    weight: z.number(),
  }),
  problems: z.array(
    z.object({ path: z.string(), code: z.string(), message: z.string(), recovery: z.string() }),
  ),
});

export function addIndex(program: Command): void {
  program
    .command('index')
    .description('build or update the knowledge index · 建立或更新知识索引')
    .action(
      run(schema, async (context) => {
        const { knowledge, index } = await findWorkspace(context.directory);
        const report = await indexKnowledge({
          folder: knowledge,
          indexFolder: index,
          onProgress: context.progress,
          signal: context.signal,
        });
        const zh = context.language === 'zh';
        const { documents, passages, read, kept, removed } = report;
        const problems = report.problems.map(({ path, error }) => ({
          path,
          code: error.code,
          ...error.in(context.language),
        }));
        return {
          data: { ...report, problems },
          text: [
            zh
              ? `索引完成：文档 ${documents}，段落 ${passages}（新读 ${read}，沿用 ${kept}，移除 ${removed}）`
              : `Indexed ${documents} documents, ${passages} passages (${read} read, ${kept} kept, ${removed} removed)`,
            ...problems.map(({ message }) => `  ! ${message}`),
          ].join('\n'),
          exit: problems.length > 0 ? exitCodes.finding : exitCodes.ok,
        };
      }),
    );
}
