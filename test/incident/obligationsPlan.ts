import type { Decision } from '../../src/domain/incident/index.js';
import type { Basis, ObligationRule } from '../../src/domain/plan/compiled.js';
import { HOUR } from '../../src/domain/time.js';
import type { Facts } from '../../src/domain/plan/condition.js';
import { BASIS, Story } from './story.js';

type Given = Partial<ObligationRule> & Pick<ObligationRule, 'id' | 'limit'>;

export function rule(given: Given): ObligationRule {
  return {
    when: { fact: 'usersAffected', atLeast: 1_000 },
    start: 'discovered',
    owner: 'liaisonLead',
    deputy: 'duty',
    reminders: [50, 80, 100],
    verified: true,
    ...given,
  };
}

/** One hour from discovery, what follows its filing, what a breach asks for, what the end asks for, and a rule without a number. */
const RULES: ObligationRule[] = [
  rule({ id: 'first', limit: { within: HOUR } }),
  rule({ id: 'upward', start: 'earlierFiling', after: 'first', limit: { within: HOUR / 2 }, theirs: true }),
  rule({ id: 'supplement', start: 'earlierFiling', after: 'first', limit: { target: 24 * HOUR } }),
  rule({ id: 'breach', when: { fact: 'dataLost', is: true }, start: 'aware', limit: { within: 72 * HOUR } }),
  rule({ id: 'major', when: { fact: 'dataLost', is: true }, start: 'classified', limit: { within: 4 * HOUR } }),
  rule({
    id: 'final',
    when: { level: 'L2' },
    start: 'responseEnded',
    limit: { within: 30 * 24 * HOUR },
    owner: 'techLead',
  }),
];

export function obligationsBasis(rules: ObligationRule[] = RULES): Basis {
  const basis = structuredClone(BASIS) as Basis;
  basis.plan.obligations = structuredClone(rules);
  return basis;
}

export function told(story: Story, id: string) {
  return story.state.obligations.duties[id];
}

export function reported(facts: Facts = {}, rules?: ObligationRule[]): Story {
  return new Story({ facts }, obligationsBasis(rules));
}

export const file = (obligations: string[], more: object = {}): Decision => ({
  type: 'obligation',
  action: 'file',
  obligations,
  to: 'the authority',
  channel: 'hotline',
  reference: 'A-1',
  ...more,
});
export const judge = (obligations: string[], applies: boolean, reason = 'the lawyer says so'): Decision => ({
  type: 'obligation',
  action: 'judge',
  obligations,
  applies,
  reason,
});
export const setClock = (obligation: string, start: number, reason = 'the alarm was earlier'): Decision => ({
  type: 'obligation',
  action: 'setClock',
  obligation,
  start,
  reason,
});
