import type { AlertId, PersonId, PostId } from '../../plan/compiled.js';
import type { Instant } from '../../time.js';
import { whoCommands } from '../authority.js';
import { hereIn } from '../availability.js';
import { deputiesOf, postsOfCommand } from '../rooms/tasks/owners.js';
import type { State } from '../state.js';

/** Who enters, answers and ends: the post that watches, its deputies, the lead of its team, and command. */
export function opinionPosts(state: State): PostId[] {
  return [...new Set([...watchers(state), ...leads(state), ...postsOfCommand(state)])];
}

/** Whose turn it is. */
export function watchers(state: Pick<State, 'basis'>): PostId[] {
  const owner = state.basis.plan.aftermath?.publicOpinion?.owner;
  return owner === undefined ? [] : [owner, ...deputiesOf(state, owner)];
}

/** Whom the alerts name, whoever watches, the lead of that team, and always whoever commands. */
export function toldOfAlerts(state: State, alerts: AlertId[], at: Instant): PersonId[] {
  const rules = state.basis.plan.aftermath?.publicOpinion?.alerts ?? [];
  const named = rules.filter(({ id }) => alerts.includes(id)).flatMap(({ tell }) => tell);
  return peopleOf(state, named, at);
}

export function toldOfEnd(state: State, at: Instant): PersonId[] {
  return peopleOf(state, [], at);
}

function peopleOf(state: State, named: PostId[], at: Instant): PersonId[] {
  const posts = [...named, ...watchers(state).slice(0, 1), ...leads(state)];
  return [...new Set([...posts.flatMap((post) => oneOf(state, post, at)), ...whoCommands(state)])];
}

/** Whoever holds it and is not away, else a deputy. */
function oneOf(state: State, post: PostId, at: Instant): PersonId[] {
  const people = [post, ...deputiesOf(state, post)].flatMap((one) => hereIn(state, one, at));
  return people.slice(0, 1);
}

/** Of publicity: the team of whoever watches. */
function leads({ basis: { plan } }: State): PostId[] {
  const owner = plan.aftermath?.publicOpinion?.owner;
  const team = plan.posts.find(({ id }) => id === owner)?.team;
  return plan.teams.filter(({ id }) => id === team).map(({ lead }) => lead);
}
