import { setTimeout as sleep } from 'node:timers/promises';
import { actorName } from '../domain/incident/index.js';
import type { Message } from '../domain/incident/index.js';
import type { Lang } from '../domain/lang.js';
import type { Basis } from '../domain/plan/compiled.js';
import type { Opening } from '../workflows/messages.js';
import type { ReportAnswer } from './contract.js';
import type { ApiDeps } from './deps.js';
import { mayBeNew } from './incidentId.js';
import { openAgain, openIncident } from './openIncident.js';
import { iso } from './views/named.js';

/** From the claim of a key to the start of its incident; a server that restarts takes about two seconds. */
const START_MS = 3_000;
const START_POLL_MS = 50;

export interface Received {
  basis: Basis;
  opening: Opening;
  /** What its source calls this occurrence. */
  dedupKey?: string | undefined;
  /** It came before, under the same request id. */
  repeated: boolean;
  lang: Lang;
}

/** A report becomes an incident, or part of the one that runs already under the same key of the same source. */
export async function receiveReport(deps: ApiDeps, received: Received): Promise<ReportAnswer> {
  const { basis, opening, dedupKey, repeated, lang } = received;
  const { incidentId } = opening.report;
  if (dedupKey !== undefined) {
    const key = `${actorName(opening.by.actor)} ${dedupKey}`;
    const holder = await deps.store.claimLiveKey(key, incidentId);
    const absorbed = await absorbedBy(deps, holder, opening);
    if (absorbed) return absorbed;
    // It ended a moment ago, or whoever claimed the key died before the start: of all who find that, one opens another.
    const next = holder === incidentId ? incidentId : await deps.store.claimLiveKey(key, incidentId, holder);
    const second = await absorbedBy(deps, next, opening);
    if (second) return second;
  }
  const open = repeated ? openAgain : openIncident;
  return open(deps, basis, opening, lang);
}

/** Undefined when that incident takes nothing in any more: better one incident too many than a report that nobody hears. */
async function absorbedBy(deps: ApiDeps, id: string, { report, by, at }: Opening): Promise<ReportAnswer | undefined> {
  if (id === report.incidentId) return undefined;
  const { mode, facts, title, place, cause, impact, description } = report;
  const optional = Object.entries({ cause, impact, description }).filter(([, text]) => text !== undefined);
  const message: Message = {
    type: 'absorb',
    requestId: by.requestId,
    actor: by.actor,
    via: by.via,
    mode,
    reporter: by.actor,
    reportedAt: at,
    facts,
    texts: { title, place, ...Object.fromEntries(optional) },
  };
  const answer = await onceStarted(deps, id, () => deps.incidents.decide(id, message));
  if (!answer || answer.refusal) return undefined;
  const { seq, phase } = answer;
  return { id, phase, seq, reportedAt: iso(at), absorbed: true, proposed: {} };
}

/** The key is claimed before the incident starts: one that is not there yet is given a moment. */
async function onceStarted<T>(deps: ApiDeps, id: string, ask: () => Promise<T | undefined>): Promise<T | undefined> {
  const giveUpAt = performance.now() + START_MS;
  for (;;) {
    const answer = await ask();
    const isNew = answer === undefined && mayBeNew(id, deps.settings.now(), deps.settings.zone);
    if (!isNew || performance.now() > giveUpAt) return answer;
    await sleep(START_POLL_MS);
  }
}
