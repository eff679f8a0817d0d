import type { AftermathRule, Basis, EvaluationRule, ObligationRule } from '../../../src/domain/plan/compiled.js';
import { HOUR, MINUTE } from '../../../src/domain/time.js';
import { planWithSitreps } from '../../support/samplePlan.js';
import { nextVersion } from '../nextVersion.js';
import { resourcesBasis } from '../resourcesPlan.js';
import { rule } from '../obligationsPlan.js';
import { opinionBasis } from '../opinionPlan.js';
import { withPublication } from '../publicationPlan.js';
import { countedBasis } from '../quorumPlan.js';
import { START } from '../story.js';
import { tasksBasis } from '../tasksPlan.js';

/**
 * Everything at once: teams that are counted, with members, substitutes and partners in common; tasks of every phase;
 * SITREPs, shifts, a time box, levels that start by themselves, a command that has to check in, and people who are away.
 */
function whole(change: (basis: Basis) => void = () => undefined): Basis {
  return countedBasis(
    (rules, basis) => {
      const { plan, holders } = basis;
      const [tech] = rules;
      holders['commander'] = ['lin-wei', 'su-mei'];
      holders['liaisonMember'] = ['xu-na', 'ma-chao', 'sun-yu'];
      holders['pressLead'] = ['gao-yang', 'he-zhe'];
      rules.splice(
        0,
        rules.length,
        { ...tech!, levels: ['L3'], substitutes: ['liaisonMember', 'pressLead'] },
        { ...tech!, levels: ['L1', 'L2'], headcount: 5, quorumWithin: 20 * MINUTE, substitutes: ['pressLead', 'duty'] },
        {
          team: 'liaison',
          levels: ['L1', 'L2'],
          headcount: 2,
          substitutes: ['pressLead'],
          partners: ['cloud', 'police'],
        },
        { team: 'publicity', levels: ['L1'], headcount: 1, quorumWithin: 5 * MINUTE },
        { team: 'publicity', levels: ['L2', 'L3'], categories: ['security'] },
      );
      plan.partners?.push({ id: 'police', owner: 'nobodyHoldsIt' });
      plan.shifts = { longest: 2 * HOUR, rest: 8 * HOUR, tell: ['duty'] };
      plan.command = {
        commander: 'commander',
        deputies: ['deputy', 'duty'],
        checkIn: [
          { levels: ['L1'], every: 15 * MINUTE },
          { levels: ['L2'], every: 30 * MINUTE },
        ],
      };
      plan.verification = {
        ...plan.verification,
        timeBox: [{ categories: ['operation'], within: 40 * MINUTE }],
        onTimeout: { do: 'treatAsReal', provisionalLevel: 'L2' },
        automatic: ['L1'],
        standby: { teams: ['tech', 'publicity'], reverifyAfter: 30 * MINUTE },
      };
      const { posts, tasks, scene } = tasksBasis().plan;
      Object.assign(plan, { posts: structuredClone(posts), tasks: structuredClone(tasks), scene });
      plan.sitreps = planWithSitreps().sitreps!;
      plan.obligations = OBLIGATIONS;
      plan.termination.watch = [
        { levels: ['L1'], for: 5 * HOUR },
        { levels: ['L2'], for: HOUR },
      ];
      const { resources, allocation, spending, budgets } = resourcesBasis().plan;
      Object.assign(plan, structuredClone({ resources, allocation, spending, budgets }));
      const opinion = opinionBasis();
      plan.posts.push(opinion.plan.posts.at(-1)!);
      holders['analyst'] = opinion.holders['analyst']!;
      plan.aftermath = structuredClone({ ...AFTERMATH, publicOpinion: opinion.plan.aftermath!.publicOpinion! });
      plan.evaluation = EVALUATION;
      change(basis);
    },
    {
      'qian-rong': { away: [{ from: START - 1, until: START + HOUR }] },
      'xu-na': {
        qualifications: [{ qualification: 'restore' }],
        away: [{ from: START + HOUR, until: START + 3 * HOUR }],
      },
      'chen-jing': { away: [{ from: START + 2 * HOUR, until: START + 4 * HOUR }] },
    },
  );
}

/** With a clock of each kind, one without a number, and one that nobody who holds a post has to file. */
const OBLIGATIONS: ObligationRule[] = [
  rule({ id: 'first', limit: { within: HOUR } }),
  rule({ id: 'supplement', start: 'earlierFiling', after: 'first', limit: { target: 5 * HOUR } }),
  rule({ id: 'breach', when: { fact: 'dataLost', is: true }, start: 'aware', limit: { within: 3 * HOUR } }),
  rule({ id: 'security', when: { categories: ['security'] }, start: 'classified', limit: { workingDays: 1 } }),
  rule({ id: 'promptly', when: { level: 'L2' }, limit: {}, owner: 'nobodyHoldsIt' }),
  rule({ id: 'final', when: { level: 'L3' }, start: 'responseEnded', limit: { months: 1 }, reminders: [50] }),
];

