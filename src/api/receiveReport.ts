import { actorName } from '../domain/incident/index.js';
import type { Message } from '../domain/incident/index.js';
import type { Lang } from '../domain/lang.js';
import type { Basis } from '../domain/plan/compiled.js';
import type { Opening } from '../workflows/messages.js';
import type { ReportAnswer } from './contract.js';
import type { ApiDeps } from './deps.js';
import { openAgain, openIncident } from './openIncident.js';
import { iso } from './views/named.js';

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
    const holder = await deps.store.claimLiveKey(`${actorName(opening.by.actor)} ${dedupKey}`, incidentId);
    const absorbed = holder === incidentId ? undefined : await absorbedBy(deps, holder, opening);
    if (absorbed) return absorbed;
  }
  const open = repeated ? openAgain : openIncident;
  return open(deps, basis, opening, lang);
}

/** Undefined when that incident takes nothing in any more: better one incident too many than a report that nobody hears. */
async function absorbedBy(deps: ApiDeps, id: string, { report, by, at }: Opening): Promise<ReportAnswer | undefined> {
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
  const answer = await deps.incidents.decide(id, message);
  if (!answer || answer.refusal) return undefined;
  const { seq, phase } = answer;
  return { id, phase, seq, reportedAt: iso(at), absorbed: true, proposed: {} };
}
