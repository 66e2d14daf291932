import type { Language } from '../workspace/index.ts';

/** What the parser of the command line says, and the same in Chinese. */
const phrases: readonly (readonly [RegExp, string])[] = [
  [/^error: missing required argument '(.*)'/, "错误 缺少必需的参数 '$1'"],
  [/^error: option '(.*)' argument missing/, "错误 选项 '$1' 缺少参数值"],
  [/^error: required option '(.*)' not specified/, "错误 未给出必需的选项 '$1'"],
  [/^error: option '(.*)' cannot be used with option '(.*)'/, "错误 选项 '$1' 与 '$2' 不能同时使用"],
  [/^error: unknown option '(.*)'/, "错误 未知选项 '$1'"],
  [/^error: unknown command '(.*)'/, "错误 未知命令 '$1'"],
  [
    /^error: too many arguments(?: for '(?:.*)')?\. Expected (\d+) arguments? but got (\d+)\./,
    '错误 参数过多：应有 $1 个，实有 $2 个。',
  ],
  [/^error: option '(.*)' argument '(.*)' is invalid\./, "错误 选项 '$1' 的值 '$2' 无效。"],
  [/Allowed choices are (.*)\.$/m, '可选值：$1。'],
  [/\(Did you mean (?:one of )?(.*)\?\)/, '（是否想输入 $1？）'],
];

/** An error of the parser in `language`; a phrase that is not known stays as it is. */
export const usageError = (text: string, language: Language): string =>
  language === 'en' ? text : phrases.reduce((told, [phrase, chinese]) => told.replace(phrase, chinese), text);
