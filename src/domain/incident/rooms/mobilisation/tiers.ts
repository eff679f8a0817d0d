import type { PersonId, PostId } from '../../../plan/compiled.js';
import type { Instant } from '../../../time.js';
import type { Asked, NotCalled } from '../../events.js';
import type { State } from '../../state.js';
import { callEntries } from '../../calls.js';
import { teamMembers } from '../../members.js';
import { available } from './calling.js';
import { mayBeCalled } from './freeAgain.js';
import { ruleNow } from './needs.js';
import { partnerTold } from './partners.js';
import { meets, withPeople } from './tally.js';
import type { Count, CountedBody } from './tally.js';

/**
 * Whom to ask next, where those who come and those who may still come do not suffice: the members who have rested since
 * their release, or were not there before; then the substitutes of the plan, post by post, then its external partners, one by
 * one; no more of them than it takes. Whoever of a post has rested, was away before, or has come to it since, is asked as well.
 */
export function nextTier(
  state: State,
  count: Count,
  { at, engaged }: { at: Instant; engaged: Set<PersonId> },
): Asked | 'enough' | 'nobodyLeft' {
  const { body } = count;
  const team = body.target.id;
  const people: PersonId[] = [];
  const notCalled: NotCalled[] = [];
  const substitutes: PostId[] = [];
  const suffices = (): boolean => meets(withPeople(state, count, people), body.quorum.need);
  if (suffices()) return 'enough';
  const rule = ruleNow(state, team);
  const calls = new Map(callEntries(body.people));
  const leftOf = (some: PersonId[]) => some.filter((p) => mayBeCalled(state, calls.get(p), at) && !people.includes(p));
  const freeOf = (some: PersonId[]) =>
    available(
      state,
      some.filter((p) => !engaged.has(p)),
      at,
    );
  const back = freeOf(leftOf(teamMembers(state, team))).people;
  people.push(...back);
  if (back.length > 0 && suffices()) return asked(body, { people, back });
  for (const post of rule?.substitutes ?? []) {
    const others = leftOf(state.basis.holders[post] ?? []);
    const found = freeOf(others);
    const elsewhere = others.filter((p) => engaged.has(p));
    notCalled.push(...elsewhere.map((person) => ({ person, why: 'calledElsewhere' as const })), ...found.notCalled);
    if (found.people.length === 0) continue;
    people.push(...found.people);
    back.push(...found.people.filter((p) => calls.has(p)));
    substitutes.push(post);
    if (suffices()) return asked(body, { people, back, substitutes, notCalled });
  }
  const partner = rule?.partners?.find((id) => body.partners?.[id] === undefined);
  const asks =
    people.length === 0 ? { target: body.target, people } : asked(body, { people, back, substitutes, notCalled });
  if (partner !== undefined) {
    const tell = partnerTold(state, partner, team);
    return { ...asks, partners: [{ partner, tell }] };
  }
  return people.length === 0 ? 'nobodyLeft' : asks;
}

interface Found {
  people: PersonId[];
  back: PersonId[];
  substitutes?: PostId[];
  notCalled?: NotCalled[];
}

function asked({ target }: CountedBody, { people, back, substitutes = [], notCalled = [] }: Found): Asked {
  return {
    target,
    people,
    ...(back.length === 0 ? {} : { back }),
    ...(substitutes.length === 0 ? {} : { substitutes }),
    ...(notCalled.length === 0 ? {} : { notCalled: unique(notCalled) }),
  };
}

function unique(notCalled: NotCalled[]): NotCalled[] {
  return [...new Map(notCalled.map((entry) => [entry.person, entry])).values()];
}
