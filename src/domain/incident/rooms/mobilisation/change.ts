import type { LevelId, PersonId, TeamId } from '../../../plan/compiled.js';
import type { Instant } from '../../../time.js';
import type { Asked, EventBody, EventOf } from '../../events.js';
import type { CalledBody, MobilisationSlice, Quorum, State } from '../../state.js';
import { activeBodies, activeTeams, changeBody, everCalled, wholeBody } from './bodies.js';
import { alertCalls, called, joiningCall, opened, teamCall } from './calling.js';
import { isInLine, teamsNeeded, wantedOf } from './needs.js';
import { partnersOf } from './partners.js';
import { followUp } from './quorum.js';

export function callTeams(state: State, level: LevelId, at: Instant): EventBody[] {
  return called(teamCalls(state, teamsNeeded(state.basis.plan, level, state.report.category), at));
}

/** Calls and stands down the difference, and counts those who stay by what is wanted of them now. */
export function changeToLevel(state: State, level: LevelId, at: Instant): EventBody[] {
  return orFollowUp(state, at, changeTeams(state, level, 'levelChanged', at));
}

/** The difference between the two categories at the level of now; before there is one, nobody of a team is called. */
export function changeToCategory(state: State, at: Instant): EventBody[] {
  const { level } = state.grading;
  if (state.phase !== 'responding' || level === undefined) return [];
  return orFollowUp(state, at, changeTeams(state, level, 'categoryChanged', at));
}

/** Whoever the new version wants besides those who are called already, and whom it no longer wants. */
export function changeToPlan(state: State, at: Instant): EventBody[] {
  const { level } = state.grading;
  if (state.phase === 'responding' && level !== undefined) {
    return orFollowUp(state, at, changeTeams(state, level, 'planMoved', at, newMembers(state, level, at)));
  }
  if (!isAlerting(state)) return [];
  const { posts } = state.basis.plan.verification;
  const surplus = alertedPosts(state).filter((body) => !posts.includes(body.target.id));
  return [...called(missingAlerts(state)), ...stoodDown(state, 'planMoved', surplus)];
}

/**
 * Whoever has come to a post or team that is called already; whoever has left it keeps the call until released. Of a team
 * those alone whom the change is about: an absence of somebody else that has run out meanwhile is no reason to wake them.
 */
export function callNewcomers(state: State, change: EventOf<'peopleChanged'>): EventBody[] {
  const { level } = state.grading;
  if (state.phase === 'responding' && level !== undefined) {
    const isMeant = meantBy(change);
    const joining = newMembers(state, level, change.at).map((call) => only(isMeant, call));
    return orFollowUp(state, change.at, called(joining.filter(({ people }) => people.length > 0)));
  }
  return alertOthers(state);
}

/** Whoever is in a post by now whose holders are alerted, and was not there at the alert. */
export function alertOthers(state: State): EventBody[] {
  return isAlerting(state) ? called(missingAlerts(state)) : [];
}

/** Added to a post, not only moved in its list, or known otherwise than before. */
function meantBy({ posts, people }: EventOf<'peopleChanged'>): (person: PersonId) => boolean {
  const added = posts.flatMap(({ removed, added }) => {
    const before = new Set(removed);
    return added.filter((person) => !before.has(person));
  });
  const meant = new Set([...added, ...people.map(({ person }) => person)]);
  return (person) => meant.has(person);
}

function only(isMeant: (person: PersonId) => boolean, { people, notCalled = [], ...call }: Asked): Asked {
  const passedOver = notCalled.filter(({ person }) => isMeant(person));
  return { ...call, people: people.filter(isMeant), ...(passedOver.length === 0 ? {} : { notCalled: passedOver }) };
}

function isAlerting({ phase }: State): boolean {
  return phase === 'reported' || phase === 'standby';
}

function alertedPosts(state: State): CalledBody[] {
  return activeBodies(state).filter((body) => body.target.kind === 'post');
}

