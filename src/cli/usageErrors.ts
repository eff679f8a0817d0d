import type { Lang } from '../domain/lang.js';

/** What Commander says of wrong usage, which it says in English alone. What is not in here stays as it is. */
const IN_CHINESE: readonly [RegExp, string][] = [
  [/^error: missing required argument '(.+)'/m, '错误：缺少参数“$1”'],
  [/^error: option '(.+)' argument missing/m, '错误：选项“$1”缺少取值'],
  [/^error: required option '(.+)' not specified/m, '错误：必须给出选项“$1”'],
  [/^error: option '(.+)' cannot be used with option '(.+)'/m, '错误：选项“$1”不能与选项“$2”同时使用'],
  [/^error: option '(.+)' argument '(.*)' is invalid\. ?/m, '错误：选项“$1”的取值“$2”无效。'],
  [/^error: command-argument value '(.*)' is invalid for argument '(.+)'\. ?/m, '错误：参数“$2”的取值“$1”无效。'],
  [/^error: unknown option '(.+)'/m, '错误：没有选项“$1”'],
  [/^error: unknown command '(.+)'/m, '错误：没有命令“$1”'],
  [
    /^error: too many arguments(?: for '(?:.+)')?\. Expected (\d+) arguments? but got (\d+)\.?/m,
    '错误：参数过多，应为 $1 个，实为 $2 个。',
  ],
  [/Allowed choices are (.+)\./, '可选：$1。'],
  [/\(Did you mean (?:one of )?(.+)\?\)/, '（是否要用 $1？）'],
];

/** `text`: as Commander writes it, with its `error: `. */
export function usageErrorIn(lang: Lang, text: string): string {
  if (lang !== 'zh-CN') return text;
  return IN_CHINESE.reduce((said, [english, chinese]) => said.replace(english, chinese), text);
}
