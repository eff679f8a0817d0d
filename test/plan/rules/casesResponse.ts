import type { Case } from './cases.js';

/** Grading, obligations, response, aftermath and drills. */
export const RESPONSE_CASES: Case[] = [
  {
    rule: 'V-20',
    at: 'gradingCriteria[0]',
    breaks: ({ plan }) => {
      const { fact: _f, atLeast: _a, ...criterion } = plan.gradingCriteria[0]!;
      plan.gradingCriteria[0] = { ...criterion, all: [{ categories: ['outage'] }, { categories: ['breach'] }] };
    },
  },
  {
    rule: 'V-20',
    at: 'gradingCriteria[1]',
    breaks: ({ plan }) => {
      const { fact: _f, atLeast: _a, ...criterion } = plan.gradingCriteria[1]!;
      plan.gradingCriteria[1] = {
        ...criterion,
        all: [
          { fact: 'deaths', atLeast: 1 },
          { fact: 'directLossCNY', atLeast: 200_000_000 },
        ],
      };
    },
  },
  {
    rule: 'V-20',
    at: 'incidentLevels[2]',
    breaks: ({ plan }) => {
      plan.gradingCriteria = plan.gradingCriteria.filter(({ incidentLevel }) => incidentLevel !== 'larger');
    },
  },
  { rule: 'V-21', at: 'levels[0]', breaks: ({ plan }) => delete plan.levels[0]!.measures },
  {
    rule: 'V-21',
    at: 'responseRules',
    breaks: ({ plan }) => {
      delete plan.responseRules;
      plan.levels.push(...['third', 'fourth'].map((id) => ({ ...plan.levels[1]!, id })));
      plan.incidentLevels.forEach((level, i) => (level.level = plan.levels[i]!.id));
      for (const entry of [...plan.mobilisation, ...plan.termination.watch!]) entry.levels.push('third', 'fourth');
      plan.sitreps!.cadence[1]!.levels.push('third', 'fourth');
    },
  },
  { rule: 'V-22', at: 'gradingCriteria[0]', breaks: ({ plan }) => (plan.gradingCriteria[0]!.atLeast = 100_000_001) },
  {
    rule: 'V-22',
    at: 'facts',
    breaks: ({ plan }) => {
      plan.facts = plan.facts.filter(({ id }) => id !== 'deaths');
      plan.gradingCriteria = plan.gradingCriteria.filter(({ fact }) => fact !== 'deaths');
    },
  },
  {
    rule: 'V-73',
    at: 'gradingCriteria[28].is',
    breaks: ({ plan }) => {
      const { atLeast: _, ...criterion } = plan.gradingCriteria[0]!;
      const either = [true, false].map((is) => ({ ...criterion, id: `both-${is}`, fact: 'spreading', is }));
      plan.gradingCriteria.push(...either);
    },
  },
  { rule: 'V-73', at: 'gradingCriteria[0]', breaks: ({ plan }) => plan.gradingCriteria.splice(1, 1) },
  { rule: 'V-74', at: 'gradingCriteria', breaks: ({ plan }) => (plan.gradingCriteria[4]!.verified = false) },
  { rule: 'V-74', at: 'obligations', breaks: ({ plan }) => (plan.obligations![0]!.verified = false) },

  { rule: 'V-23', at: 'obligations[0]', breaks: ({ plan }) => delete plan.obligations![0]!.deputy },
  { rule: 'V-23', at: 'obligations[1]', breaks: ({ plan }) => delete plan.obligations![1]!.template },
  { rule: 'V-24', at: 'obligations[1].limit', breaks: ({ plan }) => (plan.obligations![1]!.preparation = '30m') },
  { rule: 'V-24', at: 'obligations[1].limit', breaks: ({ plan }) => (plan.verification.timeBox![0]!.within = '40m') },
  { rule: 'V-24', at: 'obligations[0]', breaks: ({ plan }) => delete plan.obligations![0]!.preparation },
  { rule: 'V-75', at: 'operator.boundBy[1]', breaks: ({ plan }) => plan.obligations!.pop() },
  { rule: 'V-76', at: 'aftermath.report.within', breaks: ({ plan }) => (plan.aftermath!.report.within = '31d') },
  { rule: 'V-77', at: 'aftermath.personalData', breaks: ({ plan }) => delete plan.aftermath!.personalData },

  { rule: 'V-33', at: 'tasks[0].owner', breaks: ({ plan }) => (plan.mobilisation[0]!.levels = ['full']) },
  { rule: 'V-33', at: 'tasks[0].owner', breaks: ({ plan }) => (plan.mobilisation[0]!.categories = ['breach']) },
  {
    rule: 'V-80',
    at: 'verification.timeBox',
    breaks: ({ plan }) => (plan.verification.timeBox![0]!.categories = ['outage']),
  },
  { rule: 'V-80', at: 'verification.onTimeout', breaks: ({ plan }) => delete plan.verification.onTimeout },
  { rule: 'V-80', at: 'verification.standby', breaks: ({ plan }) => delete plan.verification.standby },
  { rule: 'V-81', at: 'mobilisation[1]', breaks: ({ plan }) => delete plan.mobilisation[1]!.quorumWithin },
  {
    rule: 'V-82',
    at: 'mobilisation[1].quorumWithin',
    breaks: ({ plan }) => (plan.mobilisation[1]!.quorumWithin = '10m'),
  },
  { rule: 'V-83', at: 'notification.call', breaks: ({ plan }) => plan.notification.call.channels!.pop() },
  { rule: 'V-84', at: 'command.checkIn', breaks: ({ plan }) => delete plan.command.checkIn },
  { rule: 'V-35', at: 'tasks', breaks: ({ plan }) => plan.tasks!.forEach((task) => delete task.verifies) },
  { rule: 'V-85', at: 'tasks', breaks: ({ plan }) => plan.tasks!.forEach((task) => (task.categories = ['outage'])) },
  { rule: 'V-86', at: 'tasks[0]', breaks: ({ plan }) => delete plan.tasks![0]!.evidence },
  { rule: 'V-87', at: 'mobilisation[1]', breaks: ({ plan }) => (plan.mobilisation[1]!.levels = ['basic']) },
  { rule: 'V-87', at: 'sitreps.cadence[0].every', breaks: ({ plan }) => (plan.sitreps!.cadence[0]!.every = '3h') },
  {
    rule: 'V-34',
    at: 'termination.criteria[0]',
    breaks: ({ plan }) => delete plan.termination.criteria[0]!.confirmedBy,
  },
  { rule: 'V-34', at: 'termination.secondSignature', breaks: ({ plan }) => (plan.termination.secondSignature = []) },
  {
    rule: 'V-34',
    at: 'authority.proposeTermination',
    breaks: ({ plan }) =>
      (plan.authority.proposeTermination = [
        { levels: ['full'], posts: ['deputy', 'repair-lead'] },
        { levels: ['basic'], posts: ['deputy', 'repair-lead'] },
      ]),
  },
  {
    rule: 'V-34',
    at: 'authority.confirmTermination',
    breaks: ({ plan }) => plan.authority.confirmTermination.push('repair-lead' as never),
  },
  { rule: 'V-34', at: 'termination.override', breaks: ({ plan }) => delete plan.termination.override },
  { rule: 'V-88', at: 'termination.watch', breaks: ({ plan }) => (plan.termination.watch![0]!.levels = ['full']) },

  { rule: 'V-92', at: 'sitreps', breaks: ({ plan }) => delete plan.sitreps },
  { rule: 'V-92', at: 'sitreps.cadence[1].to', breaks: ({ plan }) => (plan.sitreps!.cadence[1]!.to = ['officer']) },
  {
    rule: 'V-93',
    at: 'aftermath.publication.drafter',
    breaks: ({ plan }) => (plan.aftermath!.publication!.approvedBy = ['officer', 'commander']),
  },
  { rule: 'V-93', at: 'aftermath.report.owner', breaks: ({ plan }) => (plan.aftermath!.report.owner = 'commander') },
  { rule: 'V-93', at: 'sitreps.drafter', breaks: ({ plan }) => (plan.sitreps!.releasedBy = 'officer') },
  { rule: 'V-93', at: 'drills.organiser', breaks: ({ plan }) => (plan.drills!.organiser = 'commander') },
  {
    rule: 'V-94',
    at: 'aftermath.publication.firstStatement',
    breaks: ({ plan }) => (plan.aftermath!.publication!.firstStatement![0]!.within = '6h'),
  },
  {
    rule: 'V-94',
    at: 'aftermath.publication.legalCheck',
    breaks: ({ plan }) => delete plan.aftermath!.publication!.legalCheck,
  },
  { rule: 'V-94', at: 'aftermath.publicOpinion', breaks: ({ plan }) => delete plan.aftermath!.publicOpinion },
  { rule: 'V-95', at: 'aftermath.mandatory', breaks: ({ plan }) => plan.aftermath!.mandatory!.pop() },

  {
    rule: 'V-15',
    at: 'drills',
    breaks: ({ plan }) => {
      delete plan.drills;
      delete plan.scenarios;
    },
  },
  {
    rule: 'V-15',
    at: 'drills.programme',
    before: ({ plan }) => (plan.plan.kind = 'on-site'),
    breaks: ({ plan }) => (plan.drills!.programme[1]!.months = [6]),
  },
  { rule: 'V-16', at: 'drills.nextProgrammeBy', breaks: ({ plan }) => (plan.drills!.nextProgrammeBy = 12) },
  { rule: 'V-16', at: 'drills.programme[0]', breaks: ({ plan }) => delete plan.drills!.programme[0]!.budget },
  {
    rule: 'V-50',
    at: 'scenarios[0].injects[1].at',
    breaks: ({ plan }) => (plan.scenarios![0]!.injects[1]!.at = '20m'),
  },
  {
    rule: 'V-51',
    at: 'scenarios[0].objectives[1]',
    breaks: ({ plan }) => plan.scenarios![0]!.objectives.push({ ...plan.scenarios![0]!.objectives[0]!, id: 'restore' }),
  },
  {
    rule: 'V-51',
    at: 'scenarios[0].injects[1].evaluator',
    breaks: ({ plan }) => (plan.scenarios![0]!.injects[1]!.evaluator = 'controller'),
  },
  {
    rule: 'V-51',
    at: 'scenarios[1].injects',
    breaks: ({ plan }) => delete plan.scenarios![1]!.injects[0]!.contingency,
  },
  { rule: 'V-52', at: 'drills.programme', breaks: ({ plan }) => plan.drills!.programme.pop() },
  {
    rule: 'V-52',
    at: 'drills.programme[0].levels',
    breaks: ({ plan }) => (plan.drills!.programme[0]!.levels = ['basic']),
  },
  { rule: 'V-53', at: 'drills.evaluation.ratings', breaks: ({ plan }) => plan.drills!.evaluation.ratings.pop() },
  { rule: 'V-53', at: 'aftermath.improvements', breaks: ({ plan }) => delete plan.aftermath!.improvements },
];
