import type { PlanDocument } from '../../../src/domain/plan/schema.js';
import { LEVELS, say } from './words.js';

export function aftermath(): NonNullable<PlanDocument['aftermath']> {
  return {
    analysis: { owner: 'repair-lead', within: '5d', methods: [say('时间线', 'Timeline')] },
    report: {
      owner: 'officer',
      reviewer: 'deputy',
      approver: 'commander',
      within: '20d',
      sections: [{ id: 'summary', title: say('概述', 'Summary') }],
    },
    publication: {
      drafter: 'officer',
      approvedBy: ['commander'],
      legalCheck: 'deputy',
      rules: [say('只说事实', 'Facts only')],
      templates: ['notice'],
      firstStatement: [
        { levels: ['full'], within: '1h' },
        { levels: ['basic'], within: '4h' },
      ],
    },
    publicOpinion: {
      owner: 'officer',
      cadence: [
        { levels: ['full'], every: '30m' },
        { levels: ['basic'], every: '4h' },
      ],
      watched: [say('媒体', 'Press')],
      alertWhen: [{ id: 'jump', text: say('激增', 'A jump'), tell: ['commander'] }],
    },
    lessons: {
      askedFrom: ['repair-lead'],
      within: '5d',
      collectedBy: 'officer',
      questions: [say('哪些要改', 'What to change')],
    },
    summary: { chair: 'commander', participants: ['deputy'], within: '30d', agenda: [say('总结', 'Summary')] },
    improvements: { owner: 'deputy', reviewEvery: '30d', types: [{ id: 'prevent', name: say('预防', 'Prevent') }] },
    personalData: { destroyAfter: '180d', owner: 'officer' },
    mandatory: ['analysis', 'report', 'lessons'],
  };
}

export function drills(): NonNullable<PlanDocument['drills']> {
  const entry = {
    levels: LEVELS,
    teams: ['repair', 'liaison'],
    purpose: say('检验预案', 'To test the plan'),
    budget: 1_000,
  };
  return {
    organiser: 'deputy',
    approver: 'commander',
    programme: [
      {
        id: 'spring',
        name: say('桌面', 'Tabletop'),
        kind: 'tabletop',
        scenario: 'drill-outage',
        months: [3],
        ...entry,
      },
      { id: 'autumn', name: say('实战', 'Live'), kind: 'live', scenario: 'drill-breach', months: [9], ...entry },
    ],
    nextProgrammeBy: 11,
    scheme: {
      sections: [say('目的', 'Purpose')],
      roles: [
        { id: 'controller', name: say('导调', 'Controller'), duties: say('注入', 'Injects') },
        { id: 'evaluator', name: say('评估', 'Evaluator'), duties: say('评估', 'Judges') },
      ],
      safety: [say('不碰生产', 'Hands off production')],
      stopRules: [say('真实事故', 'A real incident')],
    },
    feedback: {
      within: '2d',
      askedFrom: ['repair-lead'],
      anonymous: true,
      questions: [say('哪里卡住', 'Where did it stick')],
    },
    evaluation: {
      criteria: [
        {
          id: 'E-21',
          item: say('动员', 'Mobilisation'),
          criterion: say('快', 'Fast'),
          axis: 'speed',
          signal: say('时间', 'Time'),
        },
      ],
      ratings: (['P', 'S', 'M', 'U'] as const).map((id, i) => ({
        id,
        name: say(id, id),
        meaning: say(id, id),
        score: 90 - 30 * i,
      })),
      weights: { speed: 35, coordination: 30, technical: 35 },
      conclusions: [{ id: 'poor', name: say('差', 'Poor'), from: 0, meaning: say('差', 'Poor') }],
      criticalCap: 'poor',
    },
    report: { owner: 'deputy', within: '10d', submittedTo: 'commander', sections: [say('结论', 'Conclusion')] },
    improvement: { rules: [say('逐项落实', 'One by one')], verifyWithin: '90d' },
  };
}

export function scenario(category: string): NonNullable<PlanDocument['scenarios']>[number] {
  const inject = {
    takes: '20m',
    event: say('告警', 'An alarm'),
    delivery: say('电话', 'Telephone'),
    controller: 'controller',
    players: ['repair'],
    expected: say('报告', 'It is reported'),
    objective: 'grade-fast',
    evaluator: 'evaluator',
    contingency: say('提醒', 'A hint'),
  };
  return {
    id: `drill-${category}`,
    name: say('演练', 'Drill'),
    kind: 'tabletop',
    category,
    incidentLevel: 'serious',
    background: say('背景', 'Background'),
    consequence: say('后果', 'Consequence'),
    evolution: say('发展', 'Evolution'),
    duration: '2h',
    objectives: [{ id: 'grade-fast', text: say('快速定级', 'Grade fast'), criteria: ['E-21'] }],
    injects: [
      { id: 'first', at: '1m', ...inject },
      { id: 'second', at: '30m', ...inject },
    ],
  };
}
