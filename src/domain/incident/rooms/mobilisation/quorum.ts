import { firstToTell } from '../../authority.js';
import type { PersonId } from '../../../plan/compiled.js';
import type { Instant } from '../../../time.js';
import { callOf } from '../../calls.js';
import type { Asked, EventBody, EventOf } from '../../events.js';
import type { CalledBody, Quorum, State } from '../../state.js';
import { activeTeams, changeBody } from './bodies.js';
import { called } from './calling.js';
import { isFreeTold } from './freeAgain.js';
import { isInLine, teamsNeeded } from './needs.js';
import { areAllTakenOff } from './release.js';
import { isShortageTold, shortageLadder, shortageOf } from './shortage.js';
import { countOf, countTeams, isLess, meets, missing } from './tally.js';
import type { Count } from './tally.js';
import { nextTier } from './tiers.js';
import { isSilenceTold, leadOf } from './waiting.js';

/**
 * What follows for the teams that are counted, after somebody was called, answered or left. Asked once everything that
 * happens at this moment is taken in: else what one event asks for would be asked for again after the next one.
 */
export function followUp(state: State, at: Instant): EventBody[] {
  if (!isInForce(state) || !isEverythingTold(state, at)) return [];
  const { counts, engaged } = countTeams(state);
  const events: EventBody[] = [];
  const asks: Asked[] = [];
  for (const count of counts) {
    const { body, have } = count;
    const { quorum, target } = body;
    const team = target.id;
    let now = count;
    if (meets(have, quorum.need)) {
      if (quorum.status === 'reached') continue;
      events.push({ type: 'quorumReached', team, have, need: quorum.need, tell: quorum.told });
      continue;
    }
    if (quorum.status === 'accepted' && !isLess(have, quorum.accepted ?? have)) continue;
    if (quorum.status === 'reached' || quorum.status === 'accepted') {
      const tell = firstToTell(state, leadOf(state, target));
      const by = Math.max(quorum.by, at + quorum.within);
      events.push({ type: 'quorumLost', team, have, missing: missing(have, quorum.need), by, tell });
      now = withTimeAnew(state, count, by);
      if (meets(now.have, quorum.need)) {
        const toldOfEither = [...new Set([...quorum.told, ...tell])];
        events.push({ type: 'quorumReached', team, have: now.have, need: quorum.need, tell: toldOfEither });
        continue;
      }
    }
    const next = nextTier(state, now, { at, engaged });
    if (next === 'enough') continue;
    if (next !== 'nobodyLeft') {
      next.people.forEach((person) => engaged.add(person));
      asks.push(next);
    } else if (quorum.status !== 'missed') {
      const tell = shortageLadder(state).slice(0, 1);
      events.push({ type: 'quorumMissed', team, why: 'nobodyLeft', tell, ...shortageOf(now) });
    }
  }
  return [...events, ...called(asks)];
}

function isEverythingTold(state: State, at: Instant): boolean {
  return isSilenceTold(state, at) && isShortageTold(state, at) && isFreeTold(state, at) && areAllTakenOff(state);
}

/** Some who would have been late come in time then, and may be enough. */
function withTimeAnew(state: State, count: Count, by: Instant): Count {
  const { target, quorum } = count.body;
  const mobilisation = changeBody(state.mobilisation, target, (body) => ({
    ...body,
    quorum: { ...withoutMiss(quorum), by },
  }));
  return countOf({ ...state, mobilisation }, count.body) ?? count;
}

/**
 * Whoever comes to a team that is complete, and works for no other one, changes nothing. Thousands answer at once, and
 * counting thousands for each of them would take seconds.
 */
export function isOneMore(state: State, person: PersonId): boolean {
  const mine = activeTeams(state).filter(
    (body) => body.quorum !== undefined && callOf(body.people, person) !== undefined,
  );
  return mine.length === 0 || (mine.length === 1 && mine[0]?.quorum?.status === 'reached');
}

/** Exactly the teams are called that the plan wants now, and each is counted by what it wants. */
function isInForce(state: State): boolean {
  const { level } = state.grading;
  if (state.phase !== 'responding' || level === undefined) return false;
  const needed = teamsNeeded(state.basis.plan, level, state.report.category);
  const active = activeTeams(state);
  return active.length === needed.length && active.every((b) => needed.includes(b.target.id) && isInLine(state, b));
}

/** One of the teams, by what has become of its quorum. */
export function withQuorum(
  body: CalledBody,
  event: EventOf<'quorumReached' | 'quorumLost' | 'quorumMissed' | 'shortageAccepted'>,
  state: State,
): CalledBody {
  return body.quorum === undefined ? body : { ...body, quorum: after(body.quorum, event, state) };
}

function after(
  before: Quorum,
  event: EventOf<'quorumReached' | 'quorumLost' | 'quorumMissed' | 'shortageAccepted'>,
  state: State,
): Quorum {
  const quorum = { ...before, next: undefined, accepted: undefined };
  switch (event.type) {
    case 'quorumReached':
      return { ...withoutMiss(quorum), status: 'reached', told: [] };
    case 'quorumLost':
      return { ...withoutMiss(quorum), status: 'open', by: event.by, next: { at: event.by, step: 0 } };
    case 'shortageAccepted':
      return { ...quorum, status: 'accepted', accepted: event.have };
    case 'quorumMissed': {
      const { remindAfter, escalateAfter } = state.basis.plan.notification.call;
      const step = (before.next?.step ?? 0) + 1;
      const isRound = step >= shortageLadder(state).length;
      return {
        ...quorum,
        status: 'missed',
        missedAt: quorum.missedAt ?? event.at,
        toldAt: event.at,
        told: [...new Set([...quorum.told, ...event.tell])],
        next: { at: event.at + (isRound ? escalateAfter : remindAfter), step },
      };
    }
  }
}

function withoutMiss(quorum: Quorum): Quorum {
  return { ...quorum, missedAt: undefined, toldAt: undefined };
}
