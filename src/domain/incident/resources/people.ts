import type { PersonId, PostId, ResourceRule } from '../../plan/compiled.js';
import type { Instant } from '../../time.js';
import type { Actor } from '../actor.js';
import { authorityOf, postsHeldBy, whoCommands } from '../authority.js';
import { isAway } from '../availability.js';
import type { Needed, RequestsTold, RequestStep } from '../events.js';
import { ownerOf } from '../rooms/mobilisation/partners.js';
import { postsOfCommand, postsOver } from '../rooms/tasks/owners.js';
import type { PartnerRequest, ResourceRequest, State } from '../state.js';
import { spenders } from './spending.js';

export type AnyRequest = ResourceRequest | PartnerRequest;

export function ruleOf({ basis }: State, resource: string): ResourceRule | undefined {
  return basis.plan.resources?.find(({ id }) => id === resource);
}

export function needOf(state: State, request: string): Needed {
  const found = requestOf(state, request);
  if (found === undefined) return { request };
  return 'partner' in found ? { request, partner: found.partner } : { request, resource: found.resource };
}

/** Whoever names a request may name what every object has (`constructor`), and no request is called so. */
export function requestOf(state: State, id: string): AnyRequest | undefined {
  return stockRequestOf(state, id) ?? partnerRequestOf(state, id);
}

export function stockRequestOf({ resources: { requests } }: State, id: string): ResourceRequest | undefined {
  return Object.hasOwn(requests, id) ? requests[id] : undefined;
}

export function partnerRequestOf({ resources: { partners } }: State, id: string): PartnerRequest | undefined {
  return Object.hasOwn(partners, id) ? partners[id] : undefined;
}

/** In whose care it is, or who speaks with the partner. */
export function keepersOf(state: State, request: AnyRequest): PostId[] {
  if ('partner' in request) return ownerOf(state, request.partner);
  const rule = ruleOf(state, request.resource);
  return rule === undefined ? [] : [rule.custodian, ...(rule.deputy === undefined ? [] : [rule.deputy])];
}

/** Posts that hand it out, take it back and say what became of it; or that say what the partner answered. */
export function handlersOf(state: State, request: AnyRequest): PostId[] {
  const keepers = keepersOf(state, request);
  return unique([
    ...keepers,
    ...keepers.slice(0, 1).flatMap((post) => postsOver(state, { post })),
    ...postsOfCommand(state),
  ]);
}

/** Posts that cancel and change what somebody else has asked for. */
export function overseersOf(state: State, request: AnyRequest): PostId[] {
  const leads = request.by === undefined ? [] : postsOver(state, { person: request.by.person });
  return unique([...keepersOf(state, request), ...leads, ...postsOfCommand(state)]);
}

/** As whoever asked for it, who needs no other authority, or by one of these posts. */
export function askedOrPost(state: State, actor: Actor, { by }: AnyRequest, posts: PostId[]) {
  const asked = actor.kind === 'person' && actor.id === by?.person;
  return asked ? { authority: by.post } : authorityOf(state, actor, posts);
}

/** The first post of the plan that this person holds. */
export function postOf(state: State, actor: Actor): PostId | undefined {
  return actor.kind === 'person' ? postsHeldBy(state, actor)[0] : undefined;
}

/** Each person with all of these that are theirs to see to. Whoever is away is passed over; command is told in any case. */
export function toldOf(
  state: State,
  ids: string[],
  peopleFor: (request: AnyRequest, id: string) => PersonId[],
): RequestsTold[] {
  const people = new Map<PersonId, string[]>();
  for (const id of ids) {
    const request = requestOf(state, id);
    for (const person of request === undefined ? [] : new Set(peopleFor(request, id))) {
      people.set(person, [...(people.get(person) ?? []), id]);
    }
  }
  return [...people].map(([person, requests]) => ({ person, requests }));
}

/** Whom to tell at this step, or at the first one after it that has somebody who is there. */
export function peopleAt(
  state: State,
  request: AnyRequest,
  from: RequestStep,
  at: Instant,
): { step: RequestStep; people: PersonId[] } {
  for (const step of STEPS.slice(STEPS.indexOf(from))) {
    const people = step === 'command' ? whoCommands(state) : hereAt(state, request, step, at);
    if (people.length > 0) return { step, people };
  }
  return { step: 'command', people: [] };
}

const STEPS: readonly RequestStep[] = ['first', 'second', 'command'];

function hereAt(state: State, request: AnyRequest, step: 'first' | 'second', at: Instant): PersonId[] {
  const [first, ...others] = keepersOf(state, request);
  const asked = askerOf(state, request, at);
  switch (request.waits) {
    case 'approval':
      return step === 'first' ? spendersOf(state, request, at) : asked;
    case 'return':
      return step === 'first' ? unique([...asked, ...hereIn(state, first, at)]) : hereIn(state, others[0], at);
    default:
      return step === 'first' ? hereIn(state, first, at) : unique([...hereIn(state, others[0], at), ...asked]);
  }
}

/** Who may say that this is paid, whoever asked for it and whoever pays it out left aside. */
export function spendersOf(state: State, request: AnyRequest, at: Instant): PersonId[] {
  if ('partner' in request) return [];
  const held = spenders(state, request.resource, request.wants).flatMap((post) => hereIn(state, post, at));
  return unique(held).filter((person) => person !== request.by?.person && !isKeeper(state, request, person));
}

export function isKeeper(state: State, request: AnyRequest, person: PersonId): boolean {
  const held = postsHeldBy(state, { kind: 'person', id: person });
  return keepersOf(state, request).some((post) => held.includes(post));
}

/** In whose care it is: the first who is there. */
export function keeperHere(state: State, request: AnyRequest, at: Instant): PersonId[] {
  const people = keepersOf(state, request).flatMap((post) => hereIn(state, post, at));
  return people.length === 0 ? whoCommands(state) : people.slice(0, 1);
}

export function askerOf(state: State, { by }: AnyRequest, at: Instant): PersonId[] {
  return by === undefined || isAway(state, by.person, at) ? [] : [by.person];
}

/** Of a post of command whoever fills it in this incident; of others the first who is there. */
function hereIn(state: State, post: PostId | undefined, at: Instant): PersonId[] {
  if (post === undefined) return [];
  const filling = state.command.posts[post];
  const people = filling === undefined ? (state.basis.holders[post] ?? []) : [filling];
  return people.filter((person) => !isAway(state, person, at)).slice(0, 1);
}

export function unique<T>(items: T[]): T[] {
  return [...new Set(items)];
}
