import type { Case } from './cases.js';
import type { Complete } from './complete.js';

/** Roster, ledger, and the record of review and approval. */
export const ORGANISATION_CASES: Case[] = [
  { rule: 'V-08', at: 'control.approver', breaks: ({ lifecycle }) => delete lifecycle.approvedBy },
  { rule: 'V-08', at: 'control.approver', breaks: ({ lifecycle }) => (lifecycle.approvedBy!.post = 'deputy') },
  { rule: 'V-08', at: 'plan.version', breaks: ({ lifecycle }) => (lifecycle.publishedAt = '2026-03-31') },
  { rule: 'V-08', at: 'control.reviewers.posts', breaks: ({ lifecycle }) => (lifecycle.authors = ['sun', 'zhou']) },
  { rule: 'V-08', at: 'control.reviewers.atLeast', breaks: ({ lifecycle }) => lifecycle.reviewers.shift() },
  {
    rule: 'V-08',
    at: 'control.reviewers.posts',
    breaks: ({ lifecycle }) => (lifecycle.reviewers[1]!.outcome = 'approve'),
  },
  { rule: 'V-09', at: 'control.distribution[0]', breaks: ({ lifecycle }) => lifecycle.distributed.shift() },
  {
    rule: 'V-09',
    at: 'control.distribution[5]',
    breaks: ({ lifecycle }) => delete lifecycle.distributed[5]!.acknowledgedAt,
  },
  // In effect on Thursday 2 April: twenty weekdays later it is Thursday 30 April.
  {
    rule: 'V-10',
    at: 'control.filing.withinWorkingDays',
    breaks: ({ lifecycle }) => (lifecycle.filedAt = '2026-05-01'),
  },
  { rule: 'V-10', at: 'control.filing.withinWorkingDays', breaks: ({ lifecycle }) => delete lifecycle.filedAt },
  {
    rule: 'V-10',
    at: 'control.filing',
    breaks: ({ plan, lifecycle }) => {
      delete plan.control!.filing;
      delete lifecycle.filedAt;
    },
  },
  { rule: 'V-12', at: 'control.evaluateEvery', breaks: ({ lifecycle }) => (lifecycle.lastEvaluatedAt = '2023-05-31') },
  {
    rule: 'V-14',
    at: 'plan.version',
    breaks: ({ lifecycle }) => (lifecycle.amendment = { substantial: true, review: 'minor' }),
  },
  { rule: 'V-71', at: 'control.reviewEvery', breaks: ({ lifecycle }) => (lifecycle.nextReviewDue = '2026-05-31') },

  { rule: 'V-30', at: 'holders.officer', in: 'roster', breaks: ({ roster }) => (roster.holders['officer'] = []) },
  { rule: 'V-30', at: 'holders.engineer', in: 'roster', breaks: ({ roster }) => roster.holders['engineer']!.pop() },
  {
    rule: 'V-30',
    at: 'holders.commander',
    in: 'roster',
    breaks: ({ roster }) => roster.holders['commander']!.push('li'),
  },
  {
    rule: 'V-31',
    at: 'teams[0]',
    breaks: ({ plan, roster }) => {
      delete plan.mobilisation[0]!.headcount;
      addEngineers(roster, 6);
    },
  },
  { rule: 'V-31', at: 'command', breaks: ({ plan }) => (plan.command.spanOfControl = { advised: 2, limit: 2 }) },
  { rule: 'V-32', at: 'people', in: 'roster', breaks: ({ roster }) => (roster.people[3]!.verifiedAt = '2026-03-02') },
  { rule: 'V-32', at: 'people', in: 'roster', breaks: ({ roster }) => delete roster.people[3]!.verifiedAt },
  // A day to come.
  { rule: 'V-32', at: 'people', in: 'roster', breaks: ({ roster }) => (roster.people[3]!.verifiedAt = '2027-06-01') },
  { rule: 'V-78', at: 'posts[5]', breaks: ({ plan }) => delete plan.posts[5]!.card },
  { rule: 'V-79', at: 'mobilisation[0].headcount', breaks: ({ plan }) => (plan.mobilisation[0]!.headcount = 4) },
  {
    rule: 'V-79',
    at: 'mobilisation[0].qualifications[0]',
    breaks: ({ plan }) => delete plan.posts.find(({ id }) => id === 'engineer')!.qualifications,
  },

  { rule: 'V-40', in: 'ledger', at: 'resources[0].minimum', breaks: ({ ledger }) => (ledger.items[0]!.onHand = 3) },
  { rule: 'V-40', in: 'ledger', at: 'resources[1].minimum', breaks: ({ ledger }) => ledger.items.pop() },
  { rule: 'V-40', in: 'ledger', at: 'resources[1]', breaks: ({ ledger }) => (ledger.items[1]!.expires = '2026-05-31') },
  {
    rule: 'V-40',
    in: 'ledger',
    at: 'resources[0].custodian',
    breaks: ({ ledger }) => delete ledger.items[0]!.custodian,
  },
  {
    rule: 'V-40',
    in: 'ledger',
    at: 'resources[0].inspectEvery',
    breaks: ({ ledger }) => (ledger.items[0]!.lastInspected = '2026-05-01'),
  },
  {
    rule: 'V-40',
    in: 'ledger',
    at: 'resources[0].inspectEvery',
    breaks: ({ ledger }) => (ledger.items[0]!.nextInspection = '2026-05-31'),
  },
  {
    rule: 'V-40',
    in: 'ledger',
    at: 'resources[0].inspectEvery',
    breaks: ({ ledger }) => (ledger.items[0]!.lastInspected = '2027-06-01'),
  },
  {
    rule: 'V-41',
    at: 'allocation[0].resources[0].quantity',
    breaks: ({ plan }) => (plan.allocation![0]!.resources[0]!.quantity = 5),
  },
  { rule: 'V-89', at: 'resources[0]', breaks: ({ plan }) => delete plan.resources![0]!.deputy },
  { rule: 'V-89', at: 'resources[1]', breaks: ({ plan }) => delete plan.resources![1]!.replenishWithin },
  { rule: 'V-90', at: 'funds', breaks: ({ plan }) => delete plan.funds },
  { rule: 'V-90', at: 'funds.authority', breaks: ({ plan }) => (plan.funds!.authority[1]!.levels = ['full']) },
  { rule: 'V-25', at: 'partners[0]', breaks: ({ plan }) => delete plan.partners![0]!.reportClause },
  { rule: 'V-91', at: 'partners[0]', breaks: ({ plan }) => delete plan.partners![0]!.agreement },
  {
    rule: 'V-91',
    at: 'partners[0].contact',
    breaks: ({ plan }) => (plan.partners![0]!.contact = { 'zh-CN': '客户经理', en: 'Our account manager' }),
  },
];

function addEngineers({ people, holders }: Complete['roster'], count: number): void {
  for (let i = 0; i < count; i++) {
    const id = `engineer-${i}`;
    people.push({ ...people[0]!, id, contacts: { email: `${id}@sample.example` } });
    holders['engineer']!.push(id);
  }
}
