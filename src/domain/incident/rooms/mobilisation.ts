import type { CompiledPlan, Ladder, LevelId, PersonId, PostId, TeamId } from '../../plan/compiled.js';
import { earliest } from '../../time.js';
import type { Instant } from '../../time.js';
import { holderOf } from '../authority.js';
import { callEntries, callOf, newCalls, peopleCalled, withCalls } from '../calls.js';
import { noticeIdFor } from '../effects.js';
import type { CalledTarget, EventBody, EventOf, IncidentEvent, Target } from '../events.js';
import type { MessageOf } from '../messages.js';
import { refusal } from '../refusals.js';
import type { Room } from '../room.js';
import { targetKey } from '../state.js';
import type { Call, CalledBody, MobilisationSlice, State } from '../state.js';

/** Who is called, who answered, who is silent. Posts are called by the report, teams by the level. */
export const mobilisation: Room<'mobilisation'> = {
  name: 'mobilisation',
  initial: { bodies: {} },

  evolve(slice, event, state) {
    switch (event.type) {
      case 'called':
        return event.calls.reduce((s, call) => addBody(s, call, event, ladderFor(state, call.target)), slice);
      case 'acknowledged':
        return event.targets.reduce((s, target) => acknowledge(s, target, event), slice);
      case 'reminded':
        return event.calls.reduce((s, call) => markReminded(s, call, event, ladderFor(state, call.target)), slice);
      case 'silent':
        return event.calls.reduce((s, call) => markSilent(s, call, event.at), slice);
      case 'stoodDown':
        return event.calls.reduce((s, call) => standDown(s, call.target, event.at), slice);
      case 'noticeAttempted':
        return markDelivery(slice, event);
      default:
        return slice;
    }
  },

  decide: { acknowledge: decideAcknowledge },

  react(state, event) {
    switch (event.type) {
      case 'levelProposed':
        // The first proposal: by then the posts of command are filled.
        return state.phase === 'reported' && Object.keys(state.mobilisation.bodies).length === 0
          ? called(alertCalls(state))
          : [];
      case 'activated':
        return called(teamCalls(state, teamsNeeded(state.basis.plan, event.level, state.report.category)));
      case 'levelChanged':
        return changeTeams(state, event.to, 'levelChanged');
      case 'planMoved':
        return changeToPlan(state);
      case 'terminated':
        return stoodDown('terminated', activeBodies(state));
      case 'rejected':
        return stoodDown('rejected', activeBodies(state));
      case 'merged':
        return stoodDown('merged', activeBodies(state));
      default:
        return [];
    }
  },

  due(state) {
    return earliest(...waiting(state).flatMap((body) => [body.remindAt, body.escalateAt]));
  },

  wake(state, at) {
    const bodies = waiting(state);
    const remind = bodies.filter((body) => isDue(body.remindAt, at));
    const escalate = bodies.filter((body) => !isDue(body.remindAt, at) && isDue(body.escalateAt, at));
    const events: EventBody[] = [];
    if (remind.length > 0) events.push({ type: 'reminded', calls: remind.map(unanswered) });
    for (const body of escalate) {
      events.push({ type: 'silent', calls: [unanswered(body)], tell: toldOfSilence(state, body) });
    }
    return events;
  },
};

export function teamsNeeded(plan: CompiledPlan, level: LevelId, category: string): TeamId[] {
  const rules = plan.mobilisation.filter(
    (rule) => rule.levels.includes(level) && (rule.categories === undefined || rule.categories.includes(category)),
  );
  const wanted = new Set(rules.map((rule) => rule.team));
  return plan.teams.map((team) => team.id).filter((id) => wanted.has(id));
}

/** Whoever the new version wants besides those who are called already, and whom it no longer wants. */
function changeToPlan(state: State): EventBody[] {
  const { level } = state.grading;
  if (state.phase === 'responding' && level !== undefined) {
    return changeTeams(state, level, 'planMoved', newMembers(state, level));
  }
  if (state.phase !== 'reported' && state.phase !== 'standby') return [];
  const { posts } = state.basis.plan.verification;
  const active = activeBodies(state).filter((body) => body.target.kind === 'post');
  const missing = alertCalls(state).filter(({ target }) => !active.some((body) => body.target.id === target.id));
  return [
    ...called(missing),
    ...stoodDown(
      'planMoved',
      active.filter((body) => !posts.includes(body.target.id)),
    ),
  ];
}

