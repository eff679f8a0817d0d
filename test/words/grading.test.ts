import { compilePlan } from '../../src/domain/plan/compile.js';
import { grade } from '../../src/domain/plan/grade.js';
import { namesFrom } from '../../src/domain/plan/namesFrom.js';
import type { PlanDocument } from '../../src/domain/plan/schema.js';
import { explainGrading } from '../../src/domain/words/index.js';
import { loadPlan } from '../../src/planfiles/index.js';

/** Of the default plan only what these sentences are about, with a choice, a compound criterion and a rule added. */
function samplePlan(): PlanDocument {
  const { document } = loadPlan('plans/software-incident');
  const kept = document.gradingCriteria.filter(({ id }) => ['users-100k', 'life-100k'].includes(id));
  return {
    ...document,
    facts: [
      ...document.facts.filter(({ id }) => ['usersAffected', 'peopleLifeAffected'].includes(id)),
      {
        id: 'importance',
        type: 'choice',
        name: { 'zh-CN': '系统重要程度', en: 'Importance of the system' },
        options: [
          { id: 'ordinary', name: { 'zh-CN': '一般', en: 'ordinary' } },
          { id: 'vital', name: { 'zh-CN': '特别重要', en: 'vital' } },
        ],
      },
    ],
    gradingCriteria: [
      ...kept,
      {
        id: 'vital-and-many',
        all: [
          { fact: 'importance', atLeast: 'vital' },
          { fact: 'usersAffected', atLeast: 100 },
        ],
        incidentLevel: 'particularly-serious',
        text: { 'zh-CN': '特别重要系统且影响一百人以上', en: 'A vital system, and at least 100 users' },
        source: { document: 'own-risk-assessment', clause: { 'zh-CN': '第3章', en: 'chapter 3' } },
        verified: false,
      },
    ],
    responseRules: [
      {
        id: 'vital-rule',
        when: { fact: 'importance', atLeast: 'vital' },
        atLeast: 'II',
        text: { 'zh-CN': '特别重要系统一律从严响应', en: 'A vital system always gets a strong response' },
      },
    ],
  };
}

const document = samplePlan();
const plan = compilePlan(document, 'h');
const names = namesFrom(document, { people: [], holders: {} });

test('a number is told with its unit, a choice with the name of its option, a source with its clause', () => {
  const proposal = grade(plan, { usersAffected: 120, importance: 'vital' });
  expect(explainGrading(proposal, names, 'en')).toEqual([
    'Level I response (incident level: Particularly serious) is proposed.',
    "“A vital system, and at least 100 users” is met (Importance of the system: vital; Users affected: 120), which makes it at least: Particularly serious. Source: The organisation's own risk assessment and business impact analysis, chapter 3 (figure not compared with its text).",
  ]);
});

test('a rule that raises the response has a sentence of its own, and what could still raise a level is listed', () => {
  const proposal = grade(plan, { importance: 'vital' });
  expect(proposal).toMatchObject({ incidentLevel: 'ordinary', level: 'II', hits: [] });
  expect(explainGrading(proposal, names, 'zh-CN')).toEqual([
    '建议一般事故、二级响应。',
    '按响应规则“特别重要系统一律从严响应”（系统重要程度：特别重要），响应不低于二级响应。',
    '尚不清楚、可能提高级别的事实：受影响用户数、基本生活受影响人数。',
  ]);
});

test('without any hit the mildest level is named as what it is', () => {
  const proposal = grade(plan, { usersAffected: 3, importance: 'ordinary', peopleLifeAffected: 0 });
  expect(explainGrading(proposal, names, 'en')).toEqual([
    'No criterion is met, so the mildest stands for the time being: Level IV response (incident level: Ordinary). A person decides the level.',
  ]);
});
