import type { Say } from './say.js';

/** Scripts depend on these numbers: docs/cli.md and `--help` list them. */
export const EXIT = {
  ok: 0,
  refused: 1,
  usage: 2,
  notAllowed: 3,
  notFound: 4,
  unreachable: 5,
  /** A fault in `muster` itself, as in sysexits.h. */
  fault: 70,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export function exitCodeFor(status: number): ExitCode {
  if (status === 401 || status === 403) return EXIT.notAllowed;
  if (status === 404) return EXIT.notFound;
  return status >= 400 && status < 500 ? EXIT.refused : EXIT.unreachable;
}

export function exitCodeWords(say: Say): string {
  const meanings: [ExitCode, string][] = [
    [EXIT.ok, say('done', '完成')],
    [EXIT.refused, say('refused; the reason is on stderr', '被拒绝，理由见标准错误输出')],
    [EXIT.usage, say('wrong usage', '用法错误')],
    [EXIT.notAllowed, say('not authenticated or not authorised', '未通过身份认证或无权限')],
    [EXIT.notFound, say('not found', '未找到')],
    [EXIT.unreachable, say('unreachable, timed out or failed there', '无法连接、超时或服务器出错')],
    [EXIT.fault, say('a fault in muster itself', 'muster 自身出错')],
  ];
  const lines = meanings.map(([code, meaning]) => `  ${String(code).padEnd(2)}  ${meaning}`);
  return [say('Exit codes:', '退出码：'), ...lines].join('\n');
}