/** People whom the new version puts into teams that are called already. Whoever is no longer in one stays until released. */
function newMembers(state: State, level: LevelId): CalledTarget[] {
  const needed = teamsNeeded(state.basis.plan, level, state.report.category);
  const calls = activeBodies(state)
    .filter(({ target }) => target.kind === 'team' && needed.includes(target.id))
    .map(({ target, people }) => {
      const before = new Set(peopleCalled(people));
      return { target, people: membersOf(state, target.id).filter((person) => !before.has(person)) };
    });
  return calls.filter(({ people }) => people.length > 0);
}

/** In one event, so that whoever is called for several reasons gets one mail. */
function changeTeams(
  state: State,
  level: LevelId,
  why: 'levelChanged' | 'planMoved',
  joining: CalledTarget[] = [],
): EventBody[] {
  const needed = teamsNeeded(state.basis.plan, level, state.report.category);
  const active = activeBodies(state).filter((body) => body.target.kind === 'team');
  const missing = needed.filter((team) => !active.some((body) => body.target.id === team));
  const surplus = active.filter((body) => !needed.includes(body.target.id));
  return [...called([...joining, ...teamCalls(state, missing)]), ...stoodDown(why, surplus)];
}

function called(calls: CalledTarget[]): EventBody[] {
  return calls.length === 0 ? [] : [{ type: 'called', calls }];
}

function stoodDown(why: EventOf<'stoodDown'>['why'], bodies: CalledBody[]): EventBody[] {
  const calls = bodies.map((body) => ({ target: body.target, people: peopleCalled(body.people) }));
  return calls.length === 0 ? [] : [{ type: 'stoodDown', why, calls }];
}

function alertCalls(state: State): CalledTarget[] {
  return state.basis.plan.verification.posts.flatMap((post) => {
    const person = holderOf(state, post);
    return person === undefined ? [] : [{ target: { kind: 'post', id: post }, people: [person] }];
  });
}

function teamCalls(state: State, teams: TeamId[]): CalledTarget[] {
  return teams.map((team) => ({ target: { kind: 'team', id: team }, people: membersOf(state, team) }));
}

function membersOf(state: State, team: TeamId): PersonId[] {
  const posts = state.basis.plan.posts.filter((post) => post.team === team);
  return [...new Set(posts.flatMap((post) => state.basis.holders[post.id] ?? []))];
}

function ladderFor(state: State, target: Target): Ladder {
  const { alert, call } = state.basis.plan.notification;
  return target.kind === 'post' ? alert : call;
}

function activeBodies(state: State): CalledBody[] {
  return Object.values(state.mobilisation.bodies).filter((body) => body.status === 'called');
}

function waiting(state: State): CalledBody[] {
  return activeBodies(state).filter((body) => body.outstanding > 0);
}

function isDue(instant: Instant | undefined, at: Instant): boolean {
  return instant !== undefined && instant <= at;
}

function unanswered(body: CalledBody): CalledTarget {
  const people = callEntries(body.people).filter(([, call]) => call.status === 'called');
  return { target: body.target, people: people.map(([person]) => person) };
}

/** The lead of the team and whom the plan names; nobody is told of their own silence alone. */
function toldOfSilence(state: State, body: CalledBody): PersonId[] {
  const lead = state.basis.plan.teams.find((team) => body.target.kind === 'team' && team.id === body.target.id)?.lead;
  const { escalateTo } = ladderFor(state, body.target);
  const silent = unanswered(body).people;
  const leads: PostId[] = lead === undefined ? [] : [lead];
  const people = [...leads, ...escalateTo].map((post) => holderOf(state, post)).filter((p) => p !== undefined);
  const others = people.filter((person) => !silent.includes(person));
  return [...new Set(others)];
}

function addBody(
  slice: MobilisationSlice,
  call: CalledTarget,
  event: IncidentEvent,
  ladder: Ladder,
): MobilisationSlice {
  const people = newCalls(call.people, { status: 'called', since: event.at, notices: [noticeIdFor(event.seq)] });
  const before = slice.bodies[targetKey(call.target)];
  const joined = before?.status === 'called' ? before : undefined;
  // Whoever joins people who have not answered yet is waited for with them, so that their silence is not told later.
  const waiting = joined !== undefined && joined.outstanding > 0 ? joined : undefined;
  const body: CalledBody = {
    target: call.target,
    status: 'called',
    since: joined?.since ?? event.at,
    remindAt: Math.min(event.at + ladder.remindAfter, waiting?.remindAt ?? Infinity),
    escalateAt: Math.min(event.at + ladder.escalateAfter, waiting?.escalateAt ?? Infinity),
    people: [...(joined?.people ?? []), ...people],
    outstanding: (joined?.outstanding ?? 0) + call.people.length,
  };
  return { bodies: { ...slice.bodies, [targetKey(call.target)]: body } };
}

