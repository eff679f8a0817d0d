import type { PersonId, PostId } from '../../domain/plan/compiled.js';
import { withPeople } from './context.js';
import type { SitrepContext } from './context.js';

/** Who answers for something: the post, and whoever has it to do. */
export function ownerOf(
  { say, words }: SitrepContext,
  { post, person }: { post: PostId | undefined; person: PersonId | undefined },
): string {
  if (post !== undefined) return withPeople({ say }, post, person === undefined ? [] : [person]);
  return person === undefined ? words.blank : say.person(person);
}
