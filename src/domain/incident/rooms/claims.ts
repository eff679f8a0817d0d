import type { PersonId, PostId } from '../../plan/compiled.js';
import { differenceOf } from '../../plan/peopleChange.js';
import type { Instant } from '../../time.js';
import { authorityOf, holderOf, holdersOfPosts } from '../authority.js';
import { callOf, isCallOver, peopleCalled } from '../calls.js';
import type { ClaimRole } from '../effects.js';
import type { EventBody, EventOf, IncidentEvent } from '../events.js';
import type { MessageOf } from '../messages.js';
import { isAfterEnd, isOver } from '../phases.js';
import { isPreempted, withoutPreempted } from '../preempted.js';
import { refusal } from '../refusals.js';
import type { Room } from '../room.js';
import { targetKey } from '../state.js';
import type { ClaimsSlice, State } from '../state.js';

/**
 * Who serves this incident alone, and whom another live incident holds already. Calls go out first; the ledger is asked
 * beside. Held by two is a conflict that a person decides: share, or yield. What the other incident lets go is granted to
 * whoever has waited, by level, then time. Whom a real incident needs it has at once, whatever drill had them.
 */
export const claims: Room<'claims'> = {
  name: 'claims',
  initial: { contested: {}, shared: {}, preempted: undefined, remindAt: undefined },

  evolve(slice, event, state) {
    switch (event.type) {
      case 'claimsAnswered':
        return answered(slice, event, () => event.at + state.basis.plan.notification.call.escalateAfter);
      case 'claimsReminded':
        return { ...slice, remindAt: event.at + state.basis.plan.notification.call.escalateAfter };
      case 'claimResolved':
        return without(slice, [event.person]);
      case 'preempted':
        return { ...without(slice, event.people), preempted: [...(slice.preempted ?? []), ...event.people] };
      case 'commandPassed':
        return isWanted(state, event.from) ? slice : without(slice, [event.from]);
      case 'declined':
        return isWanted(state, event.person) ? slice : without(slice, [event.person]);
      case 'released':
        return without(
          slice,
          event.calls.flatMap(({ people }) => people).filter((person) => !isWanted(state, person)),
        );
      case 'stoodDown':
        return without(slice, noLongerWanted(state, event));
      case 'terminated':
      case 'rejected':
      case 'merged':
        // Not by which object it is: a state that was read back has others.
        return state.moved.claims === 0 ? slice : atEnd(slice);
      default:
        return slice;
    }
  },

  decide: { resolveClaim, preempt, claimed, releasedClaims, recheckClaims },

  react(state, event) {
    switch (event.type) {
      case 'called':
        return event.calls
          .filter(({ target, people }) => target.kind === 'team' && people.length > 0)
          .map(({ target, people }, i) => claim(state, event, { role: 'team', target: targetKey(target), people, i }));
      case 'postFilled':
        return commands(state, event.post) && holdsPeople(state) ? [claimCommand(state, event, event.person)] : [];
      case 'reopened':
        return holdersOfPosts(state, [state.basis.plan.command.commander])
          .filter((person) => !isPreempted(state, person))
          .map((person) => claimCommand(state, event, person));
      case 'commandPassed':
        if (!holdsPeople(state)) return [];
        return [
          claimCommand(state, event, event.to),
          ...stepsDown(state, event),
          ...release(state, event, [event.from]),
        ];
      case 'stoodDown':
        return event.why === 'levelChanged' || event.why === 'planMoved' || event.why === 'categoryChanged'
          ? release(state, event, noLongerWanted(state, event))
          : [];
      case 'declined':
        return release(state, event, [event.person]);
      case 'acknowledged':
      case 'arrived':
        return comesAfterAll(state, event)
          ? [claim(state, event, { ...wantedFor(state, event.person), people: [event.person] })]
          : [];
      case 'released':
        return release(state, event, [...new Set(event.calls.flatMap(({ people }) => people))]);
      case 'claimResolved':
        return event.decision === 'yield'
          ? [
              {
                type: 'effectRequested',
                effect: { kind: 'releaseClaims', id: `r${event.seq}`, people: [event.person] },
              },
            ]
          : [claim(state, event, { ...wantedFor(state, event.person), people: [event.person], share: true })];
      case 'preempted':
        return [
          { type: 'effectRequested', effect: { kind: 'releaseClaims', id: `r${event.seq}`, people: event.people } },
        ];
      case 'claimsRechecked':
        return recheck(state, event);
      case 'levelChanged':
        // Whoever waits, waits by the level of now.
        return Object.keys(state.claims.contested).length === 0 ? [] : [rechecked(state)];
      case 'terminated':
      case 'rejected':
      case 'merged':
        return [{ type: 'effectRequested', effect: { kind: 'releaseClaims', id: `r${event.seq}` } }];
      default:
        return [];
    }
  },

  due: (state) => state.claims.remindAt,
  wake(state) {
    const people = Object.keys(state.claims.contested);
    return [{ type: 'claimsReminded', people, tell: toldOfConflict(state, people) }];
  },

  openItems({ claims: { contested } }) {
    return Object.keys(contested).map((id) => ({ code: 'person_contested', id }));
  },
};

