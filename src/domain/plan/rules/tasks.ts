import { said } from '../../lang.js';
import type { CategoryId, LevelId } from '../compiled.js';
import type { PlanDocument } from '../schema.js';
import { MUSTER, PLAN_GUIDE, section } from './documents.js';
import { observeIf, rule } from './rule.js';
import type { Rule } from './rule.js';

type Case = [level: LevelId, category: CategoryId];
type Scope = { levels?: LevelId[]; categories?: CategoryId[] };

/** Whether somebody is there to do what the plan wants done. */
export const taskRules: Rule[] = [
  rule({
    id: 'V-33',
    title: said('Whoever owns a task is called where it has to be done', '任务负责人在需要执行时已被动员'),
    basis: { ...PLAN_GUIDE, clause: section('8.3'), kind: 'derived' },
    about: ['tasks'],
    run: ({ plan }) =>
      plan.tasks.flatMap(({ id, owner, phase, ...scope }, i) => {
        const team = plan.posts.find((post) => post.id === owner)?.team;
        // Before a level is decided, and after the end, nobody is called by level.
        if (team === undefined || (phase !== 'responding' && phase !== 'watching')) return [];
        const calls = plan.mobilisation.filter((call) => call.team === team);
        const alone = casesOf(plan).filter((at) => applies(scope, at) && !calls.some((call) => applies(call, at)));
        return observeIf(
          alone.length > 0,
          ['tasks', i, 'owner'],
          said(
            `"${id}" belongs to "${owner}", whose team is not called at ${casesText(alone, ' ')}`,
            `“${id}”由“${owner}”负责，而该组在以下情形未被动员：${casesText(alone, '级 ')}`,
          ),
          said(
            'call the team there, narrow the task, or give it to another post',
            '动员该组，或者缩小任务范围，或者换负责岗位',
          ),
        );
      }),
  }),
  rule({
    id: 'V-35',
    title: said('What was repaired is verified by somebody else', '修复结果由他人验证'),
    basis: { ...MUSTER, kind: 'derived' },
    about: ['tasks'],
    run: ({ plan: { tasks } }) =>
      observeIf(
        !tasks.some(({ verifies }) => verifies !== undefined),
        ['tasks'],
        said(
          'no task verifies another, so whoever repaired may also say that it works',
          '没有任何任务验证另一任务，修复人可自行宣布已恢复',
        ),
        said(
          'write "verifies:" with the task of the repair into the task that looks whether it works',
          '在验证恢复的任务中写“verifies:”及修复任务的 id',
        ),
      ),
  }),
  rule({
    id: 'V-85',
    title: said('Every category has tasks at every level', '各类事故在各级响应中都有任务'),
    basis: { ...PLAN_GUIDE, clause: section('7.4'), kind: 'derived' },
    about: ['tasks'],
    run: ({ plan }) => {
      const tasks = plan.tasks.filter((task) => task.phase === 'responding');
      const bare = casesOf(plan).filter((at) => !tasks.some((task) => applies(task, at)));
      return observeIf(
        bare.length > 0,
        ['tasks'],
        said(`nothing is to be done at ${casesText(bare, ' ')}`, `以下情形没有任务：${casesText(bare, '级 ')}`),
        said('add tasks of the phase "responding"', '补充“responding”阶段的任务'),
      );
    },
  }),
  rule({
    id: 'V-86',
    title: said('Mandatory tasks leave evidence', '必做任务留有凭证'),
    basis: { ...MUSTER, kind: 'configured' },
    about: ['tasks'],
    run: ({ plan: { tasks } }) =>
      tasks.flatMap(({ id, mandatory, evidence }, i) =>
        observeIf(
          mandatory && evidence === undefined,
          ['tasks', i],
          said(`"${id}" must be done, and nothing shows afterwards that it was`, `“${id}”必须完成，但没有要求留存凭证`),
          said(
            'add "evidence: note", "link" or "file"',
            '加上“evidence: note”（记录）、“link”（链接）或“file”（文件）',
          ),
        ),
      ),
  }),
];

function casesOf({ levels, categories }: PlanDocument): Case[] {
  return levels.flatMap((level) => categories.map((category): Case => [level.id, category.id]));
}

function applies({ levels, categories }: Scope, [level, category]: Case): boolean {
  return (levels?.includes(level) ?? true) && (categories?.includes(category) ?? true);
}

/** `IV supplier-outage`; the first few, for a sentence. */
function casesText(cases: Case[], between: string): string {
  const shown = cases.slice(0, 3).map(([level, category]) => `${level}${between}${category}`);
  return [...shown, ...(cases.length > shown.length ? [`… (${cases.length})`] : [])].join(', ');
}
