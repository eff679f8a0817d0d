import { said } from '../../lang.js';
import type { PersonId, PostId } from '../compiled.js';
import type { Path } from '../issues.js';
import { warning } from '../remark.js';
import type { Remark } from '../remark.js';
import type { PlanDocument } from '../schema.js';
import { activePeople, present } from './check.js';
import type { RosterCheck, RosterRemarkCode } from './check.js';

type Post = PlanDocument['posts'][number];

/** Whether each post is filled, by people who may fill it, with somebody to stand in. */
export function postRemarks(check: RosterCheck): Remark<RosterRemarkCode>[] {
  return [...check.plan.posts.flatMap((post) => filling(check, post)), ...conflicts(check), ...idle(check)];
}

function filling(check: RosterCheck, post: Post): Remark<RosterRemarkCode>[] {
  const people = check.holders[post.id] ?? [];
  const path = pathOf(check, post.id);
  if (people.length === 0) {
    return [
      warning(
        'post_vacant',
        path,
        said(`nobody holds the post "${post.id}"`, `岗位“${post.id}”无人任职`),
        said('name an active person, or two', '指定在册人员，最好两名'),
      ),
    ];
  }
  const standIns = standInsFor(check, post);
  if (standIns.length === 0 && !check.plan.command.deputies.includes(post.id)) {
    return [
      warning(
        'post_without_deputy',
        path,
        said(
          `the post "${post.id}" has one holder, "${people[0]}", and nobody to stand in`,
          `岗位“${post.id}”只有“${people[0]}”一人，没有替补`,
        ),
        said('name a second holder, or somebody for a post that deputises', '增加一名任职人员，或为其代理岗位指定人员'),
      ),
    ];
  }
  if (present(check, [...people, ...standIns]).length > 0) return [];
  return [
    warning(
      'post_uncovered',
      path,
      said(
        `everybody who could fill the post "${post.id}" is away on ${check.today}`,
        `${check.today}岗位“${post.id}”的任职人员和替补全部不在`,
      ),
      said('name somebody who is there, or call somebody back', '指定在岗人员，或安排人员返回'),
    ),
  ];
}

/** Whoever could take over from the primary holder; in command the deputies of the plan take over. */
export function standInsFor(
  { holders, plan: { command } }: Pick<RosterCheck, 'holders' | 'plan'>,
  post: Post,
): PersonId[] {
  const [primary, ...further] = holders[post.id] ?? [];
  const deputies = post.id === command.commander ? command.deputies : (post.deputies ?? []);
  const people = [...further, ...deputies.flatMap((deputy) => holders[deputy] ?? [])];
  return people.filter((person) => person !== primary);
}

/** A conflict is written at one of the two posts and holds for both. */
function conflicts({ plan, holders, roster }: RosterCheck): Remark<RosterRemarkCode>[] {
  const pairs = plan.posts.flatMap(({ id, conflictsWith = [] }) => conflictsWith.map((other) => [id, other] as const));
  const once = pairs.filter(
    ([a, b], i) => !pairs.slice(0, i).some(([c, d]) => (a === c && b === d) || (a === d && b === c)),
  );
  return once.flatMap(([a, b]) =>
    (holders[a] ?? [])
      .filter((person) => holders[b]?.includes(person))
      .map((person) =>
        warning(
          'conflicting_posts',
          ['holders', b, roster.holders[b]?.indexOf(person) ?? 0],
          said(
            `"${person}" holds "${a}" and "${b}", which the plan keeps apart`,
            `“${person}”兼任“${a}”和“${b}”，预案规定不得兼任`,
          ),
          said('name another person for one of the two posts', '其中一个岗位改由他人担任'),
        ),
      ),
  );
}

function idle(check: RosterCheck): Remark<RosterRemarkCode>[] {
  const busy = new Set(Object.values(check.holders).flat());
  return activePeople(check)
    .filter(({ person }) => !busy.has(person.id))
    .map(({ person: { id }, i }) =>
      warning(
        'person_without_post',
        ['people', i],
        said(`"${id}" holds no post and is never called`, `“${id}”没有岗位，不会收到任何通知`),
        said('name the person for a post, or take the entry out', '为其指定岗位，或删除该条'),
      ),
    );
}

export function pathOf({ roster }: Pick<RosterCheck, 'roster'>, post: PostId): Path {
  return Object.hasOwn(roster.holders, post) ? ['holders', post] : ['holders'];
}