/** Of a post of command nobody is alerted anew: whoever fills it has heard of the incident by filling it. */
function missingAlerts(state: State): Asked[] {
  const active = alertedPosts(state);
  return alertCalls(state).filter(({ target, people }) => {
    const body = active.find((one) => one.target.id === target.id);
    if (body === undefined) return true;
    const before = everCalled(body);
    return state.command.posts[target.id] === undefined && people.some((person) => !before.has(person));
  });
}

/** Who may stand in may have changed where nothing else has. */
function orFollowUp(state: State, at: Instant, changes: EventBody[]): EventBody[] {
  return changes.length === 0 ? followUp(state, at) : changes;
}

/** People who have come to teams that are called already. Whoever is no longer in one stays until released. */
function newMembers(state: State, level: LevelId, at: Instant): Asked[] {
  const needed = teamsNeeded(state.basis.plan, level, state.report.category);
  return activeTeams(state)
    .filter(({ target }) => needed.includes(target.id))
    .map((body) => joiningCall(state, body, at))
    .filter(({ people }) => people.length > 0);
}

/** In one event, so that whoever is called for several reasons gets one mail. */
function changeTeams(
  state: State,
  level: LevelId,
  why: 'levelChanged' | 'categoryChanged' | 'planMoved',
  at: Instant,
  joining: Asked[] = [],
): EventBody[] {
  const needed = teamsNeeded(state.basis.plan, level, state.report.category);
  const active = activeTeams(state);
  const missing = needed.filter((team) => !active.some((body) => body.target.id === team));
  const staying = active.filter((body) => needed.includes(body.target.id));
  const surplus = active.filter((body) => !needed.includes(body.target.id));
  return [
    ...called([...joining, ...teamCalls(state, missing, at)]),
    ...quorumsChanged(state, staying, at),
    ...stoodDown(state, why, surplus),
  ];
}

function teamCalls(state: State, teams: TeamId[], at: Instant): Asked[] {
  return teams.map((team) => teamCall(state, team, at));
}

/** The time begins anew, since more may be wanted than could be known before. */
function quorumsChanged(state: State, bodies: readonly CalledBody[], at: Instant): EventBody[] {
  const quorums = bodies
    .filter((body) => !isInLine(state, body))
    .map(({ target, quorum }) => {
      const wanted = wantedOf(state, target.id);
      return {
        team: target.id,
        ...(quorum === undefined ? {} : { from: quorum.need }),
        ...(wanted === undefined ? {} : { ...wanted, by: at + wanted.within }),
      };
    });
  return quorums.length === 0 ? [] : [{ type: 'quorumChanged', quorums }];
}

export function withQuorums(slice: MobilisationSlice, { quorums }: EventOf<'quorumChanged'>): MobilisationSlice {
  return quorums.reduce(
    (s, { team, need, by, within }) =>
      changeBody(s, { kind: 'team', id: team }, ({ quorum, ...body }) => {
        if (need === undefined || by === undefined || within === undefined) return body;
        return { ...body, quorum: renewed(opened({ ...need, by, within }), quorum) };
      }),
    slice,
  );
}

/** Whoever was complete stays so until it is counted; whoever was told of a shortage is told of its end. */
function renewed(quorum: Quorum, before: Quorum | undefined): Quorum {
  const told = before?.told ?? [];
  return before?.status === 'reached' ? { ...quorum, status: 'reached', next: undefined, told } : { ...quorum, told };
}

export function stoodDown(state: State, why: EventOf<'stoodDown'>['why'], bodies: readonly CalledBody[]): EventBody[] {
  const calls = bodies.map((body) => {
    const partners = partnersOf(state, body);
    return { ...wholeBody(body), ...(partners.length === 0 ? {} : { partners }) };
  });
  return calls.length === 0 ? [] : [{ type: 'stoodDown', why, calls }];
}
