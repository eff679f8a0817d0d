import { openItems } from '../domain/incident/index.js';
import { postsFor } from '../domain/incident/authority.js';
import type { OpenItem } from '../domain/incident/index.js';
import { againstTheEnd } from '../domain/incident/stillOpen.js';
import type { PersonId } from '../domain/plan/compiled.js';
import { criteriaDuty, decisionDuty, supplyDuty } from './duties/others.js';
import type { Rehearsal } from './rehearsal.js';

/** Whoever may propose the end looks what still stands against it, and has it seen to. */
export function looksForEnd(rehearsal: Rehearsal): void {
  const { state, now } = rehearsal;
  if (state.phase !== 'responding' || now < rehearsal.storyUntil) return;
  if (state.termination.proposed !== undefined) return asksForSecond(rehearsal);
  const person = rehearsal.firstOf(postsFor(state, 'proposeTermination'));
  if (person === undefined) return;
  const open = againstTheEnd(openItems(state, now));
  const others = open.filter(({ code }) => code !== 'criterion_open');
  for (const { code, id } of others) if (code === 'resource_held' && id !== undefined) givesBack(rehearsal, id);
  if (others.some(({ code }) => code !== 'resource_held')) return;
  if (others.length === 0 && open.length === 0) {
    rehearsal.asks(
      person,
      decisionDuty(rehearsal, person, 'propose', { type: 'terminate', action: 'propose', reason: 'r' }),
    );
  } else if (open.length > others.length) {
    asksForCriteria(rehearsal, person, open);
  }
}

/** Whoever was told and could not, or did not: what stood against it then may be over. */
function asksForSecond(rehearsal: Rehearsal): void {
  const { proposed } = rehearsal.state.termination;
  const { override } = rehearsal.state.basis.plan.termination;
  const posts =
    proposed?.override === true ? (override?.secondPosts ?? []) : postsFor(rehearsal.state, 'confirmTermination');
  const person = rehearsal.firstOf(posts, proposed?.by.kind === 'person' ? [proposed.by.id] : []);
  if (person === undefined) return;
  rehearsal.asks(person, decisionDuty(rehearsal, person, 'confirm end', { type: 'terminate', action: 'confirm' }));
}

/** By the machine; who then stays silent is rung up; and where nobody is left to ask, command ends it all the same. */
function asksForCriteria(rehearsal: Rehearsal, person: PersonId, open: OpenItem[]): void {
  if (!rehearsal.asked) {
    rehearsal.asked = true;
    rehearsal.asks(person, decisionDuty(rehearsal, person, 'ask', { type: 'terminate', action: 'ask' }));
    return;
  }
  const byPost = open.map(({ id, post }) => ({ id: id ?? '', to: rehearsal.firstOf([post ?? '']) }));
  for (const { id, to } of byPost) if (to !== undefined) rehearsal.asks(to, criteriaDuty(rehearsal, to, [id]));
  if (byPost.some(({ to }) => to !== undefined)) return;
  const commander = rehearsal.firstOf(rehearsal.state.basis.plan.termination.override?.posts ?? []);
  if (commander === undefined) return;
  rehearsal.asks(
    commander,
    decisionDuty(rehearsal, commander, 'override', { type: 'terminate', action: 'override', reason: 'r' }),
  );
}

/** By whoever keeps it, else by command. */
function givesBack(rehearsal: Rehearsal, request: string): void {
  const { resources, basis } = rehearsal.state;
  const rule = basis.plan.resources?.find(({ id }) => id === resources.requests[request]?.resource);
  const { commander, deputies } = basis.plan.command;
  const person = rehearsal.firstOf([rule?.custodian ?? '', rule?.deputy ?? '', commander, ...deputies]);
  if (person === undefined) return;
  const duty = supplyDuty(rehearsal, person, request);
  rehearsal.asks(
    person,
    duty ??
      decisionDuty(rehearsal, person, `return ${request}`, { type: 'resource', action: 'return', requests: [request] }),
  );
}
