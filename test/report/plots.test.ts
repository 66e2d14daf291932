import { describe, expect, it } from 'vitest';
import {
  barPlot,
  formatNumber,
  formatShare,
  heatStrip,
  histogram,
  intervalPlot,
  levelPlot,
  smallBars,
  smallHistogram,
} from '../../src/report/index.ts';

const attributes = (svg: string, tag: string, name: string) =>
  [...svg.matchAll(new RegExp(`<${tag}[^>]* ${name}="([^"]*)"`, 'g'))].map((match) => Number(match[1]));

describe('plots', () => {
  it('places points in proportion, and says the numbers to who cannot see', () => {
    const svg = String(
      intervalPlot('Lift', [
        { label: 'a', point: 0.1, low: 0, high: 0.2 },
        { label: 'b', point: 0.2, low: 0.1, high: 0.3 },
        { label: 'c', point: 0.3, low: 0.2, high: 0.4 },
        { label: '未测', point: null },
      ]),
    );
    const [first = 0, second = 0, third = 0] = attributes(svg, 'circle', 'cx');
    expect(attributes(svg, 'circle', 'cx')).toHaveLength(3);
    expect(second - first).toBeGreaterThan(0);
    expect(third - second).toBeCloseTo(second - first, 0);
    expect(svg).toContain(
      'aria-label="Lift. a: 0.1 [0, 0.2]; b: 0.2 [0.1, 0.3]; c: 0.3 [0.2, 0.4]; 未测: –"',
    );
  });

  it('draws bars of the right length, to the left where negative', () => {
    const svg = String(
      barPlot('x', [
        { label: 'a', value: 2 },
        { label: 'b', value: -1 },
        { label: 'c', value: null },
      ]),
    );
    const [two = 0, one = 0, none = 1] = attributes(svg, 'rect', 'width');
    expect(two / one).toBeCloseTo(2, 1);
    expect(none).toBe(0);
    const [startTwo = 0, startOne = 0] = attributes(svg, 'rect', 'x');
    expect(startOne + one).toBeCloseTo(startTwo, 0);
  });

  it('draws a histogram and a strip without a number that is none', () => {
    for (const svg of [
      histogram('h', [0, 1, 2], [5, 0]),
      histogram('h', [], []),
      heatStrip('m', [{ label: 'a<b', shares: [0, 0.5, 1], text: '50 %' }], ['1', '300']),
      heatStrip('m', [], ['1', '2']),
      barPlot('x', []),
      intervalPlot('x', []),
      intervalPlot('x', [{ label: 'same', point: 5, low: 5, high: 5 }], false),
    ].map(String)) {
      expect(svg).not.toMatch(/NaN|Infinity|undefined|null|a<b/);
      expect(svg).toMatch(/^<figure/);
    }
  });
});

describe('small plots', () => {
  it('hold gaps, nothing at all, and one value alone', () => {
    for (const svg of [
      levelPlot({ title: 'x<y', name: 'x<y', values: [1, null, 2, 3, null] }),
      levelPlot({ title: 'x', name: 'x', values: [] }),
      levelPlot({ title: 'x', name: 'x', values: [null, null] }),
      levelPlot({ title: 'x', name: 'x', values: [4, 4], dots: true }),
      smallHistogram('x', 'x', [0, 1, 2], [0, 0]),
      smallHistogram('x', 'x', [], []),
      smallBars('x', 'x', [{ label: '<b>', count: 0 }]),
      smallBars('x', 'x', []),
    ].map(String)) {
      expect(svg).not.toMatch(/NaN|Infinity|undefined|null|<b>|x<y/);
      expect(svg).toMatch(/^<figure/);
    }
    const gaps = String(levelPlot({ title: 'x', name: 'x', values: [1, null, 2, 3, null] }));
    expect(gaps.match(/<polyline/g)).toHaveLength(1);
    expect(gaps.match(/<circle/g)).toHaveLength(1);
  });

  it('shade a stretch where it lies, and so that it is seen', () => {
    const stretches = [
      { from: 0.25, to: 0.5, tone: 'bad', text: 'drift' },
      { from: 1, to: 1, tone: 'warning', text: 'jump' },
    ] as const;
    const svg = String(levelPlot({ title: 'x', name: 'x', values: [1, 2, 3, 4], stretches }));
    expect(attributes(svg, 'rect', 'x')).toEqual([120, 477]);
    expect(attributes(svg, 'rect', 'width')).toEqual([120, 3]);
    expect(svg).toContain('aria-label="x. 1 – 4. drift; jump"');
  });
});

describe('numbers', () => {
  it.each([
    [0, '0'],
    [-0.25, '−0.25'],
    [1234567, '1\u202f234\u202f567'],
    [1550.49, '1\u202f550'],
    [0.000012, '1.2e−5'],
    [2e12, '2e12'],
    [Number.NaN, '–'],
    [null, '–'],
  ])('%s is written %s', (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });

  it('never rounds a share to all or nothing', () => {
    expect([0, 0.0001, 0.5, 0.9999, 1].map(formatShare)).toEqual([
      '0\u202f%',
      '<0.1\u202f%',
      '50\u202f%',
      '>99.9\u202f%',
      '100\u202f%',
    ]);
  });
});
