import type { PersonId, PostId } from '../../plan/compiled.js';

export type CommandEvent = { type: 'postFilled'; post: PostId; person: PersonId };
