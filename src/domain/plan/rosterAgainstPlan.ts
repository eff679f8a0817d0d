import { authorityRules } from './compile.js';
import type { Decision, Holders, PersonId, PostId } from './compiled.js';
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
    .map((post) => ({
      path: ['holders', post],
      code: 'unknown_post',
      message: `the plan "${plan.plan.id}" has no post "${post}"`,
      hint: suggestion(post, posts),
    }));
}

function commandIssues(holders: Holders, { command }: PlanDocument): PlanIssue[] {
  const filled = new Map<PersonId, PostId>();
  return [command.commander, ...command.deputies].flatMap((post) => {
    const person = holders[post]?.[0];
    if (person === undefined) {
      return [
        issue(post, 'command_unfilled', `nobody holds the command post "${post}"`, 'name at least one active person'),
      ];
    }
    const other = filled.get(person);
    filled.set(person, other ?? post);
    if (other === undefined) return [];
    const message = `"${person}" would fill "${post}" and "${other}" at the same time`;
    return [issue(post, 'same_person_in_command', message, 'put another person first in one of the two posts')];
  });
}

function teamIssues(holders: Holders, plan: PlanDocument): PlanIssue[] {
  return plan.teams
    .filter((team) => !plan.posts.some((post) => post.team === team.id && anyone(holders, [post.id])))
    .map((team) =>
      issue(team.lead, 'team_unfilled', `the team "${team.id}" has no people`, `fill at least its lead "${team.lead}"`),
    );
}

function decisionIssues(holders: Holders, plan: PlanDocument): PlanIssue[] {
  const issues: PlanIssue[] = [];
  if (!anyone(holders, plan.verification.posts)) {
    const message = 'a report would alert nobody: no post that verifies is filled';
    issues.push(issue(plan.verification.posts[0], 'nobody_verifies', message, fillOneOf(plan.verification.posts)));
  }
  for (const level of plan.levels.filter(({ decidedBy }) => !anyone(holders, decidedBy))) {
    const message = `nobody may decide on level ${level.id}`;
    issues.push(issue(level.decidedBy[0], 'nobody_decides', message, fillOneOf(level.decidedBy)));
  }
  const proposeTermination = postsWith(plan, 'proposeTermination');
  const confirmTermination = postsWith(plan, 'confirmTermination');
  const second = proposeTermination
    .flatMap((post) => acting(holders, plan, post))
    .some((proposer) =>
      confirmTermination.flatMap((post) => acting(holders, plan, post)).some((person) => person !== proposer),
    );
  if (plan.termination.secondSignature.length > 0 && !second) {
    const message = 'no two people can propose and confirm the end';
    issues.push(issue(confirmTermination[0], 'no_second_signature', message, fillOneOf(confirmTermination)));
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

function fillOneOf(posts: PostId[]): string {
  return `name an active person for ${posts.map((post) => `"${post}"`).join(' or ')}`;
}

function issue(post: PostId | undefined, code: RosterCode, message: string, hint: string): PlanIssue {
  return { path: post === undefined ? ['holders'] : ['holders', post], code, message, hint };
}
