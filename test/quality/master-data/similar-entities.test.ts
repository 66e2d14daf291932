import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { similarEntities } from '../../../src/quality/master-data/index.ts';

function groupsOf(values: readonly (string | readonly [string, number])[], slips = true) {
  const occurrences = values.map((one, index) => {
    const [value, count] = typeof one === 'string' ? [one, 1] : one;
    return { value, count, row: index + 1 };
  });
  return similarEntities(occurrences, { slips }).map(({ members, likeness }) => [
    likeness,
    ...members.map(({ value }) => value),
  ]);
}

describe('one thing under several names', () => {
  it.each([
    ['case and width', ['Pump P-101', 'ＰＵＭＰ p-101'], 'spelling'],
    ['signs', ['GB/T 3077', 'GBT3077'], 'spelling'],
    ['order of words', ['Hydraulic Pump', 'pump, hydraulic'], 'spelling'],
    ['blanks', ['冷却水泵 1 号', '冷却水泵1号'], 'spelling'],
    ['full-width brackets', ['宝山钢铁（股份）有限公司', '宝山钢铁(股份)有限公司'], 'spelling'],
    ['O for 0', ['B0123', 'BO123'], 'confusable'],
    ['a letter left out', ['Siemens Energy Automation', 'Siemens Enrgy Automation'], 'slip'],
    ['letters exchanged', ['Schaeffler Technologies', 'Schaeffler Technolgoies'], 'slip'],
    ['a Chinese character', ['上海电气集团股份有限公司', '上海电器集团股份有限公司'], 'slip'],
  ] as const)('%s', (_, values, likeness) => {
    expect(groupsOf(values)).toEqual([[likeness, ...values]]);
  });

  it('a rare slip in a short name, beside a frequent one', () => {
    expect(
      groupsOf([
        ['Siemens', 900],
        ['Seimens', 2],
      ]),
    ).toEqual([['slip', 'Siemens', 'Seimens']]);
    expect(
      groupsOf([
        ['Siemens', 9],
        ['Seimens', 2],
      ]),
    ).toEqual([]);
  });

  it('puts the most frequent first, and joins what is alike in several ways', () => {
    expect(groupsOf([['gearbox unit', 2], ['Gearbox Unit', 50], ['Gearbx Unit', 1], 'Fan'])).toEqual([
      ['slip', 'Gearbox Unit', 'gearbox unit', 'Gearbx Unit'],
    ]);
  });

  it('looks for slips only where asked', () => {
    expect(groupsOf(['Siemens Energy Automation', 'Siemens Enrgy Automation'], false)).toEqual([]);
  });
});

describe('different things', () => {
  it.each([
    [['M001', 'M002', 'M010', 'M100']],
    [['CWC04701', 'CWC04702']],
    [['P-1-11', 'P-11-1']],
    [['1.5 kW', '15 kW', '-15 kW']],
    [['Pump A', 'Pump B']],
    [['42CrMo', '42CrMoV']],
    [['一号回转窑车间', '二号回转窑车间']],
    [['冷却水进口温度计', '冷却水出口温度计']],
    [['motor', 'rotor']],
    [['MT010a', 'MT010b']],
    [['50 %', '50']],
    [['1#', '2#', '3#']],
  ])('%j', (values) => {
    expect(groupsOf(values)).toEqual([]);
  });
});

it('holds any two spellings of a name together, and no value twice', () => {
  const word = fc.stringMatching(/^[a-zA-Z]{3,8}$/);
  fc.assert(
    fc.property(
      fc.uniqueArray(word, { minLength: 2, maxLength: 4, selector: (text) => text.toLowerCase() }),
      (words) => {
        const one = words.join(' ');
        const other = words.toReversed().join('-').toUpperCase();
        fc.pre(one !== other);
        const groups = groupsOf([one, 'x9', other]);
        expect(groups).toEqual([['spelling', one, other]]);
      },
    ),
  );
});

it('takes 20,000 names in good time', () => {
  const values = Array.from({ length: 20_000 }, (_, n) => `Supplier ${n.toString(36)} Company Limited`);
  const begin = performance.now();
  expect(groupsOf(values).length).toBeLessThan(2000);
  expect(performance.now() - begin).toBeLessThan(10_000);
});
