import type { PersonId, PostId } from '../../plan/compiled.js';

/** A post or a team that is called as a whole. */
export interface Target {
  kind: 'post' | 'team';
  /** A post or team of the plan. */
  id: string;
}
export interface CalledTarget {
  target: Target;
  people: PersonId[];
}

/** Which plan, exactly. */
export interface PlanRef {
  id: string;
  version: number;
  /** SHA-256 of the document, hex. */
  hash: string;
}

/** A decision names the post whose authority it rests on. */
export interface Decided {
  authority: PostId;
}
