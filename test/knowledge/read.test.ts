import { describe, expect, test } from 'vitest';
import { openKnowledge } from '../../src/knowledge/index.ts';
import { folders, limitsEn, plant } from './plant.ts';

const read = async (document: string, part?: { section?: string; start?: number; end?: number }) =>
  (await openKnowledge(await folders(plant))).read(document, part);

describe('read', () => {
  test('the whole document, verbatim', async () => {
    expect(await read('milling.limits')).toMatchObject({
      document: 'milling.limits',
      section: [],
      start: 0,
      end: limitsEn.length,
      length: limitsEn.length,
      text: limitsEn,
    });
  });

  test.each(['Fault rules', 'fault  rules', 'Milling line 3 › Fault rules'])(
    'a section by title or path: %s',
    async (section) => {
      const part = await read('milling.limits', { section });
      expect(part.section).toEqual(['Milling line 3', 'Fault rules']);
      expect(part.text).toMatch(/^## Fault rules[\s\S]*bus terminator\. \|$/);
      expect(limitsEn.slice(part.start, part.end)).toBe(part.text);
    },
  );

  test('a section comes with its subsections', async () => {
    const part = await read('milling.limits', { section: 'Milling line 3' });
    expect(part.text).toContain('6205-2RS');
  });

  test('a span, with the section around it', async () => {
    const start = limitsEn.indexOf('Stop the spindle');
    expect(await read('milling.limits', { start, end: start + 16 })).toMatchObject({
      text: 'Stop the spindle',
      section: ['Milling line 3', 'When the spindle overheats'],
    });
  });

  test('an unknown section comes with the sections there are', async () => {
    await expect(read('milling.limits', { section: 'Fault rule' })).rejects.toMatchObject({
      code: 'not_found',
      details: {
        did_you_mean: expect.arrayContaining(['Fault rules']),
        valid_values: expect.arrayContaining(['Milling line 3 › Spare parts']),
      },
    });
  });

  test('a title that occurs twice asks for the path', async () => {
    const files = { 'a.md': '# A\n\n## Limits\n\none\n\n# B\n\n## Limits\n\ntwo\n' };
    const opened = await openKnowledge(await folders(files));
    await expect(opened.read('a', { section: 'Limits' })).rejects.toMatchObject({
      code: 'invalid_argument',
      details: { valid_values: ['A › Limits', 'B › Limits'] },
    });
    expect((await opened.read('a', { section: 'B › Limits' })).text).toContain('two');
  });

  test.each([
    { start: -1 },
    { start: 5, end: 5 },
    { start: 9, end: 3 },
    { end: 1e6 },
    { start: 0.5 },
    { section: 'Fault rules', start: 0 },
  ])('refuses %o', async (part) => {
    await expect(read('milling.limits', part)).rejects.toMatchObject({ code: 'invalid_argument' });
  });

  test('an unknown document', async () => {
    await expect(read('milling')).rejects.toMatchObject({
      code: 'not_found',
      details: { did_you_mean: ['milling.limits'] },
    });
  });
});
