import type { PostId } from '../plan/compiled.js';
import type { EventBody } from './events.js';
import { refusal } from './refusals.js';
import { postsOfCommand } from './rooms/tasks/owners.js';
import type { State } from './state.js';

/**
 * Posts that set and lift the cordon and let people in. Command as well: nothing can be closed while a cordon stands, and
 * whoever keeps it may have left the roster.
 */
export function keepersOf(state: State): PostId[] {
  return [...new Set([...(state.basis.plan.scene?.posts ?? []), ...postsOfCommand(state)])];
}

/** Where the incident ends at once, nobody could lift it afterwards. */
export function mustLiftFirst({ scene }: State): EventBody[] | undefined {
  return scene.cordon === undefined ? undefined : [refusal('cordon_stands', { inside: scene.inside.length })];
}
