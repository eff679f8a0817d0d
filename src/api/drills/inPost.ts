import type { Request } from 'express';
import { inPostToday } from '../../domain/drill/index.js';
import type { DrillMessage } from '../../domain/drill/index.js';
import type { RosterDocument } from '../../domain/plan/roster.js';
import { actorOf } from '../auth.js';
import type { ApiParts } from '../deps.js';

/** The parts that whoever asks has by plan and roster of today. */
export async function inPost({ store }: ApiParts, req: Request): Promise<DrillMessage['inPost']> {
  const actor = actorOf(req);
  if (actor.kind !== 'person') return undefined;
  const [effective, stored] = await Promise.all([store.effectivePlan(), store.currentRoster()]);
  if (!effective || !stored) return undefined;
  const parts = inPostToday(effective.document, stored.document as RosterDocument, actor.id);
  return parts.length === 0 ? undefined : parts;
}
