import { approverOf, steps, unlessResponsible, unlessStatus } from './act.js';
import type { Act, Decided } from './act.js';
import { refuse } from './refusals.js';

/** From here on the content is fixed, until a reviewer returns it. */
export function submit(act: Act): Decided {
  const refused = unlessResponsible(act, ...approverOf(act)) ?? unlessStatus(act, 'draft');
  if (refused) return refused;
  // Without it nobody could ever review or approve it.
  if (act.document.control === undefined) return refuse('control_missing');
  return steps(act, { type: 'submitted', hash: act.standing.hash });
}
