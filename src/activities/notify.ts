import type { EffectOf, NoticeAttempted } from '../domain/incident/index.js';
import type { Instant } from '../domain/time.js';
import type { EffectKey, NewNotice } from '../store/index.js';
import { compose } from './composeNotice.js';
import { deliver } from './deliver.js';
import type { Unsettled } from './deliver.js';
import type { ActivityDeps } from './deps.js';
import { takeCalledFromDrills } from './takeFromDrills.js';
import { Turns } from './turns.js';

export interface Notice {
  incidentId: string;
  mode: 'real' | 'drill';
  plan: { id: string; version: number };
  /** Other versions that the incident has run by: they know the names of what the present one has no more. */
  earlierPlans?: { id: string; version: number }[];
  category: string;
  reportedAt: Instant;
  occurredAt?: Instant;
  /** In a drill: who is played by the simulator, which reads the notice in their place. */
  simulated?: string[];
  effect: EffectOf<'notify'>;
  /** The free text that the notice quotes. */
  texts: Record<string, string>;
}

export type NoticeOutcome = Omit<NoticeAttempted, 'type' | 'effectId'>;

/**
 * A mail's time runs while it waits for a connection: without turns, the last of 3,000 would run out of it, wait for the
 * retry, and perhaps arrive twice. Notices to a few people have turns and connections of their own.
 */
const EFFECTS_AT_ONCE = 4;
const FEW = 10;
export const FEW_AT_ONCE = 16;

/**
 * One attempt to reach every recipient of an effect. The outbox is the memory: rows are written before anything is
 * sent, a row once accepted is never sent again, and a row that was being sent when a process died is sent again
 * under the same Message-ID. Returns within seconds, even while a stuck address is still on the wire.
 */
export function notify(deps: ActivityDeps, urgentTurns = new Turns(FEW_AT_ONCE)) {
  const turns = new Turns(EFFECTS_AT_ONCE);
  const unsettled: Unsettled = new Map();
  return async (notice: Notice): Promise<NoticeOutcome> => {
    const { recipients } = notice.effect;
    const simulated = recipients.filter(({ person }) => notice.simulated?.includes(person)).map(({ person }) => person);
    const inPerson = recipients.filter(({ person }) => !simulated.includes(person));
    if (inPerson.length === 0) return { accepted: simulated, unreachable: [], delayed: [] };
    const people = inPerson.map(({ person }) => person);
    // The ledger of people holds teams and command; whoever else is called has to be free of drills as well.
    const isCall = notice.mode === 'real' && notice.effect.acknowledge;
    const free = async () => {
      if (isCall) await takeCalledFromDrills(deps, { incidentId: notice.incidentId, people });
    };
    const freed = free();
    const { rows, withoutAddress } = await compose(deps, {
      ...notice,
      effect: { ...notice.effect, recipients: inPerson },
    });
    const effect = { incidentId: notice.incidentId, effectId: notice.effect.id };
    const outcome = await (rows.length <= FEW ? deliverFew(effect, rows) : deliverInTurn(effect, rows));
    await freed;
    // A drill may have begun meanwhile, or could not be told.
    await free();
    const wanted = new Set(people);
    const unreachable = withoutAddress.map((person) => ({ person, code: 'no_address' }));
    return {
      accepted: [...simulated, ...outcome.accepted.filter((person) => wanted.has(person))],
      unreachable: [...outcome.unreachable.filter(({ person }) => wanted.has(person)), ...unreachable],
      delayed: outcome.delayed.filter(({ person }) => wanted.has(person)),
    };
  };

  function deliverFew(effect: EffectKey, rows: NewNotice[]): Promise<NoticeOutcome> {
    if (!urgentTurns.hasRoom()) return deliverInTurn(effect, rows, urgentTurns, deps.urgent);
    return urgentTurns.take(() =>
      deliver({ ...deps, channel: deps.urgent, unsettled }, effect, async (lease) => {
        const fresh = await deps.store.enqueueClaimed(rows, lease);
        if (fresh.length === rows.length) return fresh;
        return [...fresh, ...(await deps.store.claimNotices({ ...effect, ...lease, people: peopleOf(rows) }))];
      }),
    );
  }

  async function deliverInTurn(
    effect: EffectKey,
    rows: NewNotice[],
    inTurn = turns,
    channel = deps.channel,
  ): Promise<NoticeOutcome> {
    // Before the turn comes: whoever is not to be told any more is crossed out there.
    await deps.store.enqueueNotices(rows);
    return inTurn.take(() =>
      deliver({ ...deps, channel, unsettled }, effect, (lease) =>
        deps.store.claimNotices({ ...effect, ...lease, people: peopleOf(rows) }),
      ),
    );
  }
}

/** Whoever was stood down since the first attempt is not among the recipients of the next, but still in the outbox. */
function peopleOf(rows: NewNotice[]): string[] {
  return rows.map(({ person }) => person);
}