/** Whoever decides about a contested person: the leads of the teams that want them, and command. */
export function toldOfConflict(state: State, people: PersonId[]): PersonId[] {
  return holdersOfPosts(state, [...new Set(people.flatMap((person) => postsOver(state, person)))]);
}

function postsOver(state: State, person: PersonId): PostId[] {
  const { command, notification, teams } = state.basis.plan;
  const leads = teams.filter(({ id }) => isCalledFor(state, person, `team/${id}`)).map(({ lead }) => lead);
  return [command.commander, ...command.deputies, ...leads, ...(notification.shortage?.tell ?? [])];
}

/** After the end the ledger has been told to let all of them go. */
function holdsPeople({ phase }: State): boolean {
  return !isAfterEnd(phase) && !isOver(phase);
}

function isCalledFor(state: State, person: PersonId, key: string): boolean {
  const body = state.mobilisation.bodies[key];
  const call = body?.status === 'called' ? callOf(body.people, person) : undefined;
  return call !== undefined && !isCallOver(call);
}

/** Whoever had declined was let go, and is claimed anew. */
function comesAfterAll(state: State, { person, targets }: EventOf<'acknowledged' | 'arrived'>): boolean {
  const calls = targets.map((target) => state.mobilisation.bodies[targetKey(target)]);
  return (
    isWanted(state, person) &&
    calls.some((body) => body !== undefined && callOf(body.people, person)?.afterAll === true)
  );
}

function commands(state: State, post: PostId): boolean {
  return post === state.basis.plan.command.commander;
}

interface Wanted {
  role: ClaimRole;
  target: string;
}

/** What this incident wants a person for: to command, else the first team that has called them. */
function wantedFor(state: State, person: PersonId): Wanted {
  const { commander } = state.basis.plan.command;
  if (holderOf(state, commander) === person) return { role: 'command', target: `post/${commander}` };
  const { bodies } = state.mobilisation;
  const key = Object.keys(bodies).find((k) => bodies[k]!.target.kind === 'team' && isCalledFor(state, person, k));
  return { role: 'team', target: key ?? '' };
}

function claim(
  state: State,
  event: IncidentEvent,
  { i = 0, ...wanted }: Wanted & { people: PersonId[]; share?: true; stepsDown?: true; i?: number },
): EventBody {
  return {
    type: 'effectRequested',
    effect: { kind: 'claim', id: `c${event.seq}.${i + 1}`, rank: rankOf(state), ...wanted },
  };
}

function claimCommand(state: State, event: IncidentEvent, person: PersonId): EventBody {
  const target = `post/${state.basis.plan.command.commander}`;
  return claim(state, event, { role: 'command', target, people: [person] });
}

/** Whoever is relieved and works for a team goes on being held, but not as the one who commands. */
function stepsDown(state: State, event: EventOf<'commandPassed'>): EventBody[] {
  const { from } = event;
  if (!isWanted(state, from)) return [];
  return [claim(state, event, { ...wantedFor(state, from), people: [from], stepsDown: true, i: 1 })];
}

/** 0 is the most severe level; before one is decided, the mildest. */
function rankOf(state: State): number {
  const { levels } = state.basis.plan;
  const at = levels.findIndex(({ id }) => id === state.grading.level);
  return at < 0 ? levels.length : at;
}

function release(state: State, event: IncidentEvent, people: PersonId[]): EventBody[] {
  const free = people.filter((person) => !isWanted(state, person));
  return free.length === 0
    ? []
    : [{ type: 'effectRequested', effect: { kind: 'releaseClaims', id: `r${event.seq}`, people: free } }];
}

function isWanted(state: State, person: PersonId): boolean {
  if (isPreempted(state, person)) return false;
  if (holderOf(state, state.basis.plan.command.commander) === person) return true;
  const bodies = Object.values(state.mobilisation.bodies).filter(({ target }) => target.kind === 'team');
  return bodies.some(({ target }) => isCalledFor(state, person, targetKey(target)));
}

function noLongerWanted(state: State, { calls }: EventOf<'stoodDown'>): PersonId[] {
  const teams = calls.filter(({ target }) => target.kind === 'team');
  return [...new Set(teams.flatMap(({ people }) => people))].filter((person) => !isWanted(state, person));
}

/** Everybody whom this incident wants, as the ledger has to know them. */
function rechecked(state: State): EventBody {
  const commander = holderOf(state, state.basis.plan.command.commander);
  const called = Object.values(state.mobilisation.bodies).flatMap(({ people }) => peopleCalled(people));
  const people = called.filter((person) => isWanted(state, person));
  return {
    type: 'claimsRechecked',
    people: [...new Set([...(commander === undefined ? [] : [commander]), ...people])],
  };
}

