import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeFault } from '../../../src/quality/master-data/index.ts';

describe('gtin', () => {
  it.each(['4006381333931', '96385074', '036000291452', '00012345600012', '5901234123457'])(
    '%s is right',
    (code) => {
      expect(codeFault('gtin', code)).toBeNull();
    },
  );

  it.each([
    ['4006381333932', 'check_character'],
    ['400638133393', 'check_character'],
    ['40063813339', 'length'],
    ['40063813339AB', 'characters'],
    ['', 'characters'],
  ])('%s is wrong: %s', (code, fault) => {
    expect(codeFault('gtin', code)).toBe(fault);
  });

  it('finds every changed digit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 9 }), (place, by) => {
        const digits = [...'4006381333931'];
        digits[place] = String((Number(digits[place]) + by) % 10);
        expect(codeFault('gtin', digits.join(''))).toBe('check_character');
      }),
    );
  });
});

describe('uscc', () => {
  // Published on the companies' own sites and in court notices.
  it.each(['91330100799655058B', '914403001922038216', '9144030071526726XG'])('%s is right', (code) => {
    expect(codeFault('uscc', code)).toBeNull();
  });

  it.each([
    ['91330100799655058C', 'check_character'],
    ['91330100799655058', 'length'],
    ['91330100799655O58B', 'characters'],
    ['91330100799655058b', 'characters'],
  ])('%s is wrong: %s', (code, fault) => {
    expect(codeFault('uscc', code)).toBe(fault);
  });

  it('finds every changed character and every exchange of neighbours', () => {
    const characters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
    const code = '91330100799655058B';
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 17 }), fc.integer({ min: 1, max: 30 }), (place, by) => {
        const changed = [...code];
        changed[place] = characters[(characters.indexOf(code[place] ?? '') + by) % 31] ?? '';
        expect(codeFault('uscc', changed.join(''))).toBe('check_character');
        const exchanged = [...code];
        [exchanged[place], exchanged[place + 1]] = [code[place + 1] ?? '', code[place] ?? ''];
        if (place < 17 && code[place] !== code[place + 1]) {
          expect(codeFault('uscc', exchanged.join(''))).toBe('check_character');
        }
      }),
    );
  });
});

it.each([
  ['irdi', '0173-1#02-AAS354#002', null],
  ['irdi', '0112/2///61987#ABN590#002', null],
  ['irdi', '0112/2///61360_4#AAA001#001', null],
  ['irdi', '0173-1#02-AAS354', 'form'],
  ['irdi', 'https://example.org/id', 'form'],
  ['gbt', 'GB/T 36344-2018', null],
  ['gbt', 'GB/T 1.1-2020', null],
  ['gbt', 'GB 32100—2015', null],
  ['gbt', 'GB/T 228-87', null],
  ['gbt', 'GB/T 3077', null],
  ['gbt', 'GBT 3077-2015', 'form'],
  ['gbt', 'GB/T 3077-2105', 'form'],
  ['gbt', 'ISO 9001', 'form'],
] as const)('%s %s: %s', (system, code, fault) => {
  expect(codeFault(system, code)).toBe(fault);
});
