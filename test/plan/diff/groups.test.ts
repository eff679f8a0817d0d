import { approvalWords, diffGroups, diffPlans } from '../../../src/domain/plan/diff/index.js';
import type { PlanDocument } from '../../../src/domain/plan/schema.js';
import { at } from './examples.js';
import { fullPlan } from './full.js';

function revised(): PlanDocument {
  const plan = fullPlan();
  plan.plan.version = 4;
  at(plan.tasks ?? [], 0).due = '10m';
  at(plan.mobilisation, 1).levels = ['x-1'];
  const cadence = plan.sitreps?.cadence ?? [];
  at(cadence, 0).levels = ['x-1'];
  cadence.push({ ...at(cadence, 0), levels: ['x-2'], every: '30m' });
  at(plan.levels, 0).name = { 'zh-CN': '特级', en: 'Level zero' };
  at(plan.resources ?? [], 1).minimum = 3;
  return plan;
}

const [a, b] = [fullPlan(), revised()];
const changes = diffPlans(a, b);

/** `!` for what needs the whole approval. */
const lines = (lang: 'en' | 'zh-CN') =>
  diffGroups(changes, a, b, lang).flatMap(({ heading, changes: members }) => [
    heading,
    ...members.map(({ words, weight }) => `${weight === 'substantial' ? '!' : ' '} ${words}`),
  ]);

test('changes stand under their level, else under their section', () => {
  expect(lines('en')).toEqual([
    'Level I',
    '! Name (Chinese) “Ⅰ级” → “特级”',
    '! Name (English) “Level I” → “Level zero”',
    'Level II',
    '! Security team no longer called',
    '! SITREP every 60 min → 30 min',
    'Cover',
    '  Version 3 → 4',
    'Tasks',
    '! Task “Freeze releases”: due within 15 min → 10 min',
    'Resources',
    '! Resource “Radios”: minimum 2 sets → 3 sets',
  ]);
  expect(lines('zh-CN')).toEqual([
    'Ⅰ级响应',
    '! 名称（中文）由“Ⅰ级”改为“特级”',
    '! 名称（英文）由“Level I”改为“Level zero”',
    'Ⅱ级响应',
    '! 不再动员安保组',
    '! 信息报送间隔由60分钟改为30分钟',
    '封面',
    '  版本由3改为4',
    '任务',
    '! 任务“冻结发布”：时限由15分钟改为10分钟',
    '应急资源',
    '! 资源“对讲机”：最低储备由2部改为3部',
  ]);
});

test('a level that comes or goes has a heading of its own', () => {
  const more = fullPlan();
  more.levels.push({ id: 'x-4', name: { 'zh-CN': 'Ⅳ级', en: 'Level IV' }, decidedBy: ['x-engineer'] });
  more.mobilisation.push({ team: 'x-rescue', levels: ['x-4'], headcount: 1 });
  const told = (from: PlanDocument, to: PlanDocument) =>
    diffGroups(diffPlans(from, to), from, to, 'en').map(({ heading, changes: members }) => [
      heading,
      ...members.map(({ words }) => words),
    ]);
  expect(told(a, more)).toEqual([
    [
      'Level IV',
      'Response level “Level IV” added (decided by Technical lead)',
      'Technical team now called (headcount 1 person)',
    ],
  ]);
  expect(told(more, a)).toEqual([['Level IV', 'Response level “Level IV” removed', 'Technical team no longer called']]);
});

test('it is said what the changes need', () => {
  expect(approvalWords(changes, 'en')).toBe(
    '6 of 7 changes touch procedure, measures and levels: the plan has to be reviewed and approved anew.',
  );
  expect(approvalWords(changes, 'zh-CN')).toBe(
    '7项变更中有6项涉及处置程序、处置措施、响应分级，预案须重新评审、批准。',
  );
  const recorded = changes.filter(({ weight }) => weight === 'other');
  expect(approvalWords(recorded, 'en')).toBe(
    'Nothing here touches command, duties, procedure, measures or levels: recording it is enough.',
  );
  expect(approvalWords(recorded, 'zh-CN')).toBe(
    '以上变更不涉及组织指挥体系、职责、处置程序、处置措施、响应分级，记录在案即可。',
  );
  expect(
    approvalWords(
      changes.filter(({ field }) => field === 'tasks.due'),
      'en',
    ),
  ).toBe('The change touches measures: the plan has to be reviewed and approved anew.');
});

test('of long texts the place is shown where they begin to differ', () => {
  const long =
    'The commander commands the whole response, co-ordinates the departments and decides the level of the response';
  const [from, to] = [fullPlan(), fullPlan()];
  at(from.posts, 0).duties.en = `${long} alone.`;
  at(to.posts, 0).duties.en = `${long} with the deputy.`;
  at(to.posts, 1).duties.en = 'Commands  on scene.';
  const told = diffGroups(diffPlans(from, to), from, to, 'en').flatMap((group) =>
    group.changes.map(({ words }) => words),
  );
  expect(told).toEqual([
    'Post “Commander”: duties (English) “…he response alone.” → “…he response with the deputy.”',
    'Post “Deputy”: duties (English): only spaces or line breaks differ',
  ]);
});
