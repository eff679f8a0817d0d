import { moreSevere } from '../rooms/grading.js';
import type { EventBody } from '../events.js';
import type { Heard } from '../hearing.js';
import type { State } from '../state.js';
import { firstStatementWithin } from './dues.js';
import { approvers } from './people.js';
import { isTold, isWaived, mayPublish } from './standing.js';

const MAY_RAISE: readonly Heard<'publication'>['type'][] = ['levelChanged', 'confirmed'];

/**
 * Nothing is published, that was decided at a level at which others may decide that, or at which the public could wait longer:
 * those who answer for it at a graver one have to decide anew.
 */
export function waiverOutgrown(state: State, event: Heard<'publication'>): EventBody[] {
  const { level: to } = state.grading;
  const { level: from, authority } = state.publication.waived ?? {};
  if (!MAY_RAISE.includes(event.type) || !isWaived(state) || !mayPublish(state)) return [];
  if (from === undefined || authority === undefined || to === undefined) return [];
  const isRaised = from !== to && moreSevere(state, from, to) === to;
  const within = (level: string) => firstStatementWithin(state, level) ?? Infinity;
  const isSooner = !isTold(state) && within(to) < within(from);
  const lapses = isRaised && (isSooner || !approvers(state).includes(authority));
  return lapses ? [{ type: 'publicationWaiverLapsed', from, to }] : [];
}
