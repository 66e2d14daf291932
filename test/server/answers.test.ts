import { describe, expect, test } from 'vitest';
import { call } from './client.ts';
import { servedPlant } from './served-plant.ts';

const served = servedPlant();

describe('an answer', () => {
  test('says the same as text and as structure, as data', async () => {
    for (const [name, args] of [
      ['search_catalog', {}],
      ['search_catalog', { query: '车床 扭矩' }],
      ['get_entries', { ids: ['lathe', 'manual', 'lathee'], detail: 'detailed' }],
      ['query_rows', { dataset: 'lathe', where: [{ field: 'type', op: '=', value: 'L' }], page: '3' }],
      ['query_rows', { dataset: 'lathe', select: ['type', 'mean(torque)'] }],
      ['get_quality_report', { dataset: 'lathe', detail: 'detailed' }],
      ['search_knowledge', { query: 'heat dissipation limit' }],
      ['read_document', { document: 'manual' }],
      ['read_resource', { uri: 'zhuji://catalog' }],
    ] as const) {
      const { isError, data, structured, meta, text } = await call(served.client, name, { ...args });
      expect(isError, text).toBe(false);
      expect(data).toEqual(structured);
      expect(meta).toEqual({ 'zhuji/content': 'untrusted-data' });
    }
  });
});
