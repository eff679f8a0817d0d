import type { PartnerId, PersonId, PostId } from '../../plan/compiled.js';
import { firstToTell, holderOf, holdersOfPosts } from '../authority.js';
import type { SitrepStage } from '../events/sitreps.js';
import { ownerOf } from '../rooms/mobilisation/partners.js';
import { deputiesOf } from '../rooms/tasks/owners.js';
import { targetKey } from '../state.js';
import type { State } from '../state.js';

/** Who may change the words of a report. */
export function editors(state: State): PostId[] {
  const { sitreps } = state.basis.plan;
  const own = sitreps === undefined ? [] : [sitreps.drafter, ...deputiesOf(state, sitreps.drafter)];
  return [...new Set([...own, ...releasers(state)])];
}

/** Who may send it out: whom the plan names, that post's deputies, and command. */
export function releasers(state: State): PostId[] {
  const { sitreps, command } = state.basis.plan;
  const own = sitreps === undefined ? [] : [sitreps.releasedBy, ...deputiesOf(state, sitreps.releasedBy)];
  return [...new Set([...own, command.commander, ...command.deputies])];
}

/**
 * Who writes it: the plan's drafter; where nobody holds that post or its team is not called, whoever releases it; else
 * whoever commands. After the end the teams are stood down, and still the last report is theirs.
 */
export function drafterNow(state: State, final: boolean): PersonId[] {
  const { sitreps, command } = state.basis.plan;
  const posts = sitreps === undefined ? [] : [sitreps.drafter, sitreps.releasedBy];
  const post = posts.find((p) => isAtWork(state, p, final)) ?? command.commander;
  return holdersOfPosts(state, [post]);
}

/** Whom an overdue report is brought before, at each stage. */
export function toldOfDelay(state: State, stage: SitrepStage, final: boolean): PersonId[] {
  const { sitreps, teams, posts, command } = state.basis.plan;
  const commanders = holdersOfPosts(state, [command.commander]);
  switch (stage) {
    case 'owners': {
      const releaser = sitreps !== undefined && isAtWork(state, sitreps.releasedBy, final) ? [sitreps.releasedBy] : [];
      return [...new Set([...drafterNow(state, final), ...holdersOfPosts(state, releaser)])];
    }
    case 'lead': {
      const team = posts.find(({ id }) => id === sitreps?.releasedBy)?.team;
      const leads = teams.filter(({ id }) => id === team).map(({ lead }) => lead);
      const deputies = sitreps === undefined ? [] : deputiesOf(state, sitreps.releasedBy);
      const people = holdersOfPosts(state, [...leads, ...deputies]);
      return people.length > 0 ? people : commanders;
    }
    case 'command':
      return commanders;
  }
}

/** Everybody in these posts; a post of command is whoever fills it. */
export function addressees(state: State, posts: PostId[]): PersonId[] {
  const { command, basis } = state;
  const people = posts.flatMap((post) => {
    const inCommand = command.posts[post];
    return inCommand === undefined ? (basis.holders[post] ?? []) : [inCommand];
  });
  return [...new Set(people)];
}

/** Who speaks with the partner; where nobody holds that post, whoever releases, else command. */
export function passesOn(state: State, partner: PartnerId): PersonId[] {
  const { sitreps } = state.basis.plan;
  return firstToTell(state, [...ownerOf(state, partner), ...(sitreps === undefined ? [] : [sitreps.releasedBy])]);
}

function isAtWork(state: State, post: PostId, final: boolean): boolean {
  if (holderOf(state, post) === undefined) return false;
  const team = state.basis.plan.posts.find(({ id }) => id === post)?.team;
  if (team === undefined) return true;
  const body = state.mobilisation.bodies[targetKey({ kind: 'team', id: team })];
  return body !== undefined && (final || body.status === 'called');
}
