import type { Decision } from '../../src/domain/incident/index.js';
import type { AftermathRule, CompiledPlan } from '../../src/domain/plan/compiled.js';
import { DAY } from '../../src/domain/time.js';
import { sampleHolders, samplePlan } from '../support/samplePlan.js';
import { confirmAt, endsAnyhow, Story } from './story.js';

/** The technical lead writes, the deputy reviews, the commander approves. */
export function aftermathRule(): AftermathRule {
  return {
    analysis: { owner: 'techLead', within: 5 * DAY },
    report: {
      owner: 'techLead',
      reviewer: 'deputy',
      approver: 'commander',
      within: 10 * DAY,
      sections: ['unit', 'causes'],
    },
    lessons: { askedFrom: ['techLead'], within: 3 * DAY, collectedBy: 'duty' },
    summary: { chair: 'commander', participants: ['deputy'], within: 7 * DAY },
    mandatory: ['analysis', 'report'],
  };
}

/** Confirmed, by a plan that says who writes afterwards. */
export function responding(change: (plan: CompiledPlan) => void = () => undefined, level = 'L3'): Story {
  const plan = { ...samplePlan(), aftermath: aftermathRule() };
  // Whoever leads the technical team has a deputy.
  plan.posts = plan.posts.map((post) => (post.id === 'techLead' ? { ...post, deputies: ['engineer'] } : post));
  change(plan);
  const story = new Story({}, { plan, holders: sampleHolders() });
  story.says('lin-wei', confirmAt(level));
  story.delivers();
  return story;
}

export function ended(change?: (plan: CompiledPlan) => void, level?: string): Story {
  const story = responding(change, level);
  endsAnyhow(story);
  return story;
}

type Recorded = Extract<Decision, { type: 'analysis'; action: 'record' }>;

/** One cause, one why, one root. */
export function record(items: Recorded['items'] = ITEMS, more: Pick<Recorded, 'method' | 'nature'> = {}): Recorded {
  return { type: 'analysis', action: 'record', items, ...more };
}
export const ITEMS: Recorded['items'] = [
  { id: 't1', kind: 'timeline', at: 1, text: 'first errors', link: 'https://logs.example/1' },
  { id: 'c1', kind: 'direct', text: 'the table had no index' },
  { id: 'w1', kind: 'why', of: 'c1', text: 'nobody tried it with so many rows' },
  { id: 'r1', kind: 'root', of: 'w1', text: 'releases need no trial at the real size' },
];
export const complete: Decision = { type: 'analysis', action: 'complete' };

const type = 'incidentReport' as const;
export const edit = (sections: Record<string, string>): Decision => ({ type, action: 'edit', sections });
export const submit: Decision = { type, action: 'submit' };
export const review = (version = 1): Decision => ({ type, action: 'review', version });
export const approve = (version = 1): Decision => ({ type, action: 'approve', version });
export const giveBack = (version = 1, remarks = 'say more'): Decision => ({ type, action: 'return', version, remarks });
export const revise = (reason = 'a figure was wrong'): Decision => ({ type, action: 'revise', reason });
