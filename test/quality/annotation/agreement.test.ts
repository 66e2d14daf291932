import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annotationReport, majorities, readLabels } from '../../../src/quality/annotation/index.ts';
import { diagnoses, reliability } from '../../methods/agreement/published.ts';
import { labelFile } from './label-files.ts';

const wide = `item,${[1, 2, 3, 4].map((n) => `annotator_${n}`)}\n${reliability.map((labels, unit) => [unit + 1, ...labels].join()).join('\n')}\n`;
const long = `样本,标注员,标签\n${reliability
  .flatMap((labels, unit) =>
    labels.flatMap((label, who) => (label === null ? [] : [`U${unit + 1},甲${who},${label}`])),
  )
  .join('\n')}\n`;

describe.each([
  ['wide', wide],
  ['long', long],
] as const)('%s form', (form, text) => {
  it('is recognised, and gives the published coefficients', async () => {
    const file = await labelFile(text);
    for (const [scale, alpha] of [
      ['nominal', 0.743],
      ['ordinal', 0.815],
      ['interval', 0.849],
      ['ratio', 0.797],
    ] as const) {
      const report = annotationReport(await readLabels(file, scale));
      expect(report).toMatchObject({ form, scale, items: 12, compared: 11, annotators: 4, labels: 41 });
      expect(report.alpha.status === 'measured' && report.alpha.estimate).toBeCloseTo(alpha, 3);
      expect(report.fleiss.status).toBe('not_measured');
    }
  });

  it('names classes, pairs, disputed items and ties', async () => {
    const report = annotationReport(await readLabels(await labelFile(text), 'nominal'));
    expect(report.pairs).toHaveLength(6);
    expect(report.pairsLeftOut).toBe(0);
    expect(report.classes.map(({ label }) => label).sort()).toEqual(['1', '2', '3', '4', '5']);
    expect(report.classes.reduce((sum, { labels }) => sum + labels, 0)).toBe(41);
    // Units 2 and 6 to 8: 2 2 3 2 · 1 2 3 4 · 1 1 2 1.
    expect(report.disputed[0]?.item).toMatch(/6$/);
    expect(report.disputed[0]?.labels.map(({ label }) => label)).toEqual(['1', '2', '3', '4']);
    expect(report.disputedCount).toBe(3);
    expect(report.majority).toMatchObject({ unanimous: 8, majority: 2, tied: 1, single: 1 });
    expect(report.majority.ties[0]).toMatch(/6$/);
  });
});

