import type { Command } from 'commander';
import pc from 'picocolors';
import { z } from 'zod';
import { openWorkspace } from '../../open.ts';
import { entryKinds, textIn } from '../../workspace/index.ts';
import { run } from '../run.ts';
import { wholeNumber } from '../whole-number.ts';

const schema = z.object({
  query: z.string(),
  entries: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(entryKinds),
      title: z.string(),
      score: z.number(),
      fields: z.array(z.string()),
    }),
  ),
  passages: z.array(
    z.object({
      document: z.string(),
      section: z.string(),
      start: z.number().int(),
      end: z.number().int(),
      score: z.number(),
      text: z.string(),
    }),
  ),
});

/** The text with what the query matched set off. */
function highlight(text: string, spans: readonly (readonly [number, number])[]): string {
  let result = '';
  let from = 0;
  for (const [start, end] of spans) {
    result += text.slice(from, start) + pc.bold(pc.yellow(text.slice(start, end)));
    from = end;
  }
  return result + text.slice(from);
}

export function addSearch(program: Command): void {
  program
    .command('search')
    .description('search catalog and documents, zh or en · 检索目录与知识')
    .argument('<query>')
    .option('--limit <number>', 'hits of each kind · 每类条数', '5')
    .action(
      run(schema, async (context, query: string, options: { limit: string }) => {
        const limit = wholeNumber(options.limit, '--limit', 1, 100);
        const workspace = await openWorkspace(context.directory, {
          onProgress: context.progress,
          signal: context.signal,
        });
        try {
          const entries = workspace.catalog.search({ query }).slice(0, limit);
          const { hits } = await workspace.knowledge.search({ query, limit, offset: 0 });
          const zh = context.language === 'zh';
          const lines = [
            pc.bold(zh ? '目录' : 'Catalog'),
            ...entries.map(
              ({ entry, fields }) =>
                `  ${pc.cyan(entry.id)}  ${textIn(entry.title, context.language)}${fields.length ? pc.dim(`  ${fields.join(', ')}`) : ''}`,
            ),
            ...(entries.length ? [] : [zh ? '  无匹配条目' : '  nothing matches']),
            pc.bold(zh ? '文档' : 'Documents'),
            ...hits.map(
              ({ passage, score, highlights }) =>
                `  ${pc.cyan(passage.document)} ${pc.dim(`${passage.section.join(' › ')}  ${passage.start}–${passage.end}  ${score.toFixed(2)}`)}\n${highlight(passage.text, highlights).replace(/^/gm, '    ')}`,
            ),
            ...(hits.length ? [] : [zh ? '  没有相关内容' : '  nothing relevant']),
          ];
          return {
            data: {
              query,
              entries: entries.map(({ entry, score, fields }) => ({
                id: entry.id,
                kind: entry.kind,
                title: textIn(entry.title, context.language),
                score,
                fields: [...fields],
              })),
              passages: hits.map(({ passage, score }) => ({
                document: passage.document,
                section: passage.section.join(' › '),
                start: passage.start,
                end: passage.end,
                score,
                text: passage.text,
              })),
            },
            text: lines.join('\n'),
          };
        } finally {
          await workspace.close();
        }
      }),
    );
}
