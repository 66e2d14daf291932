import type { Command } from 'commander';
import pc from 'picocolors';
import { z } from 'zod';
import { openWorkspace } from '../../open.ts';
import { type DocumentGenre, documentGenres, entryKinds, textIn, ZhujiError } from '../../workspace/index.ts';
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
      page: z.number().int().optional(),
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

interface Options {
  readonly limit: string;
  readonly dataset?: string;
  readonly kind?: string;
  readonly standard?: string;
}

function genreNamed(kind: string | undefined): DocumentGenre | undefined {
  if (kind === undefined) return undefined;
  const genre = documentGenres.find((one) => one === kind);
  if (genre) return genre;
  throw new ZhujiError(
    'invalid_argument',
    { en: `--kind is "${kind}", no kind of document`, zh: `--kind 为“${kind}”，不是文档类别` },
    {
      recovery: {
        en: `Give one of ${documentGenres.join(', ')}.`,
        zh: `请给出 ${documentGenres.join('、')} 之一。`,
      },
      details: { argument: '--kind', valid_values: documentGenres },
    },
  );
}

export function addSearch(program: Command): void {
  program
    .command('search')
    .description('search catalog and documents, zh or en · 检索目录与知识')
    .argument('<query>')
    .option('--dataset <id>', 'only documents that describe this dataset · 仅描述该数据集的文档')
    .option('--kind <kind>', `only documents of this kind: ${documentGenres.join(', ')} · 仅此类文档`)
    .option('--standard <number>', 'only documents that name this standard · 仅引用该标准的文档')
    .option('--limit <number>', 'hits of each kind · 每类条数', '5')
    .action(
      run(schema, async (context, query: string, options: Options) => {
        const limit = wholeNumber(options.limit, '--limit', 1, 100);
        const genre = genreNamed(options.kind);
        const workspace = await openWorkspace(context.directory, {
          onProgress: context.progress,
          signal: context.signal,
        });
        try {
          const entries = workspace.catalog.search({ query }).slice(0, limit);
          const { dataset, standard } = options;
          if (dataset) workspace.catalog.dataset(dataset);
          const { hits } = await workspace.knowledge.search({
            query,
            limit,
            offset: 0,
            ...(dataset && { dataset }),
            ...(genre && { genre }),
            ...(standard && { standard }),
          });
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
                `  ${pc.cyan(passage.document)} ${pc.dim(`${passage.section.join(' › ')}${passage.page === undefined ? '' : `  p. ${passage.page}`}  ${passage.start}–${passage.end}  ${score.toFixed(2)}`)}\n${highlight(passage.text, highlights).replace(/^/gm, '    ')}`,
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
                ...(passage.page !== undefined && { page: passage.page }),
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
