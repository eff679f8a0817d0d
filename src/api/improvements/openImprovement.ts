import { createHash, randomUUID } from 'node:crypto';
import type { Request } from 'express';
import { actorName } from '../../domain/incident/index.js';
import type { Actor } from '../../domain/incident/index.js';
import { changesPlan, fold, open, openingPrint, ownerToday, refuse } from '../../domain/improvement/index.js';
import type { ImprovementEvent, ImprovementOpening, ImprovementState, Origin } from '../../domain/improvement/index.js';
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

/** The key where none is given, and what was said in person of what is asked. */
interface Usual {
  key: string;
  finding?: string;
}

/**
 * Starts the workflow and answers from the machine; the record follows within a moment. The id follows from the
 * Idempotency-Key, so that a repeat finds what the first request has begun.
 */
export async function openImprovement(
  { store, improvements, settings }: ApiParts,
  req: Request,
  body: ImprovementWanted & { origin: Origin; verifiedBy?: 'drill' | undefined },
  { names, who, zone, reviewEvery, groundOf }: Today,
  usual?: Usual,
): Promise<ImprovementState> {
  const { finding, action, reference, type: kind, priority, owner, dueAt, origin, planChange, verifiedBy } = body;
  const actor = actorOf(req);
  const at = settings.now();
  const given = headerId(req, 'Idempotency-Key');
  const key = given ?? (usual && (await keyNow(store, actor, usual)));
  const opening: ImprovementOpening = {
    improvement: key === undefined ? idOfDay(dayOf(at, zone)) : idUnder(key, actor),
    origin,
    ...compact({ verifiedBy }),
    reviewEvery,
    ...{ kind, priority, owner, dueAt: Date.parse(dueAt), planChange: changesPlan(kind, planChange), at },
    texts: { finding, action, ...compact({ reference }) },
    by: { actor, via: 'api', requestId: key ?? randomUUID() },
    ground: groundOf(actor),
    ...compact({ holder: ownerToday(owner, who) }),
  };
  const earlier = await store.improvementEventsOf(opening.improvement);
  const [first] = earlier;
  if (first !== undefined) {
    const isUsual = usual !== undefined && given === undefined;
    const isSame = isUsual ? isAsked(first, opening, usual) : first.request?.fingerprint === openingPrint(opening);
    if (isSame) return fold(earlier);
    throw refusedBy(refuse('request_id_reused', { requestId: opening.by.requestId }), names, languageOf(req));
  }
  const opened = open(opening);
  if (!Array.isArray(opened)) throw refusedBy(opened, names, languageOf(req));
  await improvements.start(opening.improvement, { opening });
  await untilRecorded(store, opening.improvement, 1);
  return fold(opened);
}

/** The same but for what may be otherwise when it is asked for again: the due date, and the words for a finding that nobody gave. */
function isAsked(first: ImprovementEvent, { verifiedBy, planChange }: ImprovementOpening, { finding }: Usual): boolean {
  if (first.type !== 'opened' || first.verifiedBy !== verifiedBy || first.planChange !== planChange) return false;
  return finding === undefined || first.texts.finding === finding;
}

/** What was opened under it and is over is another one. */
async function keyNow(store: ApiParts['store'], actor: Actor, { key }: Usual): Promise<string> {
  for (let nth = 1; ; nth += 1) {
    const now = nth === 1 ? key : `${key}/${nth}`;
    const kept = await store.getImprovement(idUnder(now, actor));
    if (kept === undefined || kept.state.status === 'open' || kept.state.status === 'done') return now;
  }
}

/** Without the day: the repeat may come after midnight. */
function idUnder(key: string, actor: Actor): string {
  return `i-${digestOf(`${actorName(actor)} ${key}`)}`;
}

function idOfDay(day: string): string {
  return `${day.replaceAll('-', '')}-${digestOf(randomUUID())}`;
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, ID_DIGITS);
}
