import type { IncidentEvent } from '../incident/index.js';
import type { TeamId } from '../plan/compiled.js';
import { mark } from './find.js';
import { between, unknown } from './metric.js';
import type { Mark, Time, Unknown } from './metric.js';

/** From the call of a team until enough of it had come or were to come in time. */
export interface QuorumTime {
  team: TeamId;
  /** `called`: at the activation, at a level that asks for the team, or at a reopening. `changed`: another number was wanted. */
  from: 'called' | 'changed';
  time: Time;
}

interface Run {
  team: TeamId;
  from: QuorumTime['from'];
  since: Mark;
  reached?: Mark;
  /** Why it is over without. */
  ended?: Unknown;
}

/** Whoever leaves a complete team later does not make it slower to come. */
export function quorumTimes(events: IncidentEvent[]): QuorumTime[] {
  const runs: Run[] = [];
  const changed = new Map<TeamId, Mark>();
  const last = (team: TeamId) => runs.findLast((run) => run.team === team);
  const waiting = (team: TeamId) => {
    const run = last(team);
    return run !== undefined && run.reached === undefined && run.ended === undefined ? run : undefined;
  };
  const end = (run: Run | undefined, ended: Unknown) => {
    if (run !== undefined) run.ended = ended;
  };
  for (const event of events) {
    const now = mark(event);
    switch (event.type) {
      case 'called':
        for (const { target, quorum } of event.calls) {
          if (target.kind !== 'team' || quorum === undefined) continue;
          end(waiting(target.id), unknown('stood_down', now));
          changed.delete(target.id);
          runs.push({ team: target.id, from: 'called', since: now });
        }
        break;
      case 'quorumChanged':
        for (const { team, need } of event.quorums) {
          const open = waiting(team);
          end(open, unknown('need_changed', now));
          changed.delete(team);
          if (need === undefined) continue;
          // Whoever was complete stays so, unless the count shows otherwise.
          if (last(team)?.reached === undefined) runs.push({ team, from: 'changed', since: now });
          else changed.set(team, now);
        }
        break;
      case 'quorumLost': {
        const since = changed.get(event.team);
        changed.delete(event.team);
        if (since?.at === now.at) runs.push({ team: event.team, from: 'changed', since });
        break;
      }
      case 'quorumReached': {
        const run = last(event.team);
        changed.delete(event.team);
        if (run === undefined || run.reached !== undefined) break;
        if (run.ended === undefined || run.ended.unknown === 'shortage_accepted') run.reached = now;
        break;
      }
      case 'shortageAccepted':
        end(waiting(event.team), unknown('shortage_accepted', now));
        break;
      case 'stoodDown':
        for (const { target } of event.calls)
          if (target.kind === 'team') end(waiting(target.id), unknown('stood_down', now));
        break;
      default:
    }
  }
  return runs.map(({ team, from, since, reached, ended }) => ({ team, from, time: timeOf(since, reached, ended) }));
}

function timeOf(since: Mark, reached: Mark | undefined, ended: Unknown | undefined): Time {
  if (reached === undefined && ended !== undefined) return ended;
  return between(since, reached, { noFrom: 'not_reached', noTo: 'not_reached' });
}
