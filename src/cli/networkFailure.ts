import type { Lang } from '../domain/lang.js';
import { CliFailure } from './failure.js';
import { EXIT } from './exitCodes.js';
import { sayIn } from './say.js';

/** `fetch failed` says nothing; its cause does. Told apart by properties, since Node's errors may come from another realm. */
export function reasonOf(error: unknown): string {
  const { name, message, cause } = error as Partial<Error>;
  if (name === 'TimeoutError') return 'timeout';
  const { code, message: why } = (cause ?? {}) as { code?: unknown; message?: unknown };
  return [code, why, message].find((part) => typeof part === 'string') ?? String(error);
}

/** With a key it is left open whether the request took effect; the person must learn how to find out without harm. */
export function noAnswer(url: string, error: unknown, key: string | undefined, lang: Lang): CliFailure {
  const say = sayIn(lang);
  const reason = reasonOf(error);
  const repeat = say(
    ` Whether the request took effect is not known. Send it again with --idempotency-key ${key}: it does not happen twice.`,
    `请求是否已生效尚不清楚。请加上 --idempotency-key ${key} 重新发送，不会重复执行。`,
  );
  return new CliFailure(EXIT.unreachable, {
    code: reason === 'timeout' ? 'timeout' : 'unreachable',
    title: say('Muster does not answer', 'Muster 无响应'),
    detail: say(`${url}: ${reason}. Is it running?`, `${url}：${reason}。请确认它正在运行。`) + (key ? repeat : ''),
    found: { url, reason, ...(key === undefined ? {} : { idempotencyKey: key }) },
  });
}

export function oddAnswer(url: string, found: string, lang: Lang, status?: number): CliFailure {
  const say = sayIn(lang);
  return new CliFailure(EXIT.unreachable, {
    ...(status === undefined ? {} : { status }),
    code: 'unexpected_answer',
    title: say('This does not look like Muster', '答复不像来自 Muster'),
    detail: say(`${url} answered: ${found}. Check the address.`, `${url} 的答复：${found}。请检查地址。`),
    found: { url, answer: found },
  });
}

/** Whoever only looks on may look again in a moment: Muster is away, overloaded, or being started. */
export function mayPass(error: unknown): boolean {
  if (!(error instanceof CliFailure)) return false;
  const { code, status } = error.problem;
  return code === 'unreachable' || code === 'timeout' || status === 429 || (status !== undefined && status >= 500);
}
