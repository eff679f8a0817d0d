import type { Decision, IncidentEvent, PublicationTexts } from '../../src/domain/incident/index.js';
import type { AftermathRule, Basis } from '../../src/domain/plan/compiled.js';
import { DAY, HOUR } from '../../src/domain/time.js';
import { BASIS, confirmAt, Story } from './story.js';

type Rule = NonNullable<AftermathRule['publication']>;

/** Publicity writes, the duty manager checks, the commander approves; at level III the deputy may as well. */
const RULE: Rule = {
  drafter: 'pressLead',
  approvedBy: [
    { posts: ['commander'], levels: ['L1', 'L2'] },
    { posts: ['commander', 'deputy'], levels: ['L3'] },
  ],
  legalCheck: 'duty',
  firstStatement: [{ levels: ['L1', 'L2'], within: HOUR }],
};

export function withPublication(publication: Rule = RULE): AftermathRule {
  return {
    analysis: { owner: 'techLead', within: DAY },
    report: { owner: 'techLead', reviewer: 'deputy', approver: 'commander', within: DAY },
    publication,
    lessons: { askedFrom: [], within: DAY, collectedBy: 'duty' },
    summary: { chair: 'commander', participants: [], within: DAY },
    mandatory: [],
  };
}

export function publicationBasis(change: (rule: Rule) => void = () => undefined): Basis {
  const basis = structuredClone(BASIS) as Basis;
  const rule = structuredClone(RULE);
  change(rule);
  basis.plan.aftermath = withPublication(rule);
  basis.plan.partners = [{ id: 'cloud', owner: 'liaisonLead' }];
  return basis;
}

export const TEXTS: PublicationTexts = {
  'title zh-CN': '关于支付异常的说明',
  'body zh-CN': '支付服务出现异常，我们正在处置。',
  'title en': 'Payments',
  'body en': 'Payments fail for some. We are on it.',
};

export const DRAFTER = 'gao-yang';
export const COUNSEL = 'wang-fang';
export const COMMANDER = 'lin-wei';
export const DEPUTY = 'chen-jing';

type Draft = Extract<Decision, { type: 'publication'; action: 'draft' }>;

export function draft(more: Partial<Draft> = {}): Draft {
  return { type: 'publication', action: 'draft', kind: 'first', facts: [], texts: TEXTS, ...more };
}

type On = 'check' | 'approve';

export function on(action: On, publication = 'p1', version = 1, reason?: string): Decision {
  return { type: 'publication', action, publication, version, ...(reason === undefined ? {} : { reason }) };
}

export function withdraw(publication = 'p1'): Decision {
  return { type: 'publication', action: 'withdraw', publication, reason: 'wrong service' };
}

export function confirmed(
  level = 'L2',
  report: { mode?: 'real' | 'drill'; incidentId?: string } = {},
  basis = publicationBasis(),
): Story {
  const story = new Story({ facts: { usersAffected: 100 }, ...report }, basis);
  story.says(COMMANDER, confirmAt(level));
  return story;
}

/** Drafted, checked, approved, and carried out. */
export function published(story: Story, publication: string, more: Partial<Draft> = {}): IncidentEvent[] {
  story.says(DRAFTER, draft(more));
  story.says(COUNSEL, on('check', publication));
  return [...story.says(COMMANDER, on('approve', publication)), ...story.delivers()];
}
