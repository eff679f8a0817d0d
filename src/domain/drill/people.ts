import type { Actor } from '../incident/actor.js';
import type { PersonId, PostId } from '../plan/compiled.js';
import type { DrillRoles } from './messages.js';
import { refuse } from './refusals.js';
import type { Refused } from './refusals.js';
import type { DrillState } from './state.js';

/** `standIn`: for a director whom a real incident has taken, or who lets it stand still. */
export type Part = keyof DrillRoles | 'drafter' | 'approver' | 'receiver' | 'standIn';

/** The operator runs what nobody else is there to run; everything is recorded under that name. */
export function mustHave(state: DrillState, actor: Actor, ...parts: Part[]): Refused | undefined {
  if (actor.kind === 'operator' || actor.kind === 'system') return undefined;
  const people = parts.flatMap((part) => havingPart(state, part));
  if (actor.kind === 'person' && people.includes(actor.id)) return undefined;
  return refuse('not_authorised', {}, { people: [...new Set(people)] });
}

function havingPart(state: DrillState, part: Part): PersonId[] {
  const { roles, rules, draftedBy, preempted, standstill } = state;
  switch (part) {
    case 'drafter':
      return rules.drafterApart && draftedBy !== undefined ? [draftedBy] : [];
    case 'director':
      return [roles.director];
    case 'approver':
      return [...rules.approvers, ...mayApprove(state)];
    case 'standIn':
      if (rules.edition !== 2) return [];
      return preempted?.people.includes(roles.director)
        ? rules.approvers
        : rules.approvers.filter((person) => standstill?.told.includes(person));
    case 'receiver':
      return [...rules.submittedTo, ...mayAccept(state)];
    default:
      return roles[part];
  }
}

/** Who has written the scheme, or changed it. */
export function authors({ draftedBy, revisedBy = [] }: Pick<DrillState, 'draftedBy' | 'revisedBy'>): PersonId[] {
  return [...new Set([...(draftedBy === undefined ? [] : [draftedBy]), ...revisedBy])];
}

/** Whom the plan names for it, but for the authors; where all of them are, whoever stands in. */
export function mayApprove(state: Pick<DrillState, 'rules' | 'draftedBy' | 'revisedBy'>): PersonId[] {
  const own = authors(state);
  const { approvers, approversElse = [] } = state.rules;
  const others = approvers.filter((person) => !own.includes(person));
  return others.length > 0 ? others : approversElse.filter((person) => !own.includes(person));
}

/**
 * To whom the plan submits it, but for whoever hands it in; where that is all of them, those who approve drills, then whoever
 * stands in for them; where nobody does, they. To somebody who is there nobody is preferred whom the simulator plays.
 */
export function mayAccept(state: Pick<DrillState, 'rules' | 'report' | 'simulateAbsent' | 'cameInPerson'>): PersonId[] {
  const { rules, report } = state;
  const { submittedTo, approvers, approversElse = [] } = rules;
  const by = report?.by;
  const isThere = by !== undefined && !isSimulated(state, by);
  const others = (people: readonly PersonId[]) =>
    people.filter((person) => person !== by && !(isThere && isSimulated(state, person)));
  return [submittedTo, approvers, approversElse].map(others).find((people) => people.length > 0) ?? submittedTo;
}

/** Is not there, and played by the simulator. */
export function isSimulated(
  { cameInPerson = [], ...state }: Pick<DrillState, 'simulateAbsent' | 'cameInPerson'>,
  person: PersonId,
): boolean {
  return wasSimulated(state, person) && !cameInPerson.includes(person);
}

/** When it began they were not there, whoever came later. */
export function wasSimulated({ simulateAbsent }: Pick<DrillState, 'simulateAbsent'>, person: PersonId): boolean {
  return simulateAbsent?.people.includes(person) === true;
}

/** Everybody who has a part in it, each once. */
export function everybody({ roles }: Pick<DrillState, 'roles'>): PersonId[] {
  const { director, controllers, evaluators, safety, observers, players } = roles;
  return [...new Set([director, ...controllers, ...evaluators, ...safety, ...observers, ...players])];
}

/** Who steers it, and guards its safety. */
export function whoRuns({ roles }: Pick<DrillState, 'roles'>): PersonId[] {
  return [...new Set([roles.director, ...roles.controllers, ...roles.safety])];
}

/** Who runs, judges or watches it, whether they also play or not. */
export function staffOf({ roles }: Pick<DrillState, 'roles'>): PersonId[] {
  return everybody({ roles: { ...roles, players: [] } });
}

/** Who hears of it before it begins: where it is not announced, nobody who only plays. */
export function announcedTo(state: Pick<DrillState, 'roles' | 'scenario'>): PersonId[] {
  return state.scenario.unannounced === true ? staffOf(state) : everybody(state);
}

/** A real incident has taken everybody in these posts. */
export function areAllTaken(state: DrillState, posts: readonly PostId[]): boolean {
  const { rules, preempted } = state;
  if (!rules.tellsOfTaken || preempted === undefined) return false;
  return areAll(state, posts, (person) => preempted.people.includes(person));
}

/** The simulator plays everybody in these posts. */
export function areAllSimulated(state: DrillState, posts: readonly PostId[]): boolean {
  return areAll(state, posts, (person) => isSimulated(state, person));
}

/** Somebody in one of these posts plays, or is played by the simulator. */
export function isPlayed(state: DrillState, posts: readonly PostId[]): boolean {
  return holdersPlaying(state, posts).length > 0;
}

function areAll(state: DrillState, posts: readonly PostId[], so: (person: PersonId) => boolean): boolean {
  const theirs = holdersPlaying(state, posts);
  return theirs.length > 0 && theirs.every(so);
}

function holdersPlaying({ roles, rules, simulateAbsent }: DrillState, posts: readonly PostId[]): PersonId[] {
  const playing = new Set([...roles.players, ...(simulateAbsent?.people ?? [])]);
  return [...playing].filter((person) => rules.departments[person]?.some((post) => posts.includes(post)));
}
