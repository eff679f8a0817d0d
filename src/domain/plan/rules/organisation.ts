import { said } from '../../lang.js';
import type { PersonId, TeamId } from '../compiled.js';
import { holdersOf } from '../roster.js';
import type { RosterDocument } from '../roster.js';
import type { PlanDocument } from '../schema.js';
import { article, NIMS, PLAN_MEASURES } from './documents.js';
import { observe, observeIf, rule } from './rule.js';
import type { Observation, Rule } from './rule.js';

/** Five people can be led well, seven at most; then teams are split (NIMS). */
const SPAN = { advised: 5, limit: 7 };

/** Posts, who holds them, and how many people each leads. */
export const organisationRules: Rule[] = [
  rule({
    id: 'V-30',
    title: said(
      'Every post is filled and has a deputy, nobody holds two that exclude one another',
      '各岗位有人、有替补，无人兼任互斥岗位',
    ),
    basis: { ...NIMS, kind: 'derived' },
    needs: ['roster'],
    run: ({ plan, roster }) => plan.posts.flatMap((post) => fillingOf(plan, roster, post)),
  }),
  rule({
    id: 'V-31',
    title: said('Nobody leads more people than one can lead', '管理幅度适当'),
    basis: { ...NIMS, kind: 'derived' },
    run: ({ plan, roster }) => [
      ...span(plan, plan.command.commander, ['command'], leadByCommander(plan)),
      ...plan.teams.flatMap((team, i) => span(plan, team.lead, ['teams', i], leadInTeam(plan, roster, team.id))),
    ],
  }),
  rule({
    id: 'V-78',
    title: said('Every post has its action card', '各岗位有应急处置卡'),
    basis: { ...PLAN_MEASURES, clause: article(19), kind: 'direct' },
    run: ({ plan: { posts } }) =>
      posts.flatMap(({ id, card }, i) =>
        observeIf(
          card === undefined,
          ['posts', i],
          said(`the post "${id}" has no action card`, `岗位“${id}”没有应急处置卡`),
          said('add "card": what to do first, in seven steps at most', '加上“card”：最先做什么，不超过七步'),
        ),
      ),
  }),
];

function fillingOf(plan: PlanDocument, roster: RosterDocument, post: PlanDocument['posts'][number]): Observation[] {
  const holders = holdersOf(roster);
  const people = holders[post.id] ?? [];
  // Deputies of command stand in for one another; they need none of their own.
  const { commander, deputies } = plan.command;
  const standIns = post.id === commander ? deputies : (post.deputies ?? []);
  const covered =
    deputies.includes(post.id) || people.length > 1 || standIns.some((id) => (holders[id] ?? []).length > 0);
  const twice = (post.conflictsWith ?? []).flatMap((other) =>
    people.filter((person) => holders[other]?.includes(person)).map((person) => ({ person, other })),
  );
  const path = post.id in roster.holders ? ['holders', post.id] : ['holders'];
  return [
    ...observeIf(
      people.length === 0,
      path,
      said(`nobody holds the post "${post.id}"`, `岗位“${post.id}”无人担任`),
      said('name an active person', '指定在岗人员'),
    ),
    ...observeIf(
      people.length > 0 && !covered,
      path,
      said(`only ${people[0]} holds the post "${post.id}"`, `岗位“${post.id}”只有${people[0]}一人`),
      said('name a second holder, or deputies of the post in the plan', '指定第二人，或者在预案中为该岗位指定替补岗位'),
    ),
    ...twice.map(({ person, other }) =>
      observe(
        path,
        said(
          `${person} holds "${post.id}" and "${other}", which exclude one another`,
          `${person}同时担任互斥的“${post.id}”和“${other}”`,
        ),
        said('give one of the two posts to somebody else', '其中一个岗位改由他人担任'),
      ),
    ),
  ].map((observation) => ({ ...observation, in: 'roster' as const }));
}

/** The deputies, and the leads of the teams that are called together. */
function leadByCommander({ command, levels, categories, mobilisation }: PlanDocument): number {
  const teams = levels.flatMap((level) =>
    categories.map(
      (category) =>
        new Set(
          mobilisation
            .filter((call) => call.levels.includes(level.id) && (call.categories?.includes(category.id) ?? true))
            .map((call) => call.team),
        ).size,
    ),
  );
  return command.deputies.length + Math.max(0, ...teams);
}

/** As many as must come; where nothing says how many, everybody, or every post when there is no roster. */
function leadInTeam(plan: PlanDocument, roster: RosterDocument | undefined, team: TeamId): number {
  const wanted = plan.mobilisation.filter((call) => call.team === team).map((call) => call.headcount);
  const all =
    roster === undefined ? plan.posts.filter((post) => post.team === team).length : peopleOf(plan, roster, team).length;
  return Math.max(0, ...wanted.map((headcount) => headcount ?? all)) - 1;
}

/** Active holders of the team's posts, each once. */
export function peopleOf(plan: PlanDocument, roster: RosterDocument, team: TeamId): PersonId[] {
  const holders = holdersOf(roster);
  return [...new Set(plan.posts.filter((post) => post.team === team).flatMap((post) => holders[post.id] ?? []))];
}

function span(plan: PlanDocument, post: string, path: (string | number)[], led: number): Observation[] {
  const { advised, limit } = plan.command.spanOfControl ?? SPAN;
  return observeIf(
    led > advised,
    path,
    said(
      `"${post}" leads ${led} people; ${advised} are advised, ${limit} the limit`,
      `“${post}”直接指挥${led}人，宜不超过${advised}人，最多${limit}人`,
    ),
    said('split the team, or put a deputy or lead in between', '拆分小组，或者增设中间负责人'),
    led > limit ? undefined : 'info',
  );
}
