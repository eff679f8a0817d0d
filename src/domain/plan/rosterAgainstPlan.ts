import { said } from '../lang.js';
import type { Said } from '../lang.js';
import { authorityRules } from './compile/authority.js';
import type { Decision, Holders, PersonId, PostId } from './compiled.js';
import { issue } from './issues.js';
import type { PlanIssue, RosterCode } from './issues.js';
import { suggestion } from './nearest.js';
import type { RosterDocument } from './roster.js';
import type { PlanDocument } from './schema.js';

/**
 * What keeps these people from running this plan. `holders`: those who are active. `coming`: posts that another version
 * has, which may be filled before it takes effect.
 */
export function rosterPlanIssues(
  roster: RosterDocument,
  holders: Holders,
  plan: PlanDocument,
  coming: PostId[],
): PlanIssue[] {
  return [
    ...unknownPosts(roster, plan, coming),
    ...commandIssues(holders, plan),
    ...teamIssues(holders, plan),
    ...decisionIssues(holders, plan),
  ];
}

function unknownPosts({ holders }: RosterDocument, plan: PlanDocument, coming: PostId[]): PlanIssue[] {
  const posts = [...plan.posts.map((post) => post.id), ...coming];
  return Object.keys(holders)
    .filter((post) => !posts.includes(post))
    .map((post) => {
      const message = said(
        `the plan "${plan.plan.id}" has no post "${post}"`,
        `预案“${plan.plan.id}”没有岗位“${post}”`,
      );
      return { ...issue(['holders', post], 'unknown_post', message, suggestion(post, posts)), atKey: true };
    });
}

function commandIssues(holders: Holders, { command }: PlanDocument): PlanIssue[] {
  const filled = new Map<PersonId, PostId>();
  return [command.commander, ...command.deputies].flatMap((post) => {
    const person = holders[post]?.[0];
    if (person === undefined) {
      const message = said(`nobody holds the command post "${post}"`, `指挥岗位“${post}”无人担任`);
      const hint = said('name at least one active person', '至少指定一名在岗人员');
      return [atPost(post, 'command_unfilled', message, hint)];
    }
    const other = filled.get(person);
    filled.set(person, other ?? post);
    if (other === undefined) return [];
    const message = said(
      `"${person}" would fill "${post}" and "${other}" at the same time`,
      `“${person}”将同时担任“${post}”和“${other}”`,
    );
    const hint = said('put another person first in one of the two posts', '其中一个岗位的首位换成另一人');
    return [atPost(post, 'same_person_in_command', message, hint)];
  });
}

function teamIssues(holders: Holders, plan: PlanDocument): PlanIssue[] {
  return plan.teams
    .filter((team) => !plan.posts.some((post) => post.team === team.id && anyone(holders, [post.id])))
    .map(({ id, lead }) => {
      const message = said(`the team "${id}" has no people`, `“${id}”组没有人员`);
      const hint = said(`fill at least its lead "${lead}"`, `至少指定组长“${lead}”的任职人员`);
      return atPost(lead, 'team_unfilled', message, hint);
    });
}

function decisionIssues(holders: Holders, plan: PlanDocument): PlanIssue[] {
  const issues: PlanIssue[] = [];
  if (!anyone(holders, plan.verification.posts)) {
    const message = said(
      'a report would alert nobody: no post that verifies is filled',
      '接到报告后无人可通知：负责核实的岗位均无人担任',
    );
    issues.push(atPost(plan.verification.posts[0], 'nobody_verifies', message, fillOneOf(plan.verification.posts)));
  }
  for (const level of plan.levels.filter(({ decidedBy }) => !anyone(holders, decidedBy))) {
    const message = said(`nobody may decide on level ${level.id}`, `${level.id} 级响应无人有权决定`);
    issues.push(atPost(level.decidedBy[0], 'nobody_decides', message, fillOneOf(level.decidedBy)));
  }
  const proposeTermination = postsWith(plan, 'proposeTermination');
  const confirmTermination = postsWith(plan, 'confirmTermination');
  const second = proposeTermination
    .flatMap((post) => acting(holders, plan, post))
    .some((proposer) =>
      confirmTermination.flatMap((post) => acting(holders, plan, post)).some((person) => person !== proposer),
    );
  if (plan.termination.secondSignature.length > 0 && !second) {
    const message = said('no two people can propose and confirm the end', '没有两个人可以分别提议和确认应急终止');
    issues.push(atPost(confirmTermination[0], 'no_second_signature', message, fillOneOf(confirmTermination)));
  }
  return issues;
}

/** Posts that have this authority at any level. */
function postsWith({ authority }: PlanDocument, decision: Decision): PostId[] {
  return [...new Set(authorityRules(authority[decision]).flatMap(({ posts }) => posts))];
}

/** Who can act in a post: in command only whoever fills it, elsewhere every holder. */
function acting(holders: Holders, { command }: PlanDocument, post: PostId): PersonId[] {
  const people = holders[post] ?? [];
  return post === command.commander || command.deputies.includes(post) ? people.slice(0, 1) : people;
}

function anyone(holders: Holders, posts: PostId[]): boolean {
  return posts.some((post) => (holders[post] ?? []).length > 0);
}

function fillOneOf(posts: PostId[]): Said {
  return said(
    `name an active person for ${posts.map((post) => `"${post}"`).join(' or ')}`,
    `为${posts.map((post) => `“${post}”`).join('或')}指定一名在岗人员`,
  );
}

function atPost(post: PostId | undefined, code: RosterCode, message: Said, hint: Said): PlanIssue {
  return issue(post === undefined ? ['holders'] : ['holders', post], code, message, hint);
}
