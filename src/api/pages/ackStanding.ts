import type { Call, CalledBody, Phase, State, Target } from '../../domain/incident/index.js';
import { callOf, isAfterEnd, isOver, isPreempted } from '../../domain/incident/index.js';
import type { Instant } from '../../domain/time.js';
import type { Link } from '../../seal/index.js';

/**
 * What the notice asked for. `verify`: an alert whose report nobody has decided on; `alert`: one whose report somebody
 * has; `call`: to a team; `notice`: the record does not show it yet.
 */
export type AckAsked = 'verify' | 'alert' | 'call' | 'notice';

/**
 * How it stands. `already`: acknowledged; `there`: on scene or wherever the work is. `released`, `takenOff`: may come back.
 * `preempted`: out of a drill, for a real incident. `superseded`: the person was called anew by a later notice. `moved`: stood
 * down, and other duties in this incident remain.
 */
export type AckStands =
  | 'open'
  | 'already'
  | 'there'
  | 'declined'
  | 'released'
  | 'takenOff'
  | 'preempted'
  | 'superseded'
  | 'stoodDown'
  | 'moved'
  | 'terminated'
  | 'closed'
  | 'rejected'
  | 'merged';

export interface AckStanding {
  asked: AckAsked;
  stands: AckStands;
  /** The posts and teams that the notice was for, without those stood down while others are not. */
  targets: Target[];
  /** With `moved`: as what the person is still called. */
  others: Target[];
  /** When the person said to be there. */
  eta?: Instant;
}

/** What the record says about this call; open also when it is behind: the signature proves that there was a notice. */
export function standingOf(state: State | undefined, link: Link): AckStanding {
  const bodies = state ? bodiesCalled(state, link) : [];
  const active = bodies.filter((body) => body.status === 'called');
  const others = state ? otherDuties(state, link) : [];
  const how = state ? stands(state, link, bodies, others) : 'open';
  const eta = active.map((body) => callOf(body.people, link.person)?.eta).find((at) => at !== undefined);
  return {
    asked: state ? askedBy(state, bodies) : 'notice',
    stands: how,
    targets: (active.length > 0 ? active : bodies).map(({ target }) => target),
    others: how === 'moved' ? others.map(({ target }) => target) : [],
    ...(eta === undefined ? {} : { eta }),
  };
}

function askedBy({ verification }: State, bodies: CalledBody[]): AckAsked {
  if (bodies.length === 0) return 'notice';
  if (bodies.some(({ target }) => target.kind === 'team')) return 'call';
  return verification.outcome === undefined ? 'verify' : 'alert';
}

function stands(state: State, link: Link, bodies: CalledBody[], others: CalledBody[]): AckStands {
  if (isOver(state.phase)) return overAs(state.phase);
  if (isPreempted(state, link.person)) return 'preempted';
  if (bodies.length === 0) return withoutBodies(state, link, others);
  const statuses = bodies.map((body) => callOf(body.people, link.person)?.status);
  if (statuses.some((status) => status === 'called' || status === 'silent')) return 'open';
  if (statuses.includes('acknowledged')) return 'already';
  if (statuses.includes('arrived')) return 'there';
  if (statuses.includes('declined') && bodies.some((body) => body.status === 'called')) return 'declined';
  const left = others.some(isWorkedFor(link)) ? undefined : leftAs(link, bodies);
  if (left !== undefined) return left;
  if (isAfterEnd(state.phase)) return 'terminated';
  return others.length > 0 ? 'moved' : 'stoodDown';
}

/** Of a team that goes on without the person, who may come back to it. */
function leftAs({ person }: Link, bodies: CalledBody[]): 'released' | 'takenOff' | undefined {
  const active = bodies.filter(({ status }) => status === 'called');
  const statuses = active.map((body) => callOf(body.people, person)?.status);
  return (['released', 'takenOff'] as const).find((status) => statuses.includes(status));
}

function isWorkedFor({ person }: Link) {
  return ({ target, people }: CalledBody): boolean => {
    const { status } = callOf(people, person) ?? {};
    return target.kind === 'team' && status !== undefined && WORKING.includes(status);
  };
}

const WORKING: readonly Call['status'][] = ['called', 'silent', 'acknowledged', 'arrived'];

/** Of a phase in which every later message is refused. */
function overAs(phase: Phase): AckStands {
  return phase === 'rejected' || phase === 'merged' ? phase : 'closed';
}

function withoutBodies(state: State, link: Link, others: CalledBody[]): AckStands {
  if (!isRecorded(state, link)) return 'open';
  if (isAfterEnd(state.phase)) return 'terminated';
  return others.length > 0 ? 'superseded' : 'stoodDown';
}

/** A notice is named after the event that it tells of. */
function isRecorded({ seq }: State, { noticeId }: Link): boolean {
  return Number(noticeId.slice(1)) <= seq;
}

function bodiesCalled(state: State, { person, noticeId }: Link): CalledBody[] {
  return Object.values(state.mobilisation.bodies).filter((body) =>
    callOf(body.people, person)?.notices.includes(noticeId),
  );
}

function otherDuties(state: State, { person, noticeId }: Link): CalledBody[] {
  return Object.values(state.mobilisation.bodies).filter((body) => {
    const call = callOf(body.people, person);
    return body.status === 'called' && call !== undefined && !call.notices.includes(noticeId);
  });
}
