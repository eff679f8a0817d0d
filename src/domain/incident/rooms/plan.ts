import type { PersonId } from '../../plan/compiled.js';
import { differenceOf, isNoChange, peopleAfter } from '../../plan/peopleChange.js';
import { askedAtEnd } from '../aftermath/movedPlan.js';
import { authorityOf, holderOf } from '../authority.js';
import type { EventBody } from '../events.js';
import { missingFor, unfilledIn } from '../inUse.js';
import type { MessageOf } from '../messages.js';
import { isAfterEnd, isOver } from '../phases.js';
import { withoutPreempted } from '../preempted.js';
import { isToPutRight } from '../publication/standing.js';
import { refusal } from '../refusals.js';
import type { Room } from '../room.js';
import type { State } from '../state.js';
import { liveCalls } from './mobilisation/bodies.js';

/**
 * Which version of the plan the incident runs by, and with which people. The version is pinned at the report and moves only
 * when whoever commands says so; what the new version asks for beyond the old one is then done, and what it no longer asks
 * for is stood down. The people follow the roster: whoever comes to a post of a called team is called, nobody is stood down.
 */
export const plan: Room<'plan'> = {
  name: 'plan',
  initial: { moves: [] },

  evolve(slice, event) {
    switch (event.type) {
      case 'planMoved': {
        const { id, version, hash } = event.basis.plan;
        const { seq, at, actor: by, from } = event;
        return { ...slice, moves: [...slice.moves, { seq, at, by, from, to: { id, version, hash } }] };
      }
      case 'peopleChanged':
        return { ...slice, people: { roster: event.roster, seq: event.seq } };
      default:
        return slice;
    }
  },

  decide: { movePlan, peopleChanged },
};

function movePlan(state: State, { actor, basis: given, reason }: MessageOf<'movePlan'>): EventBody[] {
  const basis = { ...given, holders: withoutPreempted(given.holders, state.claims.preempted) };
  const { id, version, hash, command } = state.basis.plan;
  if (reason.trim() === '') return [refusal('reason_required')];
  const by = authorityOf(state, actor, [command.commander]);
  if ('code' in by) return [by];
  const to = basis.plan;
  if (to.id !== id) return [refusal('other_plan', { plan: to.id }, { plan: id })];
  if (to.hash === hash) return [refusal('same_plan_version', { version })];
  const missing = missingFor(state, to);
  if (missing.length > 0) return [refusal('missing_in_plan', { version: to.version, missing }, { version })];
  const unfilled = unfilledIn(state, basis);
  if (unfilled.length > 0) return [refusal('nobody_in_posts', { version: to.version, posts: unfilled }, { version })];
  const inCommand = holderOf(state, command.commander);
  const goesOn = to.command.commander === command.commander || inCommand === undefined ? {} : { commander: inCommand };
  const asked = isAfterEnd(state.phase) ? askedAtEnd(state) : [];
  const owed = asked.length === 0 ? {} : { owed: asked };
  return [{ type: 'planMoved', ...by, from: { id, version, hash }, basis, ...goesOn, ...owed, texts: { reason } }];
}

/** A file is no decision: posts without which nobody could command, verify or decide keep whoever holds them. */
function peopleChanged(state: State, message: MessageOf<'peopleChanged'>): EventBody[] {
  // When it is over a text that is out may still be withdrawn, and then by whoever holds the posts by that time.
  if ((isOver(state.phase) && !isToPutRight(state)) || isOutdated(state, message)) return [];
  const { roster, posts, people } = message;
  const { basis } = state;
  const after = withoutPreempted(peopleAfter(basis, { posts, people: [] }).holders, state.claims.preempted);
  const kept = unfilledIn(state, { ...basis, holders: after }).map(
    (post) => [post, basis.holders[post] ?? []] as const,
  );
  const holders = { ...after, ...Object.fromEntries(kept) };
  const filling = new Set([...Object.values(state.command.posts), ...Object.values(holders).flat()]);
  // Whoever has lost every post in the roster is as qualified as before, and counts where this person was called to.
  const isInvolved = (person: PersonId) => filling.has(person) || liveCalls(state, person).length > 0;
  const known = people.filter(({ person, facts }) => facts !== undefined || !isInvolved(person));
  const to = { holders, people: peopleAfter(basis, { posts: [], people: known }).people };
  const difference = differenceOf(basis, to);
  if (isNoChange(difference)) return [];
  // Whoever is called is known to the incident, although the roster says nothing of them any more.
  const told = difference.people.map((one) => (isInvolved(one.person) ? { facts: {}, ...one } : one));
  return [{ type: 'peopleChanged', roster, ...difference, people: told }];
}

/** It was made for another version of the plan, or has been overtaken by a later roster: the next comparison sends what is right. */
function isOutdated({ basis, plan }: State, message: MessageOf<'peopleChanged'>): boolean {
  return message.plan !== basis.plan.hash || (plan.people !== undefined && message.roster < plan.people.roster);
}
