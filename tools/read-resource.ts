import { z } from 'zod';
import { tool } from '../src/server/tool.ts';
import { pageParameter } from './parameters.ts';
import { textBlock, textBlocks } from './text-blocks.ts';

export const readResource = tool({
  name: 'read_resource',
  title: { en: 'Read a link', zh: '读取链接' },
  description:
    'Reads what a zhuji:// link of an earlier answer stands for, for clients that cannot read resources: ' +
    'a dataset or quality report as JSON, a document or a span of it as text, in blocks to be joined.',
  input: z.object({
    uri: z.string().describe('e.g. "zhuji://documents/<id>?start=0&end=400", or "zhuji://catalog"'),
    page: pageParameter,
  }),
  output: z.object({
    uri: z.string(),
    mime_type: z.string(),
    characters: z.number().int(),
    blocks: z.array(textBlock),
  }),
  pageSize: 20,
  suggestions: { not_found: 'search_catalog' },
  async answer({ uri }, page, context) {
    const { mimeType, text } = await context.readResource(uri);
    const blocks = textBlocks(text);
    return {
      head: { uri, mime_type: mimeType, characters: text.length },
      items: {
        key: 'blocks',
        values: blocks.slice(page.offset, page.offset + page.limit),
        offset: page.offset,
        total: blocks.length,
      },
    };
  },
});
