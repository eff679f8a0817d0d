import { compileEvaluation } from '../plan/compile/evaluation.js';
import type { PersonId, PostId } from '../plan/compiled.js';
import { parseDuration } from '../plan/duration.js';
import { holdersOf, isActive } from '../plan/roster.js';
import type { RosterDocument } from '../plan/roster.js';
import type { PlanDocument } from '../plan/schema.js';
import type { DrillRoles, DrillRules, PartInPost } from './messages.js';

export type DrillsOfPlan = NonNullable<PlanDocument['drills']>;

/** What the plan says of drills, with the people of today for its posts. */
export function drillRules(
  plan: PlanDocument & { drills: DrillsOfPlan },
  version: DrillRules['plan'],
  roster: RosterDocument,
): DrillRules {
  const { approver, feedback, report } = plan.drills;
  const who = holdersToday(plan, roster);
  return {
    plan: version,
    approvers: who(approver),
    approversElse: standInsOf(plan, approver).flatMap(who),
    submittedTo: who(report.submittedTo),
    feedback: {
      within: parseDuration(feedback.within),
      asked: [...new Set(feedback.askedFrom.flatMap(who))],
      anonymous: feedback.anonymous,
      questions: feedback.questions.length,
    },
    reportWithin: parseDuration(report.within),
    evaluation: compileEvaluation(plan.drills),
    departments: departmentsOf(roster),
    reportsCleared: true,
    drafterApart: true,
    tellsOfTaken: true,
    tellsOfRealOnce: true,
    ...(plan.drills.conduct?.whenReal === 'end' ? { whenReal: 'end' as const } : {}),
    edition: 2,
  };
}

/** What somebody may by the plan in force and the posts of today: who was drafted in may have left since. */
export function inPostToday({ drills, posts }: PlanDocument, roster: RosterDocument, person: PersonId): PartInPost[] {
  if (drills === undefined) return [];
  const who = holdersToday({ posts }, roster);
  return [
    ...(who(drills.approver).includes(person) ? ['approver' as const] : []),
    ...(who(drills.report.submittedTo).includes(person) ? ['receiver' as const] : []),
  ];
}

/**
 * Who has which part where nobody says so: the plan's organiser directs and controls; command and the teams that the programme
 * names play, or all teams; who holds a post and does not play sees to safety and judges. Whoever runs a drill does not play in
 * it, and where nobody else is left its director judges it.
 */
export function usualRoles(
  plan: PlanDocument & { drills: DrillsOfPlan },
  roster: RosterDocument,
  teams: readonly string[] = plan.teams.map(({ id }) => id),
): DrillRoles {
  const who = holdersToday(plan, roster);
  const [director = ''] = who(plan.drills.organiser);
  const { commander, deputies } = plan.command;
  const posts = plan.posts.filter(({ team }) => team !== undefined && teams.includes(team)).map(({ id }) => id);
  const all = [commander, ...deputies, ...posts].flatMap((post) => holdersOf(roster)[post] ?? []);
  const players = [...new Set(all)].filter((person) => person !== director);
  const [safety, ...others] = bystanders(plan, roster, [director, ...players]);
  return {
    director,
    controllers: [director],
    evaluators: others.length === 0 ? [director] : others.slice(0, MOST_EVALUATORS),
    safety: safety === undefined ? [] : [safety],
    observers: [],
    players,
  };
}

const MOST_EVALUATORS = 2;

/** Who holds a post and takes no other part: first of the teams that do not play, those who lead them before the others. */
function bystanders(plan: PlanDocument, roster: RosterDocument, busy: readonly PersonId[]): PersonId[] {
  const who = holdersToday(plan, roster);
  const leads = plan.teams.map(({ lead }) => lead);
  const inTeams = plan.posts.flatMap(({ id, team }) => (team === undefined ? [] : [id]));
  const others = plan.posts.flatMap(({ id, team }) => (team === undefined ? [id] : []));
  const posts = [...leads, ...inTeams, ...others].flatMap((post) => who(post));
  return [...new Set(posts)].filter((person) => !busy.includes(person));
}

function standInsOf({ posts, command }: PlanDocument, post: PostId): PostId[] {
  const deputies = posts.find(({ id }) => id === post)?.deputies ?? [];
  return post === command.commander ? [...new Set([...deputies, ...command.deputies])] : deputies;
}

/** Of its deputies where nobody holds the post itself. */
function holdersToday(plan: Pick<PlanDocument, 'posts'>, roster: RosterDocument): (post: PostId) => PersonId[] {
  const active = new Set(roster.people.filter(isActive).map(({ id }) => id));
  const holders = holdersOf(roster);
  const inPost = (post: PostId) => (holders[post] ?? []).filter((person) => active.has(person));
  return (post) => {
    const own = inPost(post);
    if (own.length > 0) return own;
    return plan.posts.find(({ id }) => id === post)?.deputies?.flatMap(inPost) ?? [];
  };
}

export function departmentsOf(roster: RosterDocument): Record<PersonId, PostId[]> {
  const posts: Record<PersonId, PostId[]> = {};
  for (const [post, people] of Object.entries(holdersOf(roster))) {
    for (const person of people) posts[person] = [...(posts[person] ?? []), post];
  }
  return posts;
}
