import type { EffectOf, IncidentEvent, State } from '../../src/domain/incident/index.js';

/**
 * Told from the requests and the answers of the world: once somebody is called anew, no attempt that begins after that
 * delivers an older call, or a reminder of it, to the same person for the same. What may have been on the wire already
 * is not counted: it is never called cancelled.
 */
export function* calledByTwo(moments: Iterable<{ event: IncidentEvent; before: State }>): Generator<string> {
  const newest = new Map<string, string>();
  const calls = new Map<string, string>();
  const attempts = new Map<string, { since: number; onTheWire: string[] }>();
  for (const { event, before } of moments) {
    switch (event.type) {
      case 'effectRequested': {
        const { effect } = event;
        if (effect.kind !== 'notify' || !effect.acknowledge) break;
        attempts.set(effect.id, { since: event.seq, onTheWire: [] });
        for (const { person, targets = [] } of effect.recipients) {
          for (const target of targets) {
            const key = `${person} ${target}`;
            // A reminder is of the call that is the newest when it is asked for.
            if (effect.template !== 'reminder') newest.set(key, effect.id);
            calls.set(`${effect.id} ${key}`, newest.get(key) ?? effect.id);
          }
        }
        break;
      }
      case 'noticeRetried': {
        if (!attempts.has(event.effectId)) break;
        const { inFlight = [] } = before.effects.pending[event.effectId]!;
        attempts.set(event.effectId, { since: event.seq, onTheWire: inFlight });
        break;
      }
      case 'noticeAttempted': {
        const attempt = attempts.get(event.effectId);
        if (attempt === undefined) break;
        const { effect } = before.effects.pending[event.effectId]!;
        for (const { person, targets = [] } of (effect as EffectOf<'notify'>).recipients) {
          if (!event.accepted.includes(person) || attempt.onTheWire.includes(person) || targets.length === 0) continue;
          const isOld = targets.every((target) => {
            const key = `${person} ${target}`;
            const now = newest.get(key) ?? effect.id;
            return now !== calls.get(`${effect.id} ${key}`) && (attempts.get(now)?.since ?? 0) < attempt.since;
          });
          if (isOld) yield `${event.seq}: ${effect.id} delivered to ${person}, who is called anew`;
        }
        break;
      }
      default:
    }
  }
}