/** Whoever was stood down at the same moment is not claimed again. */
function recheck(state: State, event: EventOf<'claimsRechecked'>): EventBody[] {
  const groups = new Map<string, { wanted: Wanted; people: PersonId[] }>();
  for (const person of event.people.filter((one) => isWanted(state, one))) {
    const wanted = wantedFor(state, person);
    const group = groups.get(wanted.target) ?? { wanted, people: [] };
    group.people.push(person);
    groups.set(wanted.target, group);
  }
  return [...groups.values()].map(({ wanted, people }, i) => claim(state, event, { ...wanted, people, i }));
}

function without(slice: ClaimsSlice, people: PersonId[]): ClaimsSlice {
  const gone = (record: Record<PersonId, unknown>) => people.some((person) => person in record);
  if (!gone(slice.contested) && !gone(slice.shared)) return slice;
  const rest = <T>(record: Record<PersonId, T>): Record<PersonId, T> =>
    Object.fromEntries(Object.entries(record).filter(([person]) => !people.includes(person)));
  return timed({ ...slice, contested: rest(slice.contested), shared: rest(slice.shared) });
}

/** A real incident goes on when the drill is over. */
function atEnd({ preempted }: ClaimsSlice): ClaimsSlice {
  return { ...claims.initial, preempted };
}

/** There is something to remind of exactly while somebody is contested. */
function timed(slice: ClaimsSlice, first?: () => Instant): ClaimsSlice {
  const isContested = Object.keys(slice.contested).length > 0;
  return { ...slice, remindAt: isContested ? (slice.remindAt ?? first?.()) : undefined };
}

function answered(slice: ClaimsSlice, event: EventOf<'claimsAnswered'>, remindAt: () => Instant): ClaimsSlice {
  const { granted, contested, shared } = event;
  const rest = without(slice, granted);
  return timed(
    {
      ...rest,
      contested: {
        ...rest.contested,
        ...Object.fromEntries(contested.map(({ person, heldBy, role }) => [person, { heldBy, role }])),
      },
      shared: { ...rest.shared, ...Object.fromEntries(shared.map((entry) => [entry.person, entry.with])) },
    },
    remindAt,
  );
}

/** Says only what is news, but always settles its effect. */
function claimed(state: State, message: MessageOf<'claimed'>): EventBody[] {
  const effect = state.effects.pending[message.effectId]?.effect;
  if (effect?.kind !== 'claim') return [];
  const { contested, shared } = state.claims;
  const wanted = effect.people.filter((person) => holdsPeople(state) && isWanted(state, person));
  const now = message.contested.filter(({ person }) => wanted.includes(person));
  const taken = new Set(now.map(({ person }) => person));
  return [
    {
      type: 'claimsAnswered',
      effectId: effect.id,
      granted: wanted.filter((person) => person in contested && !taken.has(person)),
      contested: now.filter(({ person, heldBy }) => contested[person]?.heldBy !== heldBy),
      shared: message.shared.filter(
        (entry) => wanted.includes(entry.person) && shared[entry.person]?.join() !== entry.with.join(),
      ),
    },
  ];
}

function releasedClaims(state: State, { effectId }: MessageOf<'releasedClaims'>): EventBody[] {
  return state.effects.pending[effectId]?.effect.kind === 'releaseClaims' ? [{ type: 'claimsReleased', effectId }] : [];
}

function recheckClaims(state: State): EventBody[] {
  return holdsPeople(state) ? [rechecked(state)] : [];
}

function resolveClaim(state: State, { actor, person, decision, reason }: MessageOf<'resolveClaim'>): EventBody[] {
  const { contested } = state.claims;
  if (contested[person] === undefined)
    return [refusal('not_contested', { person }, { people: Object.keys(contested) })];
  const by = authorityOf(state, actor, postsOver(state, person));
  if ('code' in by) return [by];
  if (reason.trim() === '') return [refusal('reason_required')];
  const inCommand = holderOf(state, state.basis.plan.command.commander) === person;
  if (inCommand && decision === 'yield') return [refusal('hand_over_first', { person })];
  return [{ type: 'claimResolved', ...by, person, decision, texts: { reason } }];
}

/** Only who conducts the drill says so. Whoever is taken already is no news, and nobody comes back to it. */
function preempt(state: State, { actor, people, heldBy }: MessageOf<'preempt'>): EventBody[] {
  if (actor.kind !== 'operator' && actor.kind !== 'system') return [refusal('operator_only')];
  const { report, basis } = state;
  if (report.mode !== 'drill') return [refusal('not_a_drill')];
  const taken = [...new Set(people)].filter((person) => !isPreempted(state, person));
  if (taken.length === 0) return [];
  const { posts } = differenceOf(basis, { ...basis, holders: withoutPreempted(basis.holders, taken) });
  return [{ type: 'preempted', heldBy, people: taken, posts }];
}
