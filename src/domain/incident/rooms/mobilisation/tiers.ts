import type { PersonId, PostId } from '../../../plan/compiled.js';
import type { Instant } from '../../../time.js';
import type { Asked, NotCalled } from '../../events.js';
import type { State } from '../../state.js';
import { everCalled } from './bodies.js';
import { available } from './calling.js';
import { ruleNow } from './needs.js';
import { partnerTold } from './partners.js';
import { meets, withPeople } from './tally.js';
import type { Count, CountedBody } from './tally.js';

/**
 * Whom to ask next, where those who come and those who may still come do not suffice: the substitutes of the plan, post
 * by post, then its external partners, one by one; no more of them than it takes. Whoever of a post was away before, or has
 * come to it since, is asked as well.
 */
export function nextTier(
  state: State,
  count: Count,
  { at, engaged }: { at: Instant; engaged: Set<PersonId> },
): Asked | 'enough' | 'nobodyLeft' {
  const { body } = count;
  const people: PersonId[] = [];
  const notCalled: NotCalled[] = [];
  const substitutes: PostId[] = [];
  const suffices = (): boolean => meets(withPeople(state, count, people), body.quorum.need);
  if (suffices()) return 'enough';
  const rule = ruleNow(state, body.target.id);
  const before = everCalled(body);
  for (const post of rule?.substitutes ?? []) {
    const others = (state.basis.holders[post] ?? []).filter((p) => !before.has(p) && !people.includes(p));
    const free = others.filter((p) => !engaged.has(p));
    const found = available(state, free, at);
    const elsewhere = others.filter((p) => engaged.has(p));
    notCalled.push(...elsewhere.map((person) => ({ person, why: 'calledElsewhere' as const })), ...found.notCalled);
    if (found.people.length === 0) continue;
    people.push(...found.people);
    substitutes.push(post);
    if (suffices()) return asked(body, people, substitutes, notCalled);
  }
  const partner = rule?.partners?.find((id) => body.partners?.[id] === undefined);
  const asks = people.length === 0 ? { target: body.target, people } : asked(body, people, substitutes, notCalled);
  if (partner !== undefined) {
    const tell = partnerTold(state, partner, body.target.id);
    return { ...asks, partners: [{ partner, tell }] };
  }
  return people.length === 0 ? 'nobodyLeft' : asks;
}

function asked({ target }: CountedBody, people: PersonId[], substitutes: PostId[], notCalled: NotCalled[]): Asked {
  return { target, people, substitutes, ...(notCalled.length === 0 ? {} : { notCalled: unique(notCalled) }) };
}

function unique(notCalled: NotCalled[]): NotCalled[] {
  return [...new Map(notCalled.map((entry) => [entry.person, entry])).values()];
}
