import type { Actor, EventOf, IncidentEvent, State } from '../../domain/incident/index.js';
import type { PostId } from '../../domain/plan/compiled.js';
import type { DecisionKind } from '../../domain/words/index.js';

export interface DecisionEntry {
  event: IncidentEvent;
  kind: DecisionKind;
  by: Actor;
  /** The posts by which this person could decide so, as plan and posts stand in the state. */
  posts: PostId[];
  levels?: { level: string; incidentLevel: string };
  /** Absent where the decision itself carries none; `undefined` inside means that the text was erased. */
  reason?: { text: string | undefined };
}

/** Everything that a person decided, and by which authority. */
export function decisionsIn(state: State, events: readonly IncidentEvent[]): DecisionEntry[] {
  const { plan } = state.basis;
  return events.flatMap((event): DecisionEntry[] => {
    const entry = (kind: DecisionKind, posts: PostId[], more: Partial<DecisionEntry> = {}): DecisionEntry[] => {
      const by = more.by ?? event.actor;
      return [{ event, kind, ...more, by, posts: posts.filter((post) => holds(state, by, post)) }];
    };
    switch (event.type) {
      case 'standbyDeclared':
        return entry('standbyDeclared', plan.authority.standby, { reason: { text: event.texts.reason } });
      case 'rejected':
        return entry('rejected', plan.authority.reject, { reason: { text: event.texts.reason } });
      case 'confirmed': {
        const { level, incidentLevel } = event;
        const reason = { text: event.texts.reason };
        return entry('confirmed', decidersOf(state, level), { levels: { level, incidentLevel }, reason });
      }
      case 'levelChanged': {
        const levels = { level: event.to, incidentLevel: event.incidentLevel };
        const reason = { text: event.texts.reason };
        return entry(directionOf(state, event), decidersOf(state, moreSevere(state, event)), { levels, reason });
      }
      case 'terminationProposed':
        return entry('terminationProposed', plan.authority.proposeTermination, {
          reason: { text: event.texts.reason },
        });
      case 'terminationWithdrawn':
        return entry('terminationWithdrawn', plan.authority.proposeTermination, {
          reason: { text: event.texts.reason },
        });
      case 'terminated':
        // Without a second signature the system declares what the proposer decided.
        return event.actor.kind === 'system'
          ? entry('terminated', plan.authority.proposeTermination, { by: event.proposedBy })
          : entry('terminated', plan.authority.confirmTermination);
      case 'closed':
        return entry('closed', plan.authority.close, { reason: { text: event.texts.reason } });
      default:
        return [];
    }
  });
}

export function directionOf(state: State, { from, to }: EventOf<'levelChanged'>): 'raised' | 'lowered' | 'regraded' {
  if (from === to) return 'regraded';
  return severity(state, to) < severity(state, from) ? 'raised' : 'lowered';
}

function moreSevere(state: State, { from, to }: EventOf<'levelChanged'>): string {
  return severity(state, from) <= severity(state, to) ? from : to;
}

/** 0 is the most severe level. */
function severity(state: State, level: string): number {
  return state.basis.plan.levels.findIndex((l) => l.id === level);
}

function decidersOf(state: State, level: string): PostId[] {
  return state.basis.plan.levels.find((l) => l.id === level)?.decidedBy ?? [];
}

function holds(state: State, actor: Actor, post: PostId): boolean {
  if (actor.kind !== 'person') return false;
  const inCommand = state.command.posts[post];
  return inCommand === undefined ? (state.basis.holders[post] ?? []).includes(actor.id) : inCommand === actor.id;
}
