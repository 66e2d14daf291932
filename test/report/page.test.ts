import { describe, expect, it } from 'vitest';
import {
  badge,
  bullets,
  code,
  html,
  keyValues,
  link,
  note,
  page,
  palette,
  section,
  table,
} from '../../src/report/index.ts';

const hostile = `<img src=x onerror="alert('1')">&\u202eabc`;

describe('page', () => {
  it('escapes whatever is put into it, wherever', () => {
    const text = page({
      title: hostile,
      subtitle: hostile,
      language: 'en',
      footer: [hostile],
      body: [
        hostile,
        section(hostile, [badge('bad', hostile), bullets([hostile]), code(hostile), note('info', hostile)]),
        keyValues([[hostile, hostile]]),
        table([hostile], [[hostile]], hostile),
        html`<p title="${hostile}">${[hostile, [hostile]]}</p>`,
      ],
    });
    expect(text).not.toContain('<img');
    expect(text).not.toContain('onerror="');
    expect(text).not.toContain('\u202e');
    expect(text.match(/&lt;img src=x/g)?.length).toBe(19);
  });

  it('needs nothing from elsewhere and forbids it', () => {
    const text = page({ title: '报告', language: 'zh', body: 'x' });
    expect(text).toContain('<html lang="zh-CN">');
    expect(text).toContain("default-src 'none'");
    expect(text).not.toMatch(/<script|<link|@import|url\(|https?:/);
  });

  it('writes nothing for null, undefined and booleans, and 0 for zero', () => {
    expect(String(html`a${null}${undefined}${false}${true}${0}b`)).toBe('a0b');
  });

  it('makes no link of an address that runs', () => {
    expect(String(link('javascript:alert(1)', 'x'))).toBe('x');
    expect(String(link('https://example.org/?a=1&b="2"', 'x'))).toBe(
      '<a href="https://example.org/?a=1&amp;b=&quot;2&quot;" rel="noreferrer">x</a>',
    );
  });
});

/** Relative luminance, WCAG 2.2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((place) => Number.parseInt(colour.slice(place, place + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe.each(Object.entries(palette))('%s colours', (_name, colours) => {
  it.each(['text', 'muted', 'accent', 'good', 'warning', 'bad'] as const)('%s can be read', (name) => {
    expect(contrast(colours[name], colours.paper)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colours[name], colours.panel)).toBeGreaterThanOrEqual(4.5);
  });
  it.each(['accent', 'good', 'warning', 'bad'] as const)('%s can be read on its tint', (name) => {
    expect(contrast(colours[name], colours[`${name}Tint`])).toBeGreaterThanOrEqual(4.5);
  });
  it('bars stand out', () => {
    expect(contrast(colours.mark, colours.paper)).toBeGreaterThanOrEqual(3);
  });
});
