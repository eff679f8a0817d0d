import type { EffectOf, NoticeAttempted } from '../domain/incident/index.js';
import type { Instant } from '../domain/time.js';
import { compose } from './composeNotice.js';
import { deliver } from './deliver.js';
import type { ActivityDeps } from './deps.js';

export interface Notice {
  incidentId: string;
  mode: 'real' | 'drill';
  plan: { id: string; version: number };
  category: string;
  reportedAt: Instant;
  occurredAt?: Instant;
  effect: EffectOf<'notify'>;
  /** The free text that the notice quotes. */
  texts: Record<string, string>;
}

export type NoticeOutcome = Omit<NoticeAttempted, 'type' | 'effectId'>;

/**
 * One attempt to reach every recipient of an effect. The outbox is the memory: rows are written before anything is
 * sent, a row once accepted is never sent again, and a row that was being sent when a process died is sent again
 * under the same Message-ID. Returns within seconds, even while a stuck address is still on the wire.
 */
export function notify(deps: ActivityDeps) {
  return async (notice: Notice): Promise<NoticeOutcome> => {
    const { rows, withoutAddress } = await compose(deps, notice);
    await deps.store.enqueueNotices(rows);
    const outcome = await deliver(deps, { incidentId: notice.incidentId, effectId: notice.effect.id });
    const wanted = new Set(notice.effect.recipients.map((r) => r.person));
    const unreachable = withoutAddress.map((person) => ({ person, code: 'no_address' }));
    return {
      accepted: outcome.accepted.filter((person) => wanted.has(person)),
      unreachable: [...outcome.unreachable.filter(({ person }) => wanted.has(person)), ...unreachable],
      delayed: outcome.delayed.filter(({ person }) => wanted.has(person)),
    };
  };
}
