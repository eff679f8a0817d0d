import { decidePublication } from '../publication/decide.js';
import { evolvePublication } from '../publication/evolve.js';
import { overtakenAt, promiseDue } from '../publication/overtaken.js';
import { factsMovedBy } from '../publication/react.js';
import { waiverOutgrown } from '../publication/waiver.js';
import type { EventBody, IncidentEvent } from '../events.js';
import type { Heard } from '../hearing.js';
import type { MessageOf } from '../messages.js';
import type { Room } from '../room.js';
import type { State } from '../state.js';

/**
 * What the public is told 信息发布: drafted on facts, checked by counsel, approved by a post that the plan names, and only
 * then out. No version goes out but the one that was approved, and none in a drill. What is out is never changed: it is
 * corrected, or withdrawn.
 */
export const publication: Room<'publication'> = {
  name: 'publication',
  initial: { last: 0, items: {} },
  evolve: evolvePublication,
  decide: { publication: decidePublication, published },

  react(state, event) {
    return [...factsMovedBy(state, event), ...waiverOutgrown(state, event), ...askedOfThePage(state, event)];
  },

  due: promiseDue,
  wake: overtakenAt,
};

function askedOfThePage(state: State, event: Heard<'publication'>): EventBody[] {
  if (state.report.mode === 'drill') return [];
  if (event.type === 'publicationApproved') return [asked(state, event)];
  // What nobody approved the public never had.
  const wasApproved = event.type === 'publicationWithdrawn' && isApproved(state, event.publication);
  return wasApproved ? [asked(state, event, true)] : [];
}

function isApproved({ publication: { items } }: State, id: string): boolean {
  return items[id]?.approved !== undefined;
}

function asked(
  { publication: { items } }: State,
  { seq, publication: id }: IncidentEvent & { publication: string },
  withdrawn?: true,
): EventBody {
  const { version = 0 } = items[id] ?? {};
  const more = withdrawn === undefined ? {} : { withdrawn };
  return {
    type: 'effectRequested',
    effect: { kind: 'publish', id: `p${seq}`, publication: id, version, upTo: seq, ...more },
  };
}

function published(state: State, message: MessageOf<'published'>): EventBody[] {
  const { effectId, shows, publicId } = message;
  const effect = state.effects.pending[effectId]?.effect;
  if (effect?.kind !== 'publish') return [];
  const { publication: id, version } = effect;
  return [
    {
      type: 'publicationPublished',
      publication: id,
      version,
      effectId,
      shows,
      ...(publicId === undefined ? {} : { publicId }),
    },
  ];
}
