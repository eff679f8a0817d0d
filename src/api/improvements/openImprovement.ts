import { createHash, randomUUID } from 'node:crypto';
import type { Request } from 'express';
import { actorName } from '../../domain/incident/index.js';
import { changesPlan, fold, open, openingPrint, ownerToday, refuse } from '../../domain/improvement/index.js';
import type { ImprovementOpening, ImprovementState, Origin } from '../../domain/improvement/index.js';
import { dayOf } from '../plans/lifecycleFacts.js';
import { actorOf } from '../auth.js';
import { compact } from '../compact.js';
import type { ImprovementWanted } from '../contract.js';
import type { ApiParts } from '../deps.js';
import { languageOf } from '../language.js';
import { headerId } from '../parse.js';
import { untilRecorded } from './loadImprovement.js';
import { refusedBy } from './refusedBy.js';
import type { Today } from './groundToday.js';

/** 48 bits: as many as the days' improvements will ever need. */
const ID_DIGITS = 12;

/**
 * Starts the workflow and answers from the machine; the record follows within a moment. The id follows from the
 * Idempotency-Key, so that a repeat finds what the first request has begun.
 */
export async function openImprovement(
  { store, improvements, settings }: ApiParts,
  req: Request,
  body: ImprovementWanted & { origin: Origin; verifiedBy?: 'drill' | undefined },
  { names, who, zone, groundOf }: Today,
  /** Where none is given. What was opened under it is the same, also with another due date. */
  usualKey?: string,
): Promise<ImprovementState> {
  const { finding, action, reference, type: kind, priority, owner, dueAt, origin, planChange, verifiedBy } = body;
  const actor = actorOf(req);
  const at = settings.now();
  const key = headerId(req, 'Idempotency-Key') ?? usualKey;
  const opening: ImprovementOpening = {
    improvement: idFor(key === undefined ? randomUUID() : `${actorName(actor)} ${key}`, key, dayOf(at, zone)),
    origin,
    ...compact({ verifiedBy }),
    ...{ kind, priority, owner, dueAt: Date.parse(dueAt), planChange: changesPlan(kind, planChange), at },
    texts: { finding, action, ...compact({ reference }) },
    by: { actor, via: 'api', requestId: key ?? randomUUID() },
    ground: groundOf(actor),
    ...compact({ holder: ownerToday(owner, who) }),
  };
  const earlier = await store.improvementEventsOf(opening.improvement);
  const [first] = earlier;
  if (first !== undefined) {
    const isUsual = usualKey !== undefined && key === usualKey;
    const isSame = isUsual || first.request?.fingerprint === openingPrint(opening);
    if (isSame) return fold(earlier);
    throw refusedBy(refuse('request_id_reused', { requestId: opening.by.requestId }), names, languageOf(req));
  }
  const opened = open(opening);
  if (!Array.isArray(opened)) throw refusedBy(opened, names, languageOf(req));
  await improvements.start(opening.improvement, { opening });
  await untilRecorded(store, opening.improvement, 1);
  return fold(opened);
}

/** Under a key the day must not tell: the repeat may come after midnight. */
function idFor(from: string, key: string | undefined, day: string): string {
  const digest = createHash('sha256').update(from).digest('hex').slice(0, ID_DIGITS);
  return key === undefined ? `${day.replaceAll('-', '')}-${digest}` : `i-${digest}`;
}
