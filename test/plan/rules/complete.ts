import type { CheckContext } from '../../../src/domain/plan/rules/index.js';
import type { RosterDocument } from '../../../src/domain/plan/roster.js';
import { plan } from './completePlan.js';
import { POSTS } from './words.js';

/** A context in which every need is met. */
export type Complete = Required<CheckContext>;

/** The smallest plan, roster, ledger and record that break no rule. Made anew each time: tests change it. */
export function complete(): Complete {
  // As JSON, because the lists of posts and levels are used in several places, and a structured clone keeps that.
  const context: Complete = {
    plan: plan(),
    roster: roster(),
    ledger: {
      items: [
        { resource: 'spare-servers', onHand: 4, custodian: 'wu', lastInspected: '2026-05-20' },
        { resource: 'forensic-disks', onHand: 2, custodian: 'wu', lastInspected: '2026-05-20', expires: '2027-01-01' },
      ],
    },
    lifecycle: {
      status: 'effective',
      authors: ['qian'],
      reviewers: [
        { person: 'sun', interest: false, outcome: 'approve' },
        { person: 'zhou', interest: true },
      ],
      approvedBy: { person: 'zhao', post: 'commander' },
      approvedAt: '2026-04-01',
      publishedAt: '2026-04-02',
      filedAt: '2026-04-20',
      distributed: POSTS.map((post) => ({ post, person: 'zhao', acknowledgedAt: '2026-04-03' })),
      lastEvaluatedAt: '2025-12-01',
      nextReviewDue: '2027-04-01',
      amendment: { substantial: true, review: 'full' },
    },
    today: '2026-06-01',
  };
  return JSON.parse(JSON.stringify(context)) as Complete;
}

function roster(): RosterDocument {
  const person = (id: string): RosterDocument['people'][number] => ({
    id,
    name: id,
    languages: ['zh-CN'],
    contacts: { email: `${id}@sample.example` },
    verifiedAt: '2026-05-01',
  });
  return {
    people: ['zhao', 'qian', 'sun', 'li', 'zhou', 'wu', 'zheng', 'wang'].map(person),
    holders: {
      commander: ['zhao'],
      deputy: ['qian'],
      'repair-lead': ['sun', 'li'],
      engineer: ['li', 'zheng'],
      'liaison-lead': ['zhou', 'wu'],
      officer: ['wu', 'wang'],
    },
  };
}
