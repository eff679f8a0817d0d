import type { Complete } from './complete.js';

/** A change of the complete plan, roster, ledger or record that breaks a rule. */
export interface Case {
  rule: string;
  breaks: (context: Complete) => void;
  /** Where the finding is, as people write it. */
  at: string;
  in?: 'roster' | 'ledger';
  /** What the complete plan must be first for the rule to be asked. */
  before?: (context: Complete) => void;
}

export const CONTENT_CASES: Case[] = [
  { rule: 'V-01', at: 'plan.kind', breaks: ({ plan }) => delete plan.plan.kind },
  { rule: 'V-02', at: 'aftermath', breaks: ({ plan }) => delete plan.aftermath },
  { rule: 'V-02', at: 'narrative.earlyWarning', breaks: ({ plan }) => delete plan.narrative!.earlyWarning },
  {
    rule: 'V-02',
    at: 'resources',
    breaks: ({ plan }) => {
      delete plan.resources;
      delete plan.allocation;
      delete plan.tasks![0]!.resources;
      delete plan.narrative!.support;
    },
  },
  { rule: 'V-03', at: 'narrative.planSystem', breaks: ({ plan }) => delete plan.narrative!.planSystem },
  { rule: 'V-03', at: 'control', breaks: ({ plan }) => delete plan.control },
  {
    rule: 'V-03',
    at: 'narrative.riskAssessment',
    breaks: ({ plan }) => {
      delete plan.narrative!.riskAssessment;
      delete plan.categories[0]!.risk;
    },
  },
  { rule: 'V-04', at: 'levels', before: asKind('special'), breaks: ({ plan }) => delete plan.levels[1]!.start },
  { rule: 'V-04', at: 'tasks', before: asKind('special'), breaks: ({ plan }) => delete plan.tasks },
  {
    rule: 'V-05',
    at: 'narrative.cautions',
    before: asKind('on-site'),
    breaks: ({ plan }) => delete plan.narrative!.cautions,
  },
  {
    rule: 'V-06',
    at: 'obligations',
    breaks: ({ plan }) => {
      delete plan.obligations;
      delete plan.sitreps;
    },
  },
  { rule: 'V-06', at: 'annexes', breaks: ({ plan }) => plan.annexes!.pop() },
  { rule: 'V-06', at: 'annexes', breaks: ({ plan }) => plan.annexes!.shift() },
  { rule: 'V-06', at: 'narrative.unitOverview', breaks: ({ plan }) => delete plan.narrative!.unitOverview },
  { rule: 'V-06', at: 'templates', breaks: ({ plan }) => (plan.templates![0]!.kind = 'publication') },
  { rule: 'V-07', at: 'plan.issued', breaks: ({ plan }) => delete plan.plan.issued },
  { rule: 'V-07', at: 'plan.status', breaks: ({ plan }) => (plan.plan.status = 'sample') },
  { rule: 'V-11', at: 'sources[1].number', breaks: ({ plan }) => (plan.sources[1]!.number = 'GB/T 29639—2013') },
  { rule: 'V-11', at: 'purpose.en', breaks: ({ plan }) => (plan.purpose.en = 'Drills follow AQ/T 9007-2019.') },
  {
    rule: 'V-13',
    at: 'sources[1].inForce',
    breaks: (context) => {
      context.plan.sources[1]!.inForce = '2026-04-02';
      context.today = '2026-07-02';
    },
  },
  {
    rule: 'V-70',
    at: 'control.evaluateEvery',
    breaks: ({ plan }) => delete plan.control!.evaluateEvery,
  },
  { rule: 'V-70', at: 'control.evaluateEvery', breaks: ({ plan }) => (plan.control!.evaluateEvery = '1097d') },
  { rule: 'V-70', at: 'control.reviewEvery', breaks: ({ plan }) => (plan.control!.reviewEvery = '1500d') },
  { rule: 'V-72', at: 'control.distribution', breaks: ({ plan }) => plan.control!.distribution.pop() },
  { rule: 'V-96', at: 'scope.zh-CN', breaks: ({ plan }) => (plan.scope['zh-CN'] = '适用于（待补充）') },
  { rule: 'V-96', at: 'posts[0].duties.en', breaks: ({ plan }) => (plan.posts[0]!.duties.en = 'TBD') },
  {
    rule: 'V-97',
    at: 'facts',
    breaks: ({ plan }) => plan.facts.push({ id: 'weather', name: plan.purpose, type: 'boolean' }),
  },
  {
    rule: 'V-97',
    at: 'qualifications',
    breaks: ({ plan }) => plan.qualifications!.push({ id: 'driving', name: plan.purpose }),
  },
  { rule: 'V-98', at: 'training', breaks: ({ plan }) => delete plan.training },
  { rule: 'V-99', at: 'calendar.holidays', breaks: (context) => (context.today = '2026-12-15') },
  { rule: 'V-99', at: 'calendar.holidays', breaks: ({ plan }) => (plan.calendar!.holidays = []) },
  {
    rule: 'V-99',
    at: 'calendar.holidays',
    breaks: (context) => {
      context.plan.control!.filing!.withinWorkingDays = 5;
      context.plan.obligations![0]!.limit = { workingDays: 30 };
      context.today = '2026-12-01';
    },
  },
];

function asKind(kind: 'special' | 'on-site'): (context: Complete) => void {
  return ({ plan }) => (plan.plan.kind = kind);
}