describe('annotationReport', () => {
  it('gives Fleiss’ kappa where every item has as many labels', async () => {
    const rows = diagnoses.map((labels, patient) => [`P${patient + 1}`, ...labels].join());
    const file = await labelFile(
      `id,${[1, 2, 3, 4, 5, 6].map((n) => `psychiatrist ${n}`)}\n${rows.join('\n')}\n`,
    );
    const report = annotationReport(await readLabels(file, 'nominal'));
    expect(report.fleiss).toMatchObject({ status: 'measured', items: 30 });
    expect(report.fleiss.status === 'measured' && report.fleiss.estimate).toBeCloseTo(0.43, 3);
    expect(report.annotators).toBe(6);
  });

  it('gives each class the alpha of that class against all others', async () => {
    const file = await labelFile('item,annotator a,annotator b\n1,x,x\n2,x,y\n3,y,y\n4,z,z\n5,z,y\n6,x,x\n');
    const table = await readLabels(file, 'nominal');
    const { classes } = annotationReport(table);
    for (const { label, alpha } of classes) {
      const against = {
        ...table,
        items: table.items.map((item) => ({
          ...item,
          labels: item.labels.map((one) => ({ ...one, label: one.label === label ? 'this' : 'other' })),
        })),
      };
      const whole = annotationReport(against).alpha;
      expect(whole.status === 'measured' && whole.estimate).toBeCloseTo(alpha ?? Number.NaN, 12);
    }
    expect(classes.find(({ label }) => label === 'x')).toMatchObject({ labels: 5, specific: 0.8 });
  });

  it('says why there is no coefficient', async () => {
    const same = annotationReport(
      await readLabels(await labelFile('item,rater1,rater2\n1,a,a\n2,a,a\n'), 'nominal'),
    );
    expect(same.alpha).toEqual({ status: 'not_measured', reason: 'one_label_only' });
    expect(same.pairs[0]?.agreement).toEqual({ status: 'not_measured', reason: 'one_label_only' });
    const apart = annotationReport(
      await readLabels(await labelFile('item,rater1,rater2\n1,a,\n2,,b\n'), 'nominal'),
    );
    expect(apart.alpha).toEqual({ status: 'not_measured', reason: 'no_item_with_two_labels' });
    expect(apart).toMatchObject({ equal: null, pairs: [], compared: 0 });
  });

  it('is the same for both forms of any table', async () => {
    const label = fc.constantFrom('ok', 'wear', '断裂', null);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(label, label, label), { minLength: 3, maxLength: 12 }),
        async (rows) => {
          const given = rows.flat().filter((one) => one !== null).length;
          fc.pre([0, 1, 2].every((who) => rows.some((row) => row[who] !== null)) && given > 0);
          const wideFile = await labelFile(
            `item,annotator_0,annotator_1,annotator_2\n${rows.map((row, item) => [`i${item}`, ...row].join()).join('\n')}\n`,
          );
          const longFile = await labelFile(
            `item,annotator,label\n${rows
              .flatMap((row, item) => row.map((one, who) => [`i${item}`, `annotator_${who}`, one].join()))
              .join('\n')}\n`,
          );
          const [a, b] = [await readLabels(wideFile, 'nominal'), await readLabels(longFile, 'nominal')];
          expect(annotationReport(a).alpha).toEqual(annotationReport(b).alpha);
          expect(majorities(a)).toEqual(majorities(b));
        },
      ),
      { numRuns: 8 },
    );
  });

  it('leaves out pairs beyond a hundred, and says how many', async () => {
    const who = Array.from({ length: 20 }, (_, place) => `annotator_${place}`);
    const rows = [1, 2, 3].map((item) => [item, ...who.map((_, place) => (place + item) % 3)].join());
    const report = annotationReport(
      await readLabels(await labelFile(`item,${who.join()}\n${rows.join('\n')}\n`), 'nominal'),
    );
    expect(report.pairs).toHaveLength(100);
    expect(report.pairsLeftOut).toBe(90);
  });

  it('takes the later label where an annotator gave two, and says so', async () => {
    const file = await labelFile('item,annotator,label\n1,a,x\n1,a,y\n1,b,y\n2,a,x\n2,a,x\n2,b,y\n');
    const report = annotationReport(await readLabels(file, 'nominal'));
    expect(report).toMatchObject({ relabelledCount: 1, relabelled: ['1'], labels: 4, equal: 0.5 });
  });

  it('says which labels were read as missing', async () => {
    const file = await labelFile('item,annotator_1,annotator_2\n1,3,NA\n2,2,2\n3,3,NA\n');
    const report = annotationReport(await readLabels(file, 'nominal'));
    expect(report.labels).toBe(4);
    expect(report.notices.some(({ zh }) => zh?.includes('NA'))).toBe(true);
  });
});

describe('readLabels refuses', () => {
  it.each([
    ['a,b,c\n1,2,3\n4,5,6\n', /no table of labels: its columns a, b, c/],
    ['item,label\n1,x\n2,y\n', /no table of labels/],
    ['item,text,who\n1,worn tool,x\n2,hot spindle,x\n', /column "text" shares no value/],
    ['item,annotator,label\n1,a,x\n2,a,y\n', /labels of 1 annotators/],
  ])('%j', async (text, message) => {
    await expect(readLabels(await labelFile(text), 'nominal')).rejects.toThrow(message);
  });

  it('labels that are no numbers on a scale of numbers', async () => {
    const table = await readLabels(await labelFile('item,rater1,rater2\n1,2,low\n2,3,3\n'), 'interval');
    expect(() => annotationReport(table)).toThrow(/must be numbers, not "low"/);
  });

  it('a file that is not there', async () => {
    await expect(readLabels('/nowhere/labels.csv', 'nominal')).rejects.toMatchObject({ code: 'not_found' });
  });
});
