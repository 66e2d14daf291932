import { z } from 'zod';
import type { Agent } from '../../../agents/index.ts';

const schema = z.object({ rows: z.number(), text: z.string() });

/** The smallest agent there can be: says how many rows the parts have. */
export const countingAgent: Agent<z.infer<typeof schema>> = {
  name: 'counting',
  title: { en: 'Counting', zh: '计数' },
  description: { en: 'Counts rows.', zh: '统计行数。' },
  systemPrompt: () => 'Count the rows.',
  answerSchema: schema,
  *procedure({ text }) {
    const [found] = yield [{ name: 'search_catalog', arguments: { query: text } }];
    const [rows, quality] = yield [
      { name: 'query_rows', arguments: { dataset: 'parts', select: ['count()'] } },
      { name: 'get_quality_report', arguments: { dataset: 'nothing' } },
    ];
    const [row] = (rows?.data['rows'] ?? []) as { 'count()': number }[];
    const count = row?.['count()'] ?? -1;
    return { rows: count, text: `${found?.ok} ${quality?.ok} ${String(quality?.data['code'])}` };
  },
  examples: { zh: [], en: [] },
};

export const parts = 'Part,Torque [Nm]\nA1,40.5\nA2,38.25\nA3,55\n';
