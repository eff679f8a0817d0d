import type { PersonId, PostId } from '../../domain/plan/compiled.js';
import type { SitrepContext } from './context.js';

/** Who answers for something: the post, and whoever has it to do. */
export function ownerOf(
  { say, lang, words }: SitrepContext,
  { post, person }: { post: PostId | undefined; person: PersonId | undefined },
): string {
  if (post === undefined) return person === undefined ? words.blank : say.person(person);
  if (person === undefined) return say.post(post);
  return lang === 'en' ? `${say.post(post)} (${say.person(person)})` : `${say.post(post)}（${say.person(person)}）`;
}
