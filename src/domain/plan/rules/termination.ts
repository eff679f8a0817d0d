import { authorityRules } from '../compile/authority.js';
import type { Decision, LevelId } from '../compiled.js';
import { said } from '../../lang.js';
import type { PlanDocument } from '../schema.js';
import { MUSTER, PLAN_GUIDE, section } from './documents.js';
import { observeIf, rule } from './rule.js';
import type { Observation, Rule } from './rule.js';

/** The end, and what keeps it from coming too early. */
export const terminationRules: Rule[] = [
  rule({
    id: 'V-34',
    title: said(
      'The end has criteria, people who confirm them, and two signatures at the top',
      '应急终止有条件、有确认人，最高级别须双签',
    ),
    basis: { ...PLAN_GUIDE, clause: section('6.3'), kind: 'direct' },
    run: ({ plan }) => {
      const { termination, levels } = plan;
      const { criteria, secondSignature, override } = termination;
      const top = levels[0]?.id ?? '';
      return [
        ...criteria.flatMap(({ id, confirmedBy }, i) =>
          observeIf(
            confirmedBy === undefined,
            ['termination', 'criteria', i],
            said(`nobody in particular confirms "${id}"`, `“${id}”没有指定确认人`),
            said('add "confirmedBy: …"', '加上“confirmedBy: …”'),
            'info',
          ),
        ),
        ...observeIf(
          !secondSignature.includes(top),
          ['termination', 'secondSignature'],
          said(`one person alone ends level ${top}`, `最高级别${top}可由一人宣布终止`),
          said(`add ${top}`, `加上${top}`),
        ),
        ...levels.flatMap(({ id }) => endsWithoutCommand(plan, id)),
        ...observeIf(
          override === undefined,
          ['termination', 'override'],
          said('nothing says who may end it with criteria open', '没有规定条件未全部满足时谁可以终止'),
          said('add "override" with posts and second posts', '加上“override”，写明决定岗位和复核岗位'),
          'info',
        ),
      ];
    },
  }),
  rule({
    id: 'V-88',
    title: said('Every level is watched for a time after the end', '各级响应终止后都有观察期'),
    basis: { ...MUSTER, kind: 'configured' },
    run: ({ plan: { levels, termination } }) => {
      const without = levels
        .map(({ id }) => id)
        .filter((id) => !termination.watch?.some((entry) => entry.levels.includes(id)));
      return observeIf(
        without.length > 0,
        ['termination', 'watch'],
        said(`no watch time at ${without.join(', ')}`, `${without.join('、')}没有观察期`),
        said('say for how long, by level', '按级别规定观察时间'),
      );
    },
  }),
];

/** Whose signature ends it: the second one where two are wanted, else the first. */
function endsWithoutCommand(plan: PlanDocument, level: LevelId): Observation[] {
  const { command, termination, authority } = plan;
  const decision: Decision = termination.secondSignature.includes(level) ? 'confirmTermination' : 'proposeTermination';
  const outside = authorityRules(authority[decision])
    .filter(({ levels }) => levels?.includes(level) ?? true)
    .flatMap(({ posts }) => posts)
    .filter((post) => post !== command.commander && !command.deputies.includes(post));
  return observeIf(
    outside.length > 0,
    ['authority', decision],
    said(
      `at ${level} ${outside.join(', ')} can end it without command`,
      `${level}下${outside.join('、')}可以不经指挥部宣布终止`,
    ),
    said(
      'give the last signature at this level to commander and deputies only',
      '该级别的最后签署只授权给指挥长和副职',
    ),
    'warning',
  );
}
