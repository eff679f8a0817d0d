import type { AuthorityRule, PostId } from '../compiled.js';

/** Both ways of writing an authority as one. */
export function authorityRules(written: readonly (PostId | AuthorityRule)[]): AuthorityRule[] {
  const posts = written.filter((entry) => typeof entry === 'string');
  return posts.length > 0 ? [{ posts }] : written.filter((entry) => typeof entry !== 'string');
}
