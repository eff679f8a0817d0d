import type { Actor, EventOf, IncidentEvent, State } from '../../domain/incident/index.js';
import type { PostId } from '../../domain/plan/compiled.js';
import type { DecisionKind } from '../../domain/words/index.js';

export interface DecisionEntry {
  event: IncidentEvent;
  kind: DecisionKind;
  by: Actor;
  /** The post whose authority the decision rests on; empty where the record names none. */
  posts: PostId[];
  levels?: { level: string; incidentLevel: string };
  /** Absent where the decision itself carries none; `undefined` inside means that the text was erased. */
  reason?: { text: string | undefined };
}

/** Everything that a person decided, and by which authority. */
export function decisionsIn(state: State, events: readonly IncidentEvent[]): DecisionEntry[] {
  let proposal: EventOf<'terminationProposed'> | undefined;
  return events.flatMap((event): DecisionEntry[] => {
    const entry = (kind: DecisionKind, authority: PostId | undefined, more: Partial<DecisionEntry> = {}) => [
      { event, kind, by: event.actor, ...more, posts: authority === undefined ? [] : [authority] },
    ];
    const reasonOf = ({ texts }: { texts?: { reason: string } }) => ({ reason: { text: texts?.reason } });
    switch (event.type) {
      case 'standbyDeclared':
      case 'rejected':
      case 'terminationWithdrawn':
      case 'closed':
        return entry(event.type, event.authority, reasonOf(event));
      case 'mergeAsked':
        return entry('mergeAsked', event.authority, reasonOf(event));
      case 'handoverOffered':
        return entry('handoverOffered', event.authority);
      case 'commandPassed':
        return entry('commandPassed', undefined);
      case 'treatedAsReal': {
        const { level, incidentLevel } = event;
        return entry('treatedAsReal', undefined, { levels: { level, incidentLevel } });
      }
      case 'confirmed': {
        const { level, incidentLevel } = event;
        return entry('confirmed', event.authority, { levels: { level, incidentLevel }, ...reasonOf(event) });
      }
      case 'levelChanged': {
        if (event.automatic) return [];
        const levels = { level: event.to, incidentLevel: event.incidentLevel };
        return entry(directionOf(state, event), event.authority, { levels, ...reasonOf(event) });
      }
      case 'terminationProposed':
        proposal = event;
        return entry('terminationProposed', event.authority, reasonOf(event));
      case 'terminated':
        // Without a second signature the system declares what the proposer decided.
        return event.actor.kind === 'system'
          ? entry('terminated', proposal?.authority, { by: event.proposedBy })
          : entry('terminated', event.authority);
      default:
        return [];
    }
  });
}

export function directionOf(state: State, { from, to }: EventOf<'levelChanged'>): 'raised' | 'lowered' | 'regraded' {
  if (from === to) return 'regraded';
  return severity(state, to) < severity(state, from) ? 'raised' : 'lowered';
}

/** 0 is the most severe level. */
function severity(state: State, level: string): number {
  return state.basis.plan.levels.findIndex((l) => l.id === level);
}
