import type { Answer, Effect } from '../domain/incident/index.js';
import type { Shelf } from './shelf.js';

/** What comes back when an effect is carried out and nothing goes wrong: nobody else wants these people or this stock. */
export function answerTo(effect: Effect, shelf: Shelf): Answer {
  const effectId = effect.id;
  switch (effect.kind) {
    case 'notify':
      return {
        type: 'noticeAttempted',
        effectId,
        accepted: effect.recipients.map(({ person }) => person),
        unreachable: [],
        delayed: [],
      };
    case 'writeDocument':
      return { type: 'documentWritten', effectId, documentId: `d-${effectId}`, files: [] };
    case 'startImprovement':
      return { type: 'improvementStarted', effectId };
    case 'claim':
      return { type: 'claimed', effectId, contested: [], shared: [] };
    case 'releaseClaims':
      return { type: 'releasedClaims', effectId };
    case 'allocate':
      return { type: 'allocated', effectId, ...shelf.allocate(effect), heldBy: [] };
    case 'settleStock':
      shelf.settle(effect);
      return { type: 'stockSettled', effectId };
    case 'publish':
      return effect.withdrawn === true
        ? { type: 'published', effectId, shows: 'withdrawn' }
        : { type: 'published', effectId, shows: 'text', publicId: effect.publication };
    case 'merge':
      return { type: 'mergeAnswered', effectId };
  }
}
