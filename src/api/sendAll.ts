import type { EffectKey, Notice } from '../store/index.js';
import type { PlanMailParts } from './planMail/parts.js';

/** Sends what waits in the outbox under an effect. Whether nothing is left to be sent; `about`: for the log. */
export async function sendAll(
  { store, deliver, log }: Pick<PlanMailParts, 'store' | 'deliver' | 'log'>,
  effect: EffectKey,
  about: string,
  onlyNew = false,
): Promise<boolean> {
  const waiting: Notice['status'][] = ['queued', 'sending', 'deferred'];
  const rows = await store.noticesForEffect(effect);
  if (!rows.some(({ status }) => waiting.includes(status))) return true;
  if (onlyNew && !rows.some(({ status }) => status === 'queued')) return false;
  const { delayed, unreachable } = await deliver(effect);
  for (const { person, code } of unreachable) {
    log.warn({ ...effect, person, code }, `a mail about ${about} cannot be delivered`);
  }
  if (delayed.length === 0) return true;
  // Those that are not needed any more are not open.
  const left = (await store.noticesForEffect(effect)).filter(({ status }) => waiting.includes(status));
  if (left.length > 0) {
    const code = delayed[0]?.code;
    log.warn({ ...effect, people: left.length, code }, `mail about ${about} has not left yet; it is tried again`);
  }
  return left.length === 0;
}
