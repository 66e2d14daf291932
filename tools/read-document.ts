import { z } from 'zod';
import { tool } from '../src/server/tool.ts';
import { ZhujiError } from '../src/workspace/index.ts';
import { pageParameter } from './parameters.ts';
import { textBlock, textBlocks } from './text-blocks.ts';

/** `start-end`, or a page as `p. 3`. Errors: `invalid_argument`. */
function span(text: string | undefined): { start?: number; end?: number; page?: number } {
  if (!text) return {};
  const page = /^\s*(?:p\.?|page|第)\s*(\d{1,6})\s*页?\s*$/i.exec(text)?.[1];
  if (page) return { page: Number(page) };
  const [, start, end] = /^\s*(\d{1,12})\s*[-–]\s*(\d{1,12})\s*$/.exec(text) ?? [];
  if (start && end && Number(start) < Number(end)) return { start: Number(start), end: Number(end) };
  throw new ZhujiError(
    'invalid_argument',
    { en: `"${text.slice(0, 50)}" is not a span`, zh: `“${text.slice(0, 50)}”不是有效的字符区间` },
    {
      recovery: {
        en: 'Give start and end as search_knowledge does, e.g. "1200-1800", or a page, e.g. "p. 3".',
        zh: '请按 search_knowledge 返回的形式给出起止位置，例如 "1200-1800"，或给出页码，例如 "p. 3"。',
      },
    },
  );
}

export const readDocument = tool({
  name: 'read_document',
  title: { en: 'Read a document', zh: '阅读文档' },
  description:
    'Reads a document verbatim: a section by its title or path, a character span such as "1200-1800", a page such as "p. 3", ' +
    'or all of it in blocks. search_knowledge gives spans, get_entries the sections; before and after are the neighbours.',
  input: z.object({
    document: z.string().describe('Document id'),
    section: z.string().optional().describe('Title or path of a section, e.g. "Limits › Heat dissipation"'),
    span: z.string().optional().describe('Character span "start-end", or a page "p. 3"'),
    page: pageParameter,
  }),
  output: z.object({
    document: z.string(),
    hash: z.string(),
    section: z.string(),
    start: z.number().int(),
    end: z.number().int(),
    page: z.number().int().optional().describe('Where it begins, of a document that has pages'),
    before: z.string().optional().describe('Span of the passage before'),
    after: z.string().optional().describe('Span of the passage after'),
    length: z.number().int().describe('Characters of the whole document'),
    uri: z.string(),
    blocks: z.array(textBlock),
  }),
  pageSize: 20,
  suggestions: { not_found: 'search_catalog' },
  async answer(input, page, { workspace }) {
    const part = await workspace.knowledge.read(input.document, {
      ...(input.section && { section: input.section }),
      ...span(input.span),
    });
    const all = textBlocks(part.text, part.start);
    return {
      head: {
        document: part.document,
        hash: part.hash,
        section: part.section.join(' › '),
        start: part.start,
        end: part.end,
        ...(part.page !== undefined && { page: part.page }),
        ...(part.before && { before: part.before.join('-') }),
        ...(part.after && { after: part.after.join('-') }),
        length: part.length,
        uri: `zhuji://documents/${encodeURIComponent(part.document)}?start=${part.start}&end=${part.end}`,
      },
      items: {
        key: 'blocks',
        values: all.slice(page.offset, page.offset + page.limit),
        offset: page.offset,
        total: all.length,
      },
    };
  },
});
