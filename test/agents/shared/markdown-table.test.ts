import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markdownTables, numberIn, rowsOf } from '../../../agents/shared/markdown-table.ts';

const columns = { code: ['code', '代码'], condition: ['condition', '判据'], unit: ['unit', '单位'] };

describe('tables of a document', () => {
  test('are read with the place of each row, whatever the language of the header', () => {
    const text = '# 限值\n\n| 代码 | 判据 |\n|---|---|\n| A | `x*y*z` < 3 |\n| B | — |\n\nafter\n';
    const rows = rowsOf(markdownTables(text), columns, ['code', 'condition']);
    expect(rows.map(({ code, condition, unit }) => [code, condition, unit])).toEqual([
      ['A', 'x*y*z < 3', ''],
      ['B', '—', ''],
    ]);
    expect(rows.map(({ start, end }) => text.slice(start, end))).toEqual([
      '| A | `x*y*z` < 3 |',
      '| B | — |',
    ]);
  });

  test('of other columns are left alone', () => {
    const text = '| Parameter | Value |\n|---|---|\n| a | 1 |\n';
    expect(rowsOf(markdownTables(text), columns, ['code', 'condition'])).toEqual([]);
  });

  test('survive any cell', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '*', '_', '<', '>', '"', ' ', '.', '1', '汉'),
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), (cells) => {
        const body = cells.map(([a, b]) => `| ${a} | ${b} |`).join('\n');
        const [table] = markdownTables(`| Code | Condition |\n|---|---|\n${body}\n`);
        expect(table?.rows.map((row) => row.cells)).toEqual(cells.map(([a, b]) => [a.trim(), b.trim()]));
      }),
    );
  });
});

test('numbers are numbers, and nothing else is', () => {
  expect(['5', '−2.5', '1 200', '1e3', '.5'].map(numberIn)).toEqual([5, -2.5, 1200, 1000, 0.5]);
  expect(['', '—', '≥ 3', '3 mm', '0x10', 'NaN', '1,5'].map(numberIn)).toEqual(Array(7).fill(undefined));
});