const AFTERMATH: AftermathRule = {
  analysis: { owner: 'techLead', within: 2 * HOUR },
  report: {
    owner: 'techLead',
    reviewer: 'deputy',
    approver: 'commander',
    within: 3 * HOUR,
    sections: ['unit', 'causes'],
  },
  publication: withPublication().publication!,
  lessons: {
    askedFrom: ['techLead', 'liaisonLead', 'pressLead', 'nobodyHoldsIt'],
    within: 2 * HOUR,
    collectedBy: 'duty',
    questions: 3,
  },
  summary: { chair: 'commander', participants: ['deputy', 'techLead'], within: 3 * HOUR, levels: ['L1', 'L2'] },
  mandatory: ['analysis', 'report', 'publication', 'lessons', 'summary'],
};

const EVALUATION: EvaluationRule = {
  criteria: [
    { id: 'told', axis: 'speed', critical: true, measuredBy: 'reach' },
    { id: 'joined', axis: 'coordination' },
    { id: 'mended', axis: 'technical', measuredBy: 'restoration' },
    { id: 'planned' },
  ],
  scores: { P: 100, S: 80, M: 50, U: 0 },
  weights: { speed: 35, coordination: 30, technical: 35 },
  conclusions: [
    { id: 'good', from: 75 },
    { id: 'fair', from: 60 },
    { id: 'poor', from: 0 },
  ],
  criticalCap: 'poor',
};

/** Versions of one plan: an incident may begin with each of them and move to each other one. */
export const BASES: Basis[] = [
  whole(),
  // Tells more people at the end of the time box, calls other teams, wants other numbers, other tasks, other SITREPs.
  whole(({ plan, holders, people }) => {
    people!['lin-wei'] = { away: [{ from: START - 1, until: START + 2 * HOUR }] };
    plan.version = 4;
    plan.hash = 'c1'.repeat(32);
    holders['engineer'] = ['sun-yu', 'he-zhe', 'wu-kun', 'ma-chao'];
    plan.command = {
      commander: 'commander',
      deputies: ['duty', 'deputy'],
      checkIn: [{ levels: ['L1', 'L2', 'L3'], every: 20 * MINUTE }],
    };
    plan.verification.onTimeout = { do: 'escalate', escalateTo: ['pressLead'] };
    plan.verification.automatic = [];
    plan.mobilisation = [
      { team: 'tech', levels: ['L1', 'L2', 'L3'], headcount: 2, substitutes: ['liaisonMember'] },
      { team: 'liaison', levels: ['L2', 'L3'], headcount: 3, substitutes: ['deputy'], partners: ['police'] },
    ];
    plan.tasks = plan.tasks.filter(({ id }) => id !== 'inform' && id !== 'roll');
    plan.tasks.push({ id: 'extra', phase: 'responding', owner: 'duty', due: 10 * MINUTE, mandatory: false });
    plan.sitreps = { drafter: 'pressLead', releasedBy: 'deputy', cadence: [{ levels: ['L3'], every: HOUR, to: [] }] };
    plan.shifts = { longest: HOUR, rest: HOUR, tell: [] };
    // Nobody checks it, and everybody of command may approve.
    plan.aftermath = withPublication({
      drafter: 'liaisonLead',
      approvedBy: [{ posts: ['commander', 'deputy'] }],
      firstStatement: [],
    });
    plan.termination.criteria = [
      { id: 'serviceRestored', confirmedBy: 'techLead' },
      { id: 'causeControlled' },
      { id: 'noFurtherHarm', levels: ['L1', 'L2'], confirmedBy: 'nobodyHoldsIt' },
    ];
  }),
  // Another post commands, nobody has to check in, nothing is counted, nobody writes SITREPs or works in shifts.
  whole(({ plan, holders }) => {
    plan.version = 5;
    plan.hash = 'c2'.repeat(32);
    plan.posts.push({ id: 'chief' });
    holders['chief'] = ['gao-yang', 'chen-jing'];
    plan.command = { commander: 'chief', deputies: ['commander', 'deputy'], checkIn: [] };
    for (const level of plan.levels) level.decidedBy = ['chief', ...level.decidedBy];
    plan.authority = {
      standby: [{ posts: ['chief', 'duty'] }],
      reject: [{ posts: ['chief', 'commander'] }],
      proposeTermination: [{ posts: ['techLead', 'deputy'] }],
      confirmTermination: [{ posts: ['chief', 'commander'] }],
      close: [{ posts: ['chief'] }],
    };
    plan.verification = { posts: ['chief', 'duty'], remindAfter: 5 * MINUTE, reminders: 3, timeBox: [], automatic: [] };
    plan.mobilisation = plan.mobilisation.map(({ team, levels }) => ({ team, levels }));
    delete plan.evaluation;
    delete plan.sitreps;
    delete plan.aftermath;
    delete plan.shifts;
    delete plan.notification.shortage;
  }),
  nextVersion(({ plan }) => (plan.version = 6)),
];
