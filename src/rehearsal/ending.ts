import { openItems } from '../domain/incident/index.js';
import { postsFor } from '../domain/incident/authority.js';
import type { OpenItem } from '../domain/incident/index.js';
import { againstTheEnd } from '../domain/incident/stillOpen.js';
import type { PersonId } from '../domain/plan/compiled.js';
import { criteriaDuty, decisionDuty, supplyDuty } from './duties/others.js';
import type { Cast } from './cast.js';
import { WRITTEN } from './written.js';

/** Whoever may propose the end looks what still stands against it, and has it seen to. */
export function looksForEnd(cast: Cast): void {
  const { state, now } = cast;
  if (state.phase !== 'responding' || now < cast.storyUntil) return;
  if (state.termination.proposed !== undefined) return asksForSecond(cast);
  const posts = postsFor(state, 'proposeTermination');
  // Whoever has to confirm it leaves the proposal to somebody else, where there is somebody else.
  const second = cast.firstOf(postsFor(state, 'confirmTermination'));
  const person = cast.firstOf(posts, second === undefined ? [] : [second]) ?? cast.firstOf(posts);
  if (person === undefined) return;
  const open = againstTheEnd(openItems(state, now));
  const others = open.filter(({ code }) => code !== 'criterion_open');
  for (const { code, id } of others) if (code === 'resource_held' && id !== undefined) givesBack(cast, id);
  if (others.some(({ code }) => code !== 'resource_held')) return;
  if (others.length === 0 && open.length === 0) {
    cast.asks(person, decisionDuty(cast, person, 'propose', { type: 'terminate', action: 'propose', reason: WRITTEN }));
  } else if (open.length > others.length) {
    asksForCriteria(cast, person, open);
  }
}

/** Whoever was told and could not, or did not: what stood against it then may be over. */
function asksForSecond(cast: Cast): void {
  const { proposed } = cast.state.termination;
  const { override } = cast.state.basis.plan.termination;
  const posts =
    proposed?.override === true ? (override?.secondPosts ?? []) : postsFor(cast.state, 'confirmTermination');
  const person = cast.firstOf(posts, proposed?.by.kind === 'person' ? [proposed.by.id] : []);
  if (person === undefined) return;
  cast.asks(person, decisionDuty(cast, person, 'confirm end', { type: 'terminate', action: 'confirm' }));
}

/** By the machine; who then stays silent is rung up; and where nobody is left to ask, command ends it all the same. */
function asksForCriteria(cast: Cast, person: PersonId, open: OpenItem[]): void {
  if (!cast.asked) {
    cast.asked = true;
    cast.asks(person, decisionDuty(cast, person, 'ask', { type: 'terminate', action: 'ask' }));
    return;
  }
  const byPost = open.map(({ id, post }) => ({ id: id ?? '', to: cast.firstOf([post ?? '']) }));
  for (const { id, to } of byPost) if (to !== undefined) cast.asks(to, criteriaDuty(cast, to, [id]));
  if (byPost.some(({ to }) => to !== undefined)) return;
  const commander = cast.firstOf(cast.state.basis.plan.termination.override?.posts ?? []);
  if (commander === undefined) return;
  cast.asks(
    commander,
    decisionDuty(cast, commander, 'override', { type: 'terminate', action: 'override', reason: WRITTEN }),
  );
}

/** By whoever keeps it, else by command. */
function givesBack(cast: Cast, request: string): void {
  const { resources, basis } = cast.state;
  const rule = basis.plan.resources?.find(({ id }) => id === resources.requests[request]?.resource);
  const { commander, deputies } = basis.plan.command;
  const person = cast.firstOf([rule?.custodian ?? '', rule?.deputy ?? '', commander, ...deputies]);
  if (person === undefined) return;
  const duty = supplyDuty(cast, person, request);
  cast.asks(
    person,
    duty ??
      decisionDuty(cast, person, `return ${request}`, { type: 'resource', action: 'return', requests: [request] }),
  );
}
