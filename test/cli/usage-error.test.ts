import { Command, Option } from 'commander';
import { describe, expect, test } from 'vitest';
import { usageError } from '../../src/cli/usage-error.ts';

/** What the parser itself says to these words. */
function said(words: readonly string[]): string {
  let text = '';
  const command = new Command('tool')
    .exitOverride()
    .configureOutput({ writeErr: () => undefined, outputError: (told) => (text = told) })
    .addOption(new Option('--language <language>').choices(['zh', 'en']))
    .addOption(new Option('--quiet').conflicts('language'));
  command.command('search').argument('<query>').requiredOption('--limit <n>').copyInheritedSettings(command);
  command.command('list').option('--host <name>').copyInheritedSettings(command);
  expect(() => command.parse(words, { from: 'user' })).toThrow();
  return text;
}

describe('what the command line cannot read', () => {
  test.each([
    [['search', '--limit', '1'], /缺少必需的参数 'query'/],
    [['search', 'a', '--limit'], /选项 '--limit <n>' 缺少参数值/],
    [['search', 'a'], /未给出必需的选项 '--limit <n>'/],
    [['list', '--hots', 'a'], /未知选项 '--hots'\n（是否想输入 --host？）/],
    [['lits'], /未知命令 'lits'\n（是否想输入 list？）/],
    [['list', 'a', 'b'], /参数过多：应有 0 个，实有 2 个/],
    [['--language', 'fr', 'list'], /选项 '--language <language>' 的值 'fr' 无效。 ?可选值：zh, en。/],
    [['--quiet', '--language', 'en', 'list'], /选项 '--quiet' 与 '--language <language>' 不能同时使用/],
  ])('is said in Chinese: %j', (words, chinese) => {
    const english = said(words);
    expect(english).toMatch(/^error: /);
    expect(usageError(english, 'en')).toBe(english);
    const told = usageError(english, 'zh');
    expect(told).toMatch(chinese);
    expect(told).not.toMatch(/error|argument |is invalid|Allowed|Did you/);
  });
});