function changeBody(
  slice: MobilisationSlice,
  target: Target,
  change: (body: CalledBody) => CalledBody,
): MobilisationSlice {
  const key = targetKey(target);
  const body = slice.bodies[key];
  return body === undefined ? slice : { bodies: { ...slice.bodies, [key]: change(body) } };
}

function changeCalls(body: CalledBody, people: PersonId[], change: (call: Call) => Call): CalledBody {
  let outstanding = body.outstanding;
  const changed = withCalls(body.people, people, (call) => {
    const next = change(call);
    outstanding += Number(next.status === 'called') - Number(call.status === 'called');
    return next;
  });
  return { ...body, people: changed, outstanding };
}

function acknowledge(slice: MobilisationSlice, target: Target, event: EventOf<'acknowledged'>): MobilisationSlice {
  return changeBody(slice, target, (body) =>
    changeCalls(body, [event.person], ({ notices }) => ({
      status: 'acknowledged',
      since: event.at,
      notices,
      ...(event.eta === undefined ? {} : { eta: event.eta }),
      ...(event.request === undefined ? {} : { answeredBy: event.request.id }),
    })),
  );
}

/** Escalation counts from the reminder that was really sent, so that an outage does not cut the answer time short. */
function markReminded(
  slice: MobilisationSlice,
  call: CalledTarget,
  event: IncidentEvent,
  ladder: Ladder,
): MobilisationSlice {
  return changeBody(slice, call.target, ({ remindAt: _, ...body }) => ({
    ...changeCalls(body, call.people, (c) => ({ ...c, notices: [...c.notices, noticeIdFor(event.seq)] })),
    escalateAt: event.at + ladder.escalateAfter - ladder.remindAfter,
  }));
}

function markSilent(slice: MobilisationSlice, call: CalledTarget, at: Instant): MobilisationSlice {
  return changeBody(slice, call.target, ({ escalateAt: _, ...body }) =>
    changeCalls(body, call.people, (c) => ({ ...c, status: 'silent', since: at })),
  );
}

function standDown(slice: MobilisationSlice, target: Target, at: Instant): MobilisationSlice {
  return changeBody(slice, target, ({ remindAt: _r, escalateAt: _e, ...body }) => ({
    ...changeCalls(body, peopleCalled(body.people), (c) => ({ ...c, status: 'stoodDown', since: at })),
    status: 'stoodDown',
    since: at,
  }));
}

function markDelivery(slice: MobilisationSlice, event: EventOf<'noticeAttempted'>): MobilisationSlice {
  const troubles = new Map([...event.unreachable, ...event.delayed].map(({ person, code }) => [person, code]));
  const concerned = [...event.accepted, ...troubles.keys()];
  return Object.values(slice.bodies).reduce((s, body) => {
    const people = concerned.filter((person) => {
      const call = callOf(body.people, person);
      return call?.notices.includes(event.noticeId) && call.undelivered !== troubles.get(person);
    });
    if (people.length === 0) return s;
    return changeBody(s, body.target, (b) => ({
      ...b,
      people: withCalls(b.people, people, ({ undelivered: _, ...call }, person) => {
        const code = troubles.get(person);
        return code === undefined ? call : { ...call, undelivered: code };
      }),
    }));
  }, slice);
}

function decideAcknowledge(state: State, message: MessageOf<'acknowledge'>): EventBody[] {
  const mine = Object.values(state.mobilisation.bodies).flatMap((body) => {
    const call = callOf(body.people, message.person);
    const asked = message.noticeId === undefined || call?.notices.includes(message.noticeId);
    return call !== undefined && asked ? [{ target: body.target, call }] : [];
  });
  if (mine.some(({ call }) => call.answeredBy === message.requestId)) return [];
  const open = mine.filter(({ call }) => call.status === 'called' || call.status === 'silent');
  if (open.length > 0) {
    return [
      {
        type: 'acknowledged',
        person: message.person,
        targets: open.map(({ target }) => target),
        ...(message.eta === undefined ? {} : { eta: message.eta }),
      },
    ];
  }
  const answered = mine.some(({ call }) => call.status === 'acknowledged');
  const found = message.noticeId === undefined ? {} : { noticeId: message.noticeId };
  return [answered ? refusal('already_acknowledged', found) : refusal('not_called', found)];
}
