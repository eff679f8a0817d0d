import type { Token } from '../../api/contract.js';
import type { Voice } from '../session.js';

export function tokenListLines(tokens: Token[], voice: Voice): string[] {
  return tokens.length === 0
    ? [voice.say('No tokens.', '没有令牌。')]
    : tokens.map((token) => `${token.id}  ${tokenWords(token, voice)}`);
}

export function tokenWords(token: Token, { say, style, time }: Voice): string {
  const { person, label, expiresAt, revokedAt } = token;
  const parts = [style.bold(person ?? say('operator', '管理员')), label, validity()];
  return parts.filter((part) => part !== undefined).join(' · ');

  function validity(): string | undefined {
    if (revokedAt !== undefined) return style.bad(say(`revoked ${time(revokedAt)}`, `已于 ${time(revokedAt)} 撤销`));
    return expiresAt && say(`until ${time(expiresAt)}`, `有效至 ${time(expiresAt)}`);
  }
}
