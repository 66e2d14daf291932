import { expect, it } from 'vitest';
import { markdownTable, markdownText } from '../../src/report/index.ts';

it('writes a table whose cells cannot break it', () => {
  expect(
    markdownTable(
      ['列', { title: 'n', number: true }],
      [
        ['a|b\nc', 1],
        [markdownText('<b>*x*|[y](z)'), null],
      ],
    ),
  ).toBe('| 列 | n |\n| --- | ---: |\n| a\\|b c | 1 |\n| \\<b\\>\\*x\\*\\|\\[y\\](z) |  |');
});
