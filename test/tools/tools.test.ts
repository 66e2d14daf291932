import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDataset } from '../../src/add.ts';
import { openWorkspace } from '../../src/open.ts';
import { textBlocks } from '../../tools/text-blocks.ts';
import { emptyWorkspace, file } from '../open/workspace-folder.ts';
import { call, inProcessClient } from '../server/client.ts';
import { handbook } from '../server/plant.ts';
import { servedPlant } from '../server/served-plant.ts';

const served = servedPlant();

const answer = async (name: string, args: Record<string, unknown>) => {
  const { isError, data, text } = await call(served.client, name, args);
  expect(isError, text).toBe(false);
  return data;
};

describe('query_rows', () => {
  test('gives records with their row numbers, units and evidence', async () => {
    const where = [
      { field: 'type', op: '=', value: 'L' },
      { field: 'rotational_speed', op: '>', value: 2600 },
    ];
    const data = await answer('query_rows', {
      dataset: 'lathe',
      select: ['type', 'torque'],
      where,
      page: '2',
    });
    // The first row of type L above 2,600 rpm: 1200 + 3 i > 2600 with i divisible by three.
    expect(data['rows']).toEqual([
      { row: 469, type: 'L', torque: 32.6 },
      { row: 472, type: 'L', torque: 34.7 },
    ]);
    expect(data['columns']).toContainEqual({ name: 'torque', type: 'number', unit: 'Nm' });
    expect(data['evidence']).toMatchObject({
      dataset: 'lathe',
      record_set: 'lathe',
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      rows: 11,
      method: 'records as stored',
    });
    expect(data).toMatchObject({ returned: 2, total: 11, truncated: true, truncation_reason: 'page' });
  });

  test('groups by the plain fields beside aggregates', async () => {
    const select = ['type', 'count(*)', 'max(torque)'];
    const data = await answer('query_rows', { dataset: 'lathe', select, order: 'type desc' });
    expect(data['rows']).toEqual([
      { type: 'M', 'count()': 167, 'max(torque)': 54.3 },
      { type: 'L', 'count()': 167, 'max(torque)': 54.3 },
      { type: 'H', 'count()': 166, 'max(torque)': 54.3 },
    ]);
    expect(data['evidence']).toMatchObject({ rows: 500, method: 'aggregate over all matching records' });
  });

  test('pages through every record once, in order', async () => {
    const rows: number[] = [];
    let args: Record<string, unknown> | undefined = { dataset: 'lathe', page: '1000' };
    let calls = 0;
    while (args) {
      const data = await answer('query_rows', args);
      rows.push(...(data['rows'] as { row: number }[]).map(({ row }) => row));
      args = (data['next'] as { arguments: Record<string, unknown> } | undefined)?.arguments;
      calls++;
    }
    expect(rows).toEqual(Array.from({ length: 500 }, (_, index) => index + 1));
    expect(calls).toBeGreaterThan(1);
  });
});

describe('read_document', () => {
  test('gives a section by its title, a span by its numbers, and the whole in blocks', async () => {
    const section = await answer('read_document', { document: 'handbook', section: '散热' });
    expect(section['section']).toBe('限值 › 散热');
    expect(JSON.stringify(section['blocks'])).toContain('8.6 K');
    const span = await answer('read_document', { document: 'handbook', span: '0-3' });
    expect(span['blocks']).toEqual([{ start: 0, end: 3, text: '---' }]);
    const blocks: string[] = [];
    let args: Record<string, unknown> | undefined = { document: 'handbook' };
    while (args) {
      const data = await answer('read_document', args);
      blocks.push(...(data['blocks'] as { text: string }[]).map(({ text }) => text));
      args = (data['next'] as { arguments: Record<string, unknown> } | undefined)?.arguments;
    }
    expect(blocks.join('')).toBe(handbook);
  });
});

test('text is cut into blocks without loss, at line ends where it can be', () => {
  const text = fc.string({ unit: fc.constantFrom('温度 ', 'word ', '\n', '🏭'), maxLength: 3000 });
  fc.assert(
    fc.property(text, fc.nat(99), (whole, start) => {
      const blocks = textBlocks(whole, start);
      expect(blocks.map((block) => block.text).join('')).toBe(whole);
      for (const block of blocks) {
        expect(block.text.length).toBeLessThanOrEqual(1200);
        expect(block.end - block.start).toBe(block.text.length);
        expect(block.text).not.toMatch(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/);
      }
    }),
    { seed: 7 },
  );
});

describe('a dataset of 700 columns', () => {
  test('is still described in one answer, and single fields are found', async () => {
    const { layout, beside } = await emptyWorkspace();
    const names = Array.from({ length: 700 }, (_, index) => `Sensor channel ${index} [mm/s]`);
    const values = names.map((_, index) => index);
    const path = await file(
      beside,
      'wide.csv',
      `${names.join(',')}\n${values.join(',')}\n${values.join(',')}\n`,
    );
    await addDataset(layout.root, path);
    const wide = await openWorkspace(layout.root);
    const reader = await inProcessClient({ workspace: wide });
    const { isError, data, text } = await call(reader, 'get_entries', { ids: ['wide'] });
    expect(isError, text.slice(0, 500)).toBe(false);
    const [set] =
      (data['entries'] as { record_sets: { fields_abridged: boolean; fields: unknown[] }[] }[])[0]
        ?.record_sets ?? [];
    expect(set).toMatchObject({ fields_abridged: true });
    expect(set?.fields).toHaveLength(700);
    expect(set?.fields[699]).toEqual({ id: 'sensor_channel_699', unit: 'mm/s' });
    const found = await call(reader, 'search_catalog', { query: 'sensor_channel_699' });
    expect(JSON.stringify(found.data)).toContain('sensor_channel_699');
    const all = await call(reader, 'query_rows', { dataset: 'wide' });
    expect(all.data).toMatchObject({ code: 'too_large', recovery: expect.stringContaining('fewer fields') });
    const one = await call(reader, 'query_rows', { dataset: 'wide', select: ['sensor_channel_699'] });
    expect(one.data['rows']).toEqual([
      { row: 1, sensor_channel_699: 699 },
      { row: 2, sensor_channel_699: 699 },
    ]);
    await reader.close();
    await wide.close();
  });
});
