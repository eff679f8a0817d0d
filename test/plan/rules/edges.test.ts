import { checkFindings } from '../../../src/domain/plan/rules/index.js';
import { complete } from './complete.js';
import type { Complete } from './complete.js';

/** What looks like a breach and is none. */
const KEPT: [rule: string, what: string, change: (context: Complete) => void][] = [
  ['V-02', 'support told in prose alone', withoutResources],
  ['V-03', 'risks told category by category', ({ plan }) => delete plan.narrative!.riskAssessment],
  ['V-06', 'SITREPs instead of obligations', ({ plan }) => delete plan.obligations],
  ['V-10', 'filed on the last of twenty working days', ({ lifecycle }) => (lifecycle.filedAt = '2026-04-30')],
  [
    'V-10',
    'a holiday gives a day more',
    ({ plan, lifecycle }) => {
      const holidays = [{ from: '2026-04-06', to: '2026-04-06', name: plan.purpose }];
      plan.calendar = { zone: 'Asia/Shanghai', weekend: [6, 7], holidays, workdays: [] };
      lifecycle.filedAt = '2026-05-01';
    },
  ],
  ['V-99', 'a limit that ends before the year does', (context) => (context.today = '2026-12-02')],
  [
    'V-99',
    'the next year entered',
    (context) => {
      context.plan.calendar!.workdays = ['2027-02-06'];
      context.today = '2026-12-15';
    },
  ],
  [
    'V-99',
    'a limit of a law that does not bind',
    (context) => {
      context.plan.control!.filing!.withinWorkingDays = 5;
      Object.assign(context.plan.obligations![0]!, { limit: { workingDays: 300 }, pack: 'elsewhere' });
      context.plan.packs = [
        ...(context.plan.packs ?? []),
        { id: 'elsewhere', title: context.plan.purpose, regimes: ['us-sec'] },
      ];
    },
  ],
  ['V-12', 'evaluated three years ago to the day', ({ lifecycle }) => (lifecycle.lastEvaluatedAt = '2023-06-01')],
  [
    'V-13',
    'ninety days after the new law',
    (context) => {
      context.plan.sources[1]!.inForce = '2026-04-02';
      context.today = '2026-07-01';
    },
  ],
  ['V-13', 'a law in force before the plan', ({ plan }) => (plan.sources[1]!.inForce = '2026-04-01')],
  ['V-13', 'a law that is not yet in force', ({ plan }) => (plan.sources[1]!.inForce = '2027-01-01')],
  [
    'V-14',
    'a small change, reviewed as such',
    ({ lifecycle }) => (lifecycle.amendment = { substantial: false, review: 'minor' }),
  ],
  ['V-15', 'one drill a year for a comprehensive plan', ({ plan }) => plan.drills!.programme.pop()],
  [
    'V-20',
    'a laxer criterion of another pack',
    ({ plan }) => {
      const criterion = { ...plan.gradingCriteria[2]!, id: 'own', atLeast: 60_000_000, pack: 'safety-law' };
      plan.gradingCriteria.push({ ...criterion, fact: 'directLossCNY' });
    },
  ],
  ['V-21', 'two incident levels that call for one response', ({ plan }) => delete plan.responseRules],
  ['V-22', 'stricter than the law', ({ plan }) => (plan.gradingCriteria[2]!.atLeast = 10)],
  ['V-23', 'a duty of somebody else', ({ plan }) => Object.assign(withoutDeputy(plan), { theirs: true })],
  [
    'V-23',
    'a law that does not bind',
    ({ plan }) => {
      withoutDeputy(plan);
      plan.operator!.boundBy = ['cn-production-safety'];
    },
  ],
  [
    'V-24',
    'a report that goes out before verification',
    ({ plan }) => Object.assign(plan.obligations![1]!, { beforeVerification: true, preparation: '59m' }),
  ],
  [
    'V-24',
    'no report before the grading',
    ({ plan }) => Object.assign(plan.obligations![1]!, { start: 'classified', preparation: '59m' }),
  ],
  [
    'V-25',
    'an authority signs no contract',
    ({ plan }) => Object.assign(plan.partners![0]!, { kind: 'government', reportClause: false }),
  ],
  [
    'V-30',
    'a deputy post stands in',
    ({ plan, roster }) => {
      plan.posts.find(({ id }) => id === 'officer')!.deputies = ['engineer'];
      roster.holders['officer'] = ['wu'];
    },
  ],
  ['V-32', 'verified ninety days ago', ({ roster }) => (roster.people[3]!.verifiedAt = '2026-03-03')],
  [
    'V-32',
    'whoever holds no post is not called',
    ({ roster }) => roster.people.push({ ...roster.people[0]!, id: 'gone', verifiedAt: '2020-01-01' }),
  ],
  ['V-33', 'a task for the levels at which the team is called', narrowTask],
  ['V-40', 'expired stock beside enough good stock', ({ ledger }) => (ledger.items[0]!.onHand = 40)],
  ['V-73', 'one level on purpose', ({ plan }) => plan.gradingCriteria.splice(0, 2)],
  ['V-74', 'a criterion that is not in use', unusedCriterion],
  ['V-82', 'a second later than silence is told', ({ plan }) => (plan.mobilisation[1]!.quorumWithin = '601s')],
  ['V-96', '待定 as a word among others', ({ plan }) => (plan.scope['zh-CN'] = '分三栏：已知、未知、待定。')],
  [
    'V-97',
    'a form for paper',
    ({ plan }) => plan.templates!.push({ ...plan.templates![0]!, id: 'paper', kind: 'form' }),
  ],
];

test.each(KEPT)('%s is kept: %s', (rule, _, change) => {
  const context = complete();
  change(context);
  expect(checkFindings(context).passed).toContain(rule);
});

test('what substitutes make up for is worth a note, not a warning', () => {
  const context = complete();
  context.plan.mobilisation[0]!.headcount = 5;
  const severity = () => checkFindings(context).findings.find(({ rule }) => rule === 'V-79')?.severity;
  expect(severity()).toBe('info');
  delete context.plan.mobilisation[0]!.substitutes;
  expect(severity()).toBe('warning');
});

test('a lead above the advised span is told, above the limit warned', () => {
  const context = complete();
  const severity = () => checkFindings(context).findings.find(({ rule }) => rule === 'V-31')?.severity;
  context.plan.command.spanOfControl = { advised: 2, limit: 3 };
  expect(severity()).toBe('info');
  context.plan.command.spanOfControl = { advised: 2, limit: 2 };
  expect(severity()).toBe('warning');
});

function withoutResources({ plan }: Complete): void {
  delete plan.resources;
  delete plan.allocation;
  delete plan.tasks![0]!.resources;
}

function withoutDeputy(plan: Complete['plan']): object {
  delete plan.obligations![0]!.deputy;
  return plan.obligations![0]!;
}

function narrowTask({ plan }: Complete): void {
  plan.mobilisation[0]!.levels = ['full'];
  plan.tasks![0]!.levels = ['full'];
}

function unusedCriterion({ plan }: Complete): void {
  plan.packs!.push({ id: 'abroad', title: plan.purpose, regimes: ['us-sec'] });
  plan.gradingCriteria.push({ ...plan.gradingCriteria[0]!, id: 'abroad', pack: 'abroad', verified: false });
}
