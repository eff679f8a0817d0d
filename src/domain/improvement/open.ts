import type { PostId } from '../plan/compiled.js';
import type { ImprovementOpening } from './messages.js';
import { authorityOf } from './people.js';
import { refuse } from './refusals.js';
import type { Refused } from './refusals.js';

/** Who may open one: whoever keeps improvements, and the operator. What an incident opens it has judged itself. */
export function refuseOpening(opening: ImprovementOpening): { authority?: PostId } | Refused {
  const { ground, by, kind, dueAt, at, holder, texts, owner, verifiedBy, origin } = opening;
  if (verifiedBy === 'drill' && (origin.drill === undefined || origin.criterion === undefined)) {
    return refuse('drill_origin_required');
  }
  if (ground === undefined) return {};
  const authority: { authority?: PostId } | Refused = by.actor.kind === 'operator' ? {} : authorityOf(ground);
  if ('code' in authority) return authority;
  if (texts.finding.trim() === '') return refuse('text_required', { field: 'finding' });
  if (texts.action.trim() === '') return refuse('text_required', { field: 'action' });
  if (ground.types.length > 0 && !ground.types.includes(kind)) {
    return refuse('unknown_type', { type: kind }, { types: ground.types });
  }
  if (holder === undefined) return refuse('unknown_owner', { ...owner });
  return dueAt <= at ? refuse('due_passed') : authority;
}
